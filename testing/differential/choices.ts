// Makes the random choices for a random program.

import { seededRandom } from "../../src/runtime/clock/random.ts";

/** The kind of a function, which decides what its body may contain. */
export type Kind = "plain" | "async" | "generator" | "async generator";

/**
 * A function that the program may call. Functions that are written later cannot be called, so there is no recursion.
 */
export interface Callable {
  readonly name: string;
  readonly kind: Kind;
}

/** What may stand at a place of the program. */
export interface Scope {
  readonly kind: Kind;
  /** How many more levels may be nested here. */
  readonly room: number;
  /** Names that can be read. */
  readonly readable: readonly string[];
  /** Names that can also be assigned to. */
  readonly variables: readonly string[];
  readonly callables: readonly Callable[];
  /** The labels around this place. `continue` may name those of loops. */
  readonly labels: readonly { readonly name: string; readonly isLoop: boolean }[];
  readonly isInLoop: boolean;
  /** True inside a function, which may use `arguments` and `return`. */
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

  /** A whole number from 0 up to, but not including, `limit`. */
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

  /** Calls one of several functions, chosen at random. Entries that are false are skipped. */
  oneOf<Value>(makers: readonly (false | (() => Value))[]): Value {
    return this.pick(makers.filter((maker) => maker !== false))();
  }

  list<Value>(most: number, make: () => Value): Value[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  /** A name that the program does not use yet. */
  name(beginning: string): string {
    this.#names += 1;
    return `${beginning}${this.#names}`;
  }

  /** False once the program is large enough. */
  goesOn(): boolean {
    this.#size += 1;
    return this.#size < 250;
  }
}
