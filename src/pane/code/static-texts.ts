// The texts of a pane's files as they are seen until an editor opens in their place.

/** What stands in a pane's markup. */
export class StaticTexts {
  readonly #elements: ReadonlyMap<string, HTMLElement>;

  /** @param code the element that holds the texts */
  constructor(code: HTMLElement) {
    const elements = [...code.querySelectorAll<HTMLElement>(".pane-text")];
    this.#elements = new Map(elements.map((element) => [element.dataset.file ?? "", element]));
  }

  /** Shows a file in place of the one before. */
  showFile(file: string): void {
    for (const [name, element] of this.#elements) element.hidden = name !== file;
  }

  /** Brings the texts up to date: what the markup says is the author's; another text is shown plain. */
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
