// Formats printed values, with the states of the promises in them.

import { withEngineIterators } from "../values/engine-iterators.ts";
import { format, type InspectHelp, inspect } from "../values/inspect.ts";
import type { PrintedPromises } from "../values/printed-promises.ts";
import type { PromiseState } from "../values/promise-states.ts";
import type { StackMapper } from "./stack.ts";

export interface PrintedText {
  /** The text now. If `later` is given, promises whose states are not known read as `<pending>` here. */
  readonly now: string;
  readonly later?: Promise<string>;
}

/** First private-use character. Repeated to the length of "<pending>", it is the placeholder for a promise's content. */
const firstPrivate = 0xf000;
const pendingText = "<pending>";
const lineWidth = 76;

/** A placeholder in a text for the content of a promise, of which `depth` levels are shown. */
interface Sign {
  readonly text: string;
  readonly depth: number | null;
}

interface SignedText {
  readonly text: string;
  readonly signs: ReadonlyMap<object, Sign>;
}

/** Formats the printed values of one run. */
export class PrintedValues implements InspectHelp {
  readonly stack: (text: string) => string;
  readonly stateOf: (promise: object) => PromiseState | undefined;
  readonly #promises: PrintedPromises;

  constructor(promises: PrintedPromises, stack: StackMapper) {
    this.#promises = promises;
    this.stack = (text) => stack.rewrite(text);
    this.stateOf = (promise) => promises.stateOf(promise);
  }

  /** Formats values as they are now; later changes by the program do not show. Only promise states may follow in `later`. */
  format(values: readonly unknown[]): PrintedText {
    const { text, signs } = this.#formatSigned(values);
    if (signs.size === 0) return { now: text };
    const now = [...signs.values()].reduce((filled, sign) => filled.replaceAll(sign.text, pendingText), text);
    return { now, later: this.#fill(values, text, signs) };
  }

  /** Formats values with a placeholder (sign) in each promise whose state is not known. */
  #formatSigned(values: readonly unknown[], isKnown: (promise: object) => boolean = () => true): SignedText {
    const signs = new Map<object, Sign>();
    const sign = (promise: object, depth: number | null) => {
      const text = String.fromCharCode(firstPrivate + signs.size).repeat(pendingText.length);
      const known = signs.get(promise) ?? { text, depth };
      signs.set(promise, known);
      return known.text;
    };
    const unknown = (promise: object) => ({
      state: "pending" as const,
      text: (depth: number | null) => sign(promise, depth),
    });
    const stateOf = (promise: object) =>
      (isKnown(promise) ? this.stateOf(promise) : undefined) ?? unknown(promise);
    return { text: format(values, { stack: this.stack, stateOf }), signs };
  }

  async #fill(values: readonly unknown[], text: string, signs: ReadonlyMap<object, Sign>): Promise<string> {
    const states = await this.#promises.learn(new Set(signs.keys()));
    const stateOf = (promise: object) => states.get(promise) ?? this.stateOf(promise);
    const help = { stack: this.stack, stateOf };
    // If nothing else has changed meanwhile, formats all again, so that lines break where they should.
    if (this.#formatSigned(values, (promise) => !signs.has(promise)).text === text)
      return format(values, help);
    return withEngineIterators(() => {
      let filled = text;
      for (const [promise, sign] of signs)
        filled = put(filled, sign.text, contentText(states.get(promise), sign.depth, help));
      return filled;
    });
  }
}

function contentText(state: PromiseState | undefined, depth: number | null, help: InspectHelp): string {
  if (!state || state.state === "pending") return pendingText;
  const value = inspect(state.value, { depth }, help);
  return state.state === "rejected" ? `<rejected> ${value}` : value;
}

/** Replaces a placeholder by the content, on lines of its own if it does not fit. */
function put(text: string, sign: string, content: string): string {
  return text
    .split("\n")
    .map((line) => {
      if (!line.includes(sign)) return line;
      const indent = /^ */.exec(line)?.[0] ?? "";
      const whole = line.replaceAll(sign, () => content);
      if (!content.includes("\n") && whole.length <= lineWidth) return whole;
      const inner = content.replaceAll("\n", `\n${indent}  `);
      return line
        .replaceAll(`{ ${sign} }`, () => `{\n${indent}  ${inner}\n${indent}}`)
        .replaceAll(sign, () => inner);
    })
    .join("\n");
}
