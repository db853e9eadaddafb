// The label after a line of code: what live tasks do there.

import { editor } from "monaco-editor/editor";
import { type FittedGroup, fitting } from "./mark-fit.ts";
import type { MarkGroup, MarkText } from "./mark-lines.ts";

/** Text size of the label, as a share of the code's text size. */
const scale = 0.8;

/**
 * A content widget that lies over the text. Monaco's injected text would be part of the text: it would wrap lines and
 * move the lines below.
 */
export class LineLabel implements editor.IContentWidget {
  readonly #editor: editor.ICodeEditor;
  readonly #line: number;
  readonly #element = document.createElement("div");
  readonly #text = document.createElement("div");
  #groups: readonly MarkGroup[] = [];
  #written = "";

  constructor(owner: editor.ICodeEditor, line: number) {
    this.#editor = owner;
    this.#line = line;
    this.#element.className = "line-label";
    // The timeline's table says the same.
    this.#element.setAttribute("aria-hidden", "true");
    this.#text.className = "line-label-text";
    this.#element.append(this.#text);
  }

  getId(): string {
    return `line-label-${this.#line}`;
  }

  getDomNode(): HTMLElement {
    return this.#element;
  }

  getPosition(): editor.IContentWidgetPosition {
    const column = this.#editor.getModel()?.getLineMaxColumn(this.#line) ?? 1;
    return {
      position: { lineNumber: this.#line, column },
      preference: [editor.ContentWidgetPositionPreference.EXACT],
    };
  }

  /** Sets what the label says from the next rendering on. */
  set groups(groups: readonly MarkGroup[]) {
    this.#groups = groups;
  }

  /** Monaco calls this before the frame is painted. Only here is it known where the line ends. */
  afterRender(
    _: editor.ContentWidgetPositionPreference | null,
    place: editor.IContentWidgetRenderedCoordinate | null,
  ): void {
    if (!place) return;
    const { contentWidth, verticalScrollbarWidth } = this.#editor.getLayoutInfo();
    const font: editor.FontInfo = this.#editor.getOption(editor.EditorOption.fontInfo);
    const character = font.typicalHalfwidthCharacterWidth;
    // Leaves the width of one character free on both sides.
    const room = Math.max(0, contentWidth - verticalScrollbarWidth - place.left - 2 * character);
    this.#text.style.maxWidth = `${room}px`;
    this.#text.style.marginLeft = `${character}px`;
    this.#text.style.fontSize = `${font.fontSize * scale}px`;
    this.#write(fitting(this.#groups, room / (character * scale)));
  }

  #write(groups: readonly FittedGroup[]): void {
    const written = JSON.stringify(groups);
    if (written === this.#written) return;
    this.#written = written;
    this.#text.hidden = groups.length === 0;
    this.#text.replaceChildren(...groups.map(groupElement));
  }
}

function groupElement({ state, pieces }: FittedGroup): HTMLElement {
  const group = document.createElement("span");
  group.className = "line-label-group";
  const sign = document.createElement("span");
  sign.className = `line-sign is-${state}`;
  group.append(sign, ...pieces.map(pieceElement));
  return group;
}

function pieceElement({ text, className }: MarkText): HTMLElement {
  const piece = document.createElement("span");
  piece.className = `line-label-piece ${className}`.trimEnd();
  piece.textContent = text;
  return piece;
}
