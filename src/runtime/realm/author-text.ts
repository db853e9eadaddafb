// Restores the author's code in text that quotes instrumented code: the text of functions and engines' error messages.

import { type Code, hooksName } from "../../protocol/javascript.ts";
import { findText, type List, list, sliceText } from "../engine/kept.ts";
import { withImportNames } from "./import-names.ts";

type Instrumented = Pick<Code, "code" | "rewritten">;

/** A piece of text that also occurs in instrumented code: its offset in both, and its length in characters. */
interface Quote {
  readonly source: Instrumented;
  readonly inText: number;
  readonly inCode: number;
  readonly length: number;
}

/** Restores the author's text for the code of one run. */
export class AuthorText {
  readonly #sources: List<Instrumented> = list();

  add(source: Instrumented): void {
    this.#sources[this.#sources.length] = source;
  }

  /** Returns a function's text as its author wrote it. */
  ofFunction(text: string): string {
    for (let index = 0; index < this.#sources.length; index += 1) {
      const source = this.#sources[index];
      const inCode = source ? findText(source.code, text) : -1;
      if (source && inCode >= 0) return asWritten({ source, inText: 0, inCode, length: text.length });
    }
    return text;
  }

  /** Returns the text with the instrumentation removed from every piece of code that it quotes. */
  of(text: string): string {
    let done = "";
    let rest = text;
    for (let at = findText(rest, hooksName); at >= 0; at = findText(rest, hooksName)) {
      const quote = this.#longestQuote(rest, at);
      if (!quote) break;
      done += sliceText(rest, 0, quote.inText) + asWritten(quote);
      rest = sliceText(rest, quote.inText + quote.length);
    }
    return withImportNames(done + rest);
  }

  #longestQuote(text: string, at: number): Quote | undefined {
    let longest: Quote | undefined;
    for (let index = 0; index < this.#sources.length; index += 1) {
      const source = this.#sources[index];
      if (!source) continue;
      for (let found = findText(source.code, hooksName); found >= 0; ) {
        const quote = quoteAround(text, at, source, found);
        if (!longest || quote.length > longest.length) longest = quote;
        found = findText(source.code, hooksName, found + 1);
      }
    }
    return longest;
  }
}

/** Extends a match of the hooks' name to both sides, as far as text and code are the same. */
function quoteAround(text: string, at: number, source: Instrumented, found: number): Quote {
  const { code } = source;
  let before = 0;
  while (before < at && before < found && text[at - before - 1] === code[found - before - 1]) before += 1;
  let after = hooksName.length;
  while (at + after < text.length && text[at + after] === code[found + after]) after += 1;
  return { source, inText: at - before, inCode: found - before, length: before + after };
}

function asWritten({ source: { code, rewritten }, inCode, length }: Quote): string {
  const end = inCode + length;
  let text = "";
  let from = inCode;
  for (let index = 0; index < rewritten.length; index += 1) {
    const each = rewritten[index];
    if (!each || each[0] + each[1] <= inCode) continue;
    if (each[0] >= end) break;
    if (each[0] > from) text += sliceText(code, from, each[0]);
    text += each[2];
    from = each[0] + each[1];
  }
  return from < end ? text + sliceText(code, from, end) : text;
}
