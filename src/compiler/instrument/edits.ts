// Collects text insertions into code, and applies them in nesting order.

/** Records that text of `length` characters was inserted before the character `at`. */
export interface Insertion {
  readonly at: number;
  readonly length: number;
  /**
   * The offset of the code that stands for the text in stack traces; `undefined` for the character that follows the
   * text.
   */
  readonly origin: number | undefined;
}

interface Text {
  readonly text: string;
  readonly origin: number | undefined;
}

/** The edits of one code. No text contains a line feed, so lines keep their numbers. */
export class Edits {
  readonly #code: string;
  readonly #closings = new Map<number, Text[]>();
  readonly #openings = new Map<number, Text[]>();
  readonly #blanks: { readonly start: number; readonly end: number }[] = [];

  constructor(code: string) {
    this.#code = code;
  }

  /**
   * Inserts before the node that starts at `at`. Texts that are opened first enclose those opened later.
   * @param origin see Insertion
   */
  open(at: number, text: string, origin?: number): void {
    const isAfterWord = !this.#openings.has(at) && /[\p{ID_Continue}$]/u.test(this.#code.charAt(at - 1));
    append(this.#openings, at, { text: isAfterWord ? ` ${text}` : text, origin });
  }

  /** Inserts after the node that ends at `at`. Texts that are closed first are enclosed by those closed later. */
  close(at: number, text: string): void {
    append(this.#closings, at, { text, origin: undefined });
  }

  /** Replaces everything from `start` to `end` except line feeds by spaces, so that all else keeps its position. */
  blank(start: number, end: number): void {
    this.#blanks.push({ start, end });
  }

  /** Replaces the code from `start` to `end` by `text`. */
  replace(start: number, end: number, text: string): void {
    this.blank(start, end);
    this.open(start, text, start);
  }

  /** Returns the code with all edits, and the insertions in order. */
  apply(): { readonly code: string; readonly insertions: readonly Insertion[] } {
    const places = new Set([...this.#closings.keys(), ...this.#openings.keys()]);
    const insertions: Insertion[] = [];
    const blanked = this.#blanked();
    let code = "";
    let done = 0;
    for (const at of [...places].sort((a, b) => a - b)) {
      const texts = [...(this.#closings.get(at) ?? []), ...(this.#openings.get(at) ?? [])];
      code += blanked.slice(done, at) + texts.map(({ text }) => text).join("");
      done = at;
      insertions.push(...texts.map(({ text, origin }) => ({ at, length: text.length, origin })));
    }
    return { code: code + blanked.slice(done), insertions };
  }

  #blanked(): string {
    let code = this.#code;
    for (const { start, end } of this.#blanks)
      code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
    return code;
  }
}

function append(texts: Map<number, Text[]>, at: number, text: Text): void {
  const before = texts.get(at);
  if (before) before.push(text);
  else texts.set(at, [text]);
}
