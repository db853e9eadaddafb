// Draws the marks of live tasks in an editor: a band over the line, a sign beside its number, and a label after its
// text.

import "./line-marks.css";
import type { editor } from "monaco-editor/editor";
import { LineLabel } from "./line-label.ts";
import type { MarkedLine } from "./mark-lines.ts";

/** The marks in the file that the editor shows. */
export class MarkView {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #decorations: editor.IEditorDecorationsCollection;
  readonly #labels = new Map<number, LineLabel>();
  /** The drawn marks, serialised for comparison. */
  #drawn = "";

  constructor(owner: editor.IStandaloneCodeEditor) {
    this.#editor = owner;
    this.#decorations = owner.createDecorationsCollection();
    // Marks belong to the text that ran, and the text has just changed. If the marks are still valid, the owner draws
    // them again.
    owner.onDidChangeModelContent(() => this.erase());
  }

  /** Replaces the marks. Cheap if they have not changed. */
  draw(wanted: readonly MarkedLine[]): void {
    const last = this.#editor.getModel()?.getLineCount() ?? 0;
    const lines = wanted.filter(({ line }) => line <= last);
    const drawing = lines.length > 0 ? JSON.stringify(lines) : "";
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#decorations.set(lines.map(decoration));
    this.#label(lines);
  }

  /** Removes all marks. Call this before the editor shows another file, or the labels stay where they are. */
  erase(): void {
    this.draw([]);
  }

  #label(lines: readonly MarkedLine[]): void {
    const wanted = new Set(lines.map(({ line }) => line));
    for (const [line, label] of this.#labels) {
      if (wanted.has(line)) continue;
      this.#editor.removeContentWidget(label);
      this.#labels.delete(line);
    }
    for (const marked of lines) this.#labelLine(marked);
  }

  #labelLine({ line, groups }: MarkedLine): void {
    const shown = this.#labels.get(line);
    const label = shown ?? new LineLabel(this.#editor, line);
    label.groups = groups;
    if (shown) this.#editor.layoutContentWidget(label);
    else this.#editor.addContentWidget(label);
    this.#labels.set(line, label);
  }
}

function decoration({ line, groups, tooltip }: MarkedLine): editor.IModelDeltaDecoration {
  const states = groups.map(({ state }) => `is-${state}`).join(" ");
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      isWholeLine: true,
      className: `line-band ${states}`,
      marginClassName: `line-band ${states}`,
      // If a line is wrapped, only beside its first part.
      firstLineDecorationClassName: `line-signs ${states}`,
      linesDecorationsTooltip: tooltip,
    },
  };
}
