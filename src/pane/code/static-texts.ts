// The static texts of a pane's files, which are seen until an editor opens in their place.

/** The texts in a pane's markup. */
export class StaticTexts {
  readonly #elements: ReadonlyMap<string, HTMLElement>;

  /** @param code the element that holds the texts */
  constructor(code: HTMLElement) {
    const elements = [...code.querySelectorAll<HTMLElement>(".pane-text")];
    this.#elements = new Map(elements.map((element) => [element.dataset.file ?? "", element]));
  }

  /** Shows a file and hides the others. */
  showFile(file: string): void {
    for (const [name, element] of this.#elements) element.hidden = name !== file;
  }

  /** Updates the texts. A text that differs from the markup's, which is the author's, is shown without highlighting. */
  show(texts: ReadonlyMap<string, string>): void {
    for (const [file, text] of texts) {
      const code = this.#elements.get(file)?.querySelector("code");
      if (!code || code.textContent === text) continue;
      const lines = text.split("\n").map(staticLine);
      code.replaceChildren(...lines.flatMap((line, index) => (index === 0 ? [line] : ["\n", line])));
    }
  }
}

function staticLine(text: string): HTMLElement {
  return Object.assign(document.createElement("span"), { className: "pane-line", textContent: text });
}
