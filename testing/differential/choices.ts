// Draws what a random program consists of.

import { seededRandom } from "../../src/runtime/clock/random.ts";

/** What a function can do, and with it its body. */
export type Kind = "plain" | "async" | "generator" | "async generator";

/** A function of the program that may be called: those written later cannot, so that nothing calls itself. */
export interface Callable {
  readonly name: string;
  readonly kind: Kind;
}

/** What may stand at one place of a program. */
export interface Scope {
  readonly kind: Kind;
  /** How many levels may still be nested here. */
  readonly room: number;
  /** Names that can be read. */
  readonly readable: readonly string[];
  /** Names that can also be assigned to. */
  readonly variables: readonly string[];
  readonly callables: readonly Callable[];
  /** Labels around, with those that `continue` may name, too. */
  readonly labels: readonly { readonly name: string; readonly isLoop: boolean }[];
  readonly isInLoop: boolean;
  /** True where a function is around, which may use `arguments` and `return`. */
  readonly isFunction: boolean;
}

export function canAwait({ kind }: Scope): boolean {
  return kind === "async" || kind === "async generator";
}

export function canYield({ kind }: Scope): boolean {
  return kind === "generator" || kind === "async generator";
}

export class Choices {
  readonly #random: () => number;
  #names = 0;
  #size = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError("There is nothing to pick from.");
    return value;
  }

  /** Calls one of several functions; those that are false are out of question. */
  oneOf<Value>(makers: readonly (false | (() => Value))[]): Value {
    return this.pick(makers.filter((maker) => maker !== false))();
  }

  list<Value>(most: number, make: () => Value): Value[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  /** A name that the program does not have yet. */
  name(beginning: string): string {
    this.#names += 1;
    return `${beginning}${this.#names}`;
  }

  /** False once the program is large enough to end soon. */
  goesOn(): boolean {
    this.#size += 1;
    return this.#size < 250;
  }
}
