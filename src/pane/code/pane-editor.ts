// Opens and closes the editor of a pane, and restores its markers and marks each time.

import type { CodeEditor, Marker } from "../../editor/code-editor.ts";
import { openEditor } from "../../editor/editor.ts";
import type { ShownLineMarks } from "../../editor/marks/mark-lines.ts";
import type { ColouredPiece } from "../../editor/support/colours.ts";
import type { Diagnostic } from "../../languages/language.ts";
import { languageOf } from "../../languages/languages.ts";
import { whatForbidsStyles } from "../../screen/host-policy.ts";
import type { Place } from "../../trace/events/events.ts";
import type { LineMark } from "../../trace/moment/line-marks.ts";

export { loadEditor } from "../../editor/editor.ts";

export interface PaneEditorOptions {
  /** The pane's id. */
  readonly pane: string;
  /** An empty element that the editor fills. */
  readonly host: HTMLElement;
  /** The look of each task. */
  readonly lookOf: ShownLineMarks["lookOf"];
  /** The present texts by file name, and the file to show. Both are read when the editor opens. */
  readonly files: () => ReadonlyMap<string, string>;
  readonly file: () => string;
  readonly onText: (file: string, text: string) => void;
  /** Called when Esc is pressed and nothing in the editor uses it. */
  readonly onLeave: () => void;
  /** Called when the editor has replaced the static text, or has been closed. */
  readonly onShown: (isShown: boolean) => void;
  /** Called if the editor cannot be opened. The error's message is a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
}

/** Holds at most one editor, and what it has to show once it is open. */
export class PaneEditor {
  readonly #options: PaneEditorOptions;
  #editor: CodeEditor | undefined;
  #opening: Promise<void> | undefined;
  #markers: readonly Marker[] = [];
  #lineMarks: ShownLineMarks | undefined;
  #isWanted = false;

  constructor(options: PaneEditorOptions) {
    this.#options = options;
  }

  /** Opens the editor. Resolves when it shows the text, or has failed. */
  open(): Promise<void> {
    this.#isWanted = true;
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Disposes of the editor. Its undo history stays. */
  close(): void {
    this.#isWanted = false;
    if (!this.#editor) return;
    this.#editor.dispose();
    this.#editor = undefined;
    this.#opening = undefined;
    this.#options.onShown(false);
  }

  get isOpen(): boolean {
    return this.#editor !== undefined;
  }

  /** Opens the editor if necessary, and focuses it. */
  async focus(): Promise<void> {
    await this.open();
    this.#editor?.focus();
  }

  /** Opens the editor if necessary, and focuses it with the caret at a place. */
  async reveal(place: Place): Promise<void> {
    await this.open();
    this.#editor?.reveal(place);
  }

  show(file: string): void {
    this.#editor?.show(file);
  }

  /**
   * Highlights the line that somebody points at elsewhere; `undefined` removes the highlight. Only while the editor is
   * open.
   */
  light(place: Place | undefined): void {
    this.#editor?.light(place);
  }

  /** Replaces a text as one undoable step; `onText` is called. Only while the editor is open. */
  setText(file: string, text: string): void {
    this.#editor?.setText(file, text);
  }

  /** Returns the colours of each line of a text; none while no editor is open. */
  colours(file: string): readonly (readonly ColouredPiece[])[] {
    return this.#editor?.colours(file) ?? [];
  }

  /** Marks the compiler's diagnostics that have a place. */
  setMarkers(diagnostics: readonly Diagnostic[]): void {
    this.#markers = diagnostics.flatMap(({ place, ...rest }) => (place ? [{ ...rest, place }] : []));
    this.#editor?.setMarkers(this.#markers);
  }

  /**
   * Marks the lines at which tasks stand; may be called in each frame.
   * @param ran the texts that ran, by file name; files that have changed since get no marks
   */
  setLineMarks(marks: readonly LineMark[], ran: ReadonlyMap<string, string>): void {
    const present = this.#options.files();
    const files = new Set([...ran.keys()].filter((file) => ran.get(file) === present.get(file)));
    this.#lineMarks = { marks, files, lookOf: this.#options.lookOf };
    this.#editor?.setLineMarks(this.#lineMarks);
  }

  async #open(): Promise<void> {
    const { host, pane, files, file, onText, onLeave, onShown, onProblem } = this.#options;
    try {
      // Not everything that the host may forbid: trying out a worker takes as long as half of Monaco.
      const ban = await whatForbidsStyles();
      if (ban) throw new Error(`The editor cannot open here: ${ban.clause}.`);
      const editor = await openEditor({
        host,
        pane,
        languageOf: (name) => languageOf(name).editor,
        files: files(),
        onChange: onText,
        onLeave,
      });
      // The slide may have been left while the editor was loading.
      if (!this.#isWanted) {
        this.#opening = undefined;
        return editor.dispose();
      }
      this.#editor = editor;
      // The texts may have changed while the editor was loading.
      for (const [name, text] of files()) editor.setText(name, text);
      editor.setMarkers(this.#markers);
      if (this.#lineMarks) editor.setLineMarks(this.#lineMarks);
      editor.show(file());
      await editor.painted();
      if (this.#editor === editor) onShown(true);
    } catch (error) {
      this.#opening = undefined;
      onProblem(error);
    }
  }
}
