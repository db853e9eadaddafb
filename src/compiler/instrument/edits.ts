// Collects the texts that are written into code, and writes them in the order in which they nest.

/** Text of `length` characters was written into code before the character `at`. */
export interface Insertion {
  readonly at: number;
  readonly length: number;
  /** The character of the code that stands for the text in stacks, where that is not the one that follows it. */
  readonly origin: number | undefined;
}

interface Text {
  readonly text: string;
  readonly origin: number | undefined;
}

/** What is to be written into one code. No text has a line end, so that every line stays what it is. */
export class Edits {
  readonly #code: string;
  readonly #closings = new Map<number, Text[]>();
  readonly #openings = new Map<number, Text[]>();
  readonly #blanks: { readonly start: number; readonly end: number }[] = [];

  constructor(code: string) {
    this.#code = code;
  }

  /**
   * Writes before what starts at `at`. What is opened first encloses what is opened later.
   * @param origin see Insertion
   */
  open(at: number, text: string, origin?: number): void {
    const isAfterWord = !this.#openings.has(at) && /[\p{ID_Continue}$]/u.test(this.#code.charAt(at - 1));
    append(this.#openings, at, { text: isAfterWord ? ` ${text}` : text, origin });
  }

  /** Writes behind what ends at `at`. What is closed first is enclosed by what is closed later. */
  close(at: number, text: string): void {
    append(this.#closings, at, { text, origin: undefined });
  }

  /** Leaves white space of what stands from `start` to `end`, so that all else stays where it is. */
  blank(start: number, end: number): void {
    this.#blanks.push({ start, end });
  }

  /** Puts `text` in the place of what stands from `start` to `end`. */
  replace(start: number, end: number, text: string): void {
    this.blank(start, end);
    this.open(start, text, start);
  }

  /** The code with all that was written into it, and what was inserted, in order. */
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
