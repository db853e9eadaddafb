// The text of what is printed, in which promises tell their states.

import { format, type InspectHelp, inspect } from "../values/inspect.ts";
import type { PrintedPromises } from "../values/printed-promises.ts";
import type { PromiseState } from "../values/promise-states.ts";
import type { StackMapper } from "./stack.ts";

export interface PrintedText {
  /** Where `later` is given, promises whose states are not known read as pending. */
  readonly now: string;
  readonly later?: Promise<string>;
}

/** Characters that no program prints stand for what is in a promise, as long as "<pending>". */
const firstPrivate = 0xf000;
const pendingText = "<pending>";
const lineWidth = 76;

/** Stands in a text for what is in a promise, of which so many levels are shown. */
interface Sign {
  readonly text: string;
  readonly depth: number | null;
}

/** Formats what one run prints. */
export class PrintedValues implements InspectHelp {
  readonly stack: (text: string) => string;
  readonly stateOf: (promise: object) => PromiseState | undefined;
  readonly #promises: PrintedPromises;

  constructor(promises: PrintedPromises, stack: StackMapper) {
    this.#promises = promises;
    this.stack = (text) => stack.rewrite(text);
    this.stateOf = (promise) => promises.stateOf(promise);
  }

  /** Everything but the states of promises is told as it is now, whatever the program does until those are known. */
  format(values: readonly unknown[]): PrintedText {
    const signs = new Map<object, Sign>();
    const sign = (promise: object, depth: number | null) => {
      const text = String.fromCharCode(firstPrivate + signs.size).repeat(pendingText.length);
      const known = signs.get(promise) ?? { text, depth };
      signs.set(promise, known);
      return known.text;
    };
    const stateOf = (promise: object) =>
      this.stateOf(promise) ?? {
        state: "pending" as const,
        text: (depth: number | null) => sign(promise, depth),
      };
    const text = format(values, { stack: this.stack, stateOf });
    if (signs.size === 0) return { now: text };
    const now = [...signs.values()].reduce((filled, each) => filled.replaceAll(each.text, pendingText), text);
    return { now, later: this.#fill(values, text, signs) };
  }

  async #fill(values: readonly unknown[], text: string, signs: ReadonlyMap<object, Sign>): Promise<string> {
    const states = await this.#promises.learn(new Set(signs.keys()));
    const stateOf = (promise: object) => states.get(promise) ?? this.stateOf(promise);
    const help = { stack: this.stack, stateOf };
    // Nothing else can have changed.
    if (values.every((value) => typeof value !== "object" || (value && signs.has(value))))
      return format(values, help);
    let filled = text;
    for (const [promise, { text: each, depth }] of signs)
      filled = put(filled, each, contentText(states.get(promise), depth, help));
    return filled;
  }
}

function contentText(state: PromiseState | undefined, depth: number | null, help: InspectHelp): string {
  if (!state || state.state === "pending") return pendingText;
  const value = inspect(state.value, { depth }, help);
  return state.state === "rejected" ? `<rejected> ${value}` : value;
}

/** Puts the content in the place of its sign, on lines of its own where it does not fit. */
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
