// The static texts of a pane's files, which are seen until an editor opens in their place.

import type { ColouredPiece } from "../../editor/support/colours.ts";

/** The texts in a pane's markup. */
export class StaticTexts {
  readonly #elements: ReadonlyMap<string, HTMLElement>;
  /** Highlighted lines by their texts. */
  readonly #known = new Map<string, Element>();

  /** @param code the element that holds the texts */
  constructor(code: HTMLElement) {
    const elements = [...code.querySelectorAll<HTMLElement>(".pane-text")];
    this.#elements = new Map(elements.map((element) => [element.dataset.file ?? "", element]));
  }

  /** Shows a file and hides the others. */
  showFile(file: string): void {
    for (const [name, element] of this.#elements) element.hidden = name !== file;
  }

  /**
   * Updates the texts. Lines that the author wrote keep their highlighting, wherever they stand now; others are shown
   * without.
   */
  show(texts: ReadonlyMap<string, string>): void {
    for (const [file, text] of texts) {
      const code = this.#elements.get(file)?.querySelector("code");
      if (!code || code.textContent === text) continue;
      for (const line of code.querySelectorAll(".pane-line")) this.#remember(line);
      const lines = text.split("\n").map((each) => this.#line(each));
      code.replaceChildren(...lines.flatMap((line, index) => (index === 0 ? [line] : ["\n", line])));
    }
  }

  /** Shows lines in these colours from now on, wherever they stand. */
  colour(lines: readonly (readonly ColouredPiece[])[]): void {
    for (const pieces of lines) {
      const line = document.createElement("span");
      line.append(...pieces.map(pieceNode));
      this.#known.set(line.textContent, line);
    }
    for (const element of this.#elements.values())
      for (const line of element.querySelectorAll<HTMLElement>(".pane-line")) this.#fill(line);
  }

  #remember(line: Element): void {
    if (line.childElementCount > 0 && !this.#known.has(line.textContent))
      this.#known.set(line.textContent, line);
  }

  #line(text: string): HTMLElement {
    const line = Object.assign(document.createElement("span"), { className: "pane-line", textContent: text });
    this.#fill(line);
    return line;
  }

  /** Colours a line that has none, if its colours are known. */
  #fill(line: HTMLElement): void {
    const known = line.childElementCount === 0 && this.#known.get(line.textContent)?.cloneNode(true);
    if (known) line.replaceChildren(...known.childNodes);
  }
}

function pieceNode({ text, className }: ColouredPiece): Node {
  const piece = document.createTextNode(text);
  if (className === "") return piece;
  const span = Object.assign(document.createElement("span"), { className });
  span.append(piece);
  return span;
}
