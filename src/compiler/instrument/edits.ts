// Collects text insertions into code, and applies them in nesting order.

import type { Rewritten } from "../../protocol/javascript.ts";

/** Records that text of `length` characters was inserted before the character `at`. */
export interface Insertion {
  readonly at: number;
  readonly length: number;
  /**
   * The offset of the code that stands for the text in stack traces; `undefined` for the character that follows the
   * text.
   */
  readonly origin: number | undefined;
  /** The code in the place of which it stands; only white space is left of that. */
  readonly instead: string;
}

/** Code into which something was written. */
export interface Applied {
  readonly code: string;
  readonly insertions: readonly Insertion[];
  readonly rewritten: readonly Rewritten[];
}

interface Text {
  readonly text: string;
  readonly origin: number | undefined;
  readonly instead: string;
}

/** Where white space takes the place of code, whose text is `instead` unless another text stands for it. */
interface Blank {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** The edits of one code. No text contains a line feed, so lines keep their numbers. */
export class Edits {
  readonly #code: string;
  readonly #closings = new Map<number, Text[]>();
  readonly #openings = new Map<number, Text[]>();
  readonly #blanks: Blank[] = [];

  constructor(code: string) {
    this.#code = code;
  }

  /**
   * Inserts before the node that starts at `at`. Texts that are opened first enclose those opened later.
   * @param origin see Insertion, as is `instead`
   */
  open(at: number, text: string, origin?: number, instead = ""): void {
    const isAfterWord = !this.#openings.has(at) && /[\p{ID_Continue}$]/u.test(this.#code.charAt(at - 1));
    append(this.#openings, at, { text: isAfterWord ? ` ${text}` : text, origin, instead });
  }

  /**
   * Inserts after the node that ends at `at`. Texts that are closed first are enclosed by those closed later.
   * @param origin see Insertion
   */
  close(at: number, text: string, origin?: number): void {
    append(this.#closings, at, { text, origin, instead: "" });
  }

  /** Replaces everything from `start` to `end` except line feeds by spaces, so that all else keeps its position. */
  blank(start: number, end: number): void {
    this.#blanks.push({ start, end, instead: this.#code.slice(start, end) });
  }

  /** Replaces the code from `start` to `end` by `text`. */
  replace(start: number, end: number, text: string): void {
    this.#blanks.push({ start, end, instead: "" });
    this.open(start, text, start, this.#code.slice(start, end));
  }

  /** Returns the code with all edits, and the insertions in order. */
  apply(): Applied {
    const places = new Set([...this.#closings.keys(), ...this.#openings.keys()]);
    const insertions: Insertion[] = [];
    const blanked = this.#blanked();
    let code = "";
    let done = 0;
    for (const at of [...places].sort((a, b) => a - b)) {
      const texts = [...(this.#closings.get(at) ?? []), ...(this.#openings.get(at) ?? [])];
      code += blanked.slice(done, at) + texts.map(({ text }) => text).join("");
      done = at;
      insertions.push(...texts.map(({ text, ...rest }) => ({ at, length: text.length, ...rest })));
    }
    return { code: code + blanked.slice(done), insertions, rewritten: this.#rewritten(insertions) };
  }

  #rewritten(insertions: readonly Insertion[]): Rewritten[] {
    const inserted = insertions.map(({ at, length, instead }) => ({ at, length, instead, more: length }));
    const blanked = this.#blanks.map(({ start: at, end, instead }) => ({
      at,
      length: end - at,
      instead,
      more: 0,
    }));
    let added = 0;
    return [...inserted, ...blanked]
      .sort((a, b) => a.at - b.at)
      .map(({ at, length, instead, more }) => {
        const start = at + added;
        added += more;
        return [start, length, instead];
      });
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
