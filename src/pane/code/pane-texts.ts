// The texts of a pane's files: the author's, the audience's, and what is seen of them until an editor opens.

import type { ChangedText } from "./drafts.ts";

/** What the pane's markup says, and what has become of it. */
export class PaneTexts {
  readonly #original = new Map<string, string>();
  readonly #current = new Map<string, string>();
  readonly #elements = new Map<string, HTMLElement>();
  /** Files whose author has changed them since the audience did. */
  readonly outdated: string[] = [];

  /**
   * @param code the element that holds the static texts
   * @param changed texts that the audience had changed before
   */
  constructor(code: HTMLElement, changed: Readonly<Record<string, ChangedText>> = {}) {
    for (const element of code.querySelectorAll<HTMLElement>(".pane-text")) {
      const file = element.dataset.file ?? "";
      this.#elements.set(file, element);
      this.#original.set(file, element.textContent);
      this.#current.set(file, changed[file]?.text ?? element.textContent);
      if (changed[file] && changed[file].original !== element.textContent) this.outdated.push(file);
    }
  }

  /** The present text of each file by its name. */
  get current(): ReadonlyMap<string, string> {
    return this.#current;
  }

  /** The author's text of each file by its name. */
  get originals(): ReadonlyMap<string, string> {
    return this.#original;
  }

  /** The texts that differ from the author's, by file name. */
  get changed(): Record<string, ChangedText> {
    const texts = [...this.#current].map(
      ([file, text]) => [file, { text, original: this.original(file) }] as const,
    );
    return Object.fromEntries(texts.filter(([, { text, original }]) => text !== original));
  }

  /**
   * The author's text.
   * @throws {RangeError} for a file that the pane does not have
   */
  original(file: string): string {
    const text = this.#original.get(file);
    if (text === undefined) {
      throw new RangeError(`The pane has no file "${file}", only ${[...this.#original.keys()].join(", ")}.`);
    }
    return text;
  }

  /** Takes a new text; false where it is the present one. */
  set(file: string, text: string): boolean {
    this.original(file);
    if (this.#current.get(file) === text) return false;
    this.#current.set(file, text);
    return true;
  }

  /** Brings the static texts up to date: what the markup says is the author's; another text is shown plain. */
  show(): void {
    for (const [file, text] of this.#current) {
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
