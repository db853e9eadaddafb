// The operations of crypto.subtle that need keys. The page performs them, because browsers keep crypto.subtle from a
// frame without an origin.

import type { KeyMark, SubtleAnswer, SubtleMessage } from "../../protocol/protocol.ts";
import { isKeyMark, subtleOperations } from "../../protocol/subtle.ts";
import { KeptMap, KeptWeakMap } from "../engine/kept.ts";

/** A key as the program gets it. It shows what the real key in the page is. */
class CryptoKey {
  constructor(told: KeyMark["told"]) {
    Object.assign(this, told);
    Object.freeze(this);
  }

  get [Symbol.toStringTag](): string {
    return "CryptoKey";
  }
}

// The build would shorten it.
Object.defineProperty(CryptoKey, "name", { value: "CryptoKey" });

/** So many operations are under way at a time; the page would be busy with the messages of more. */
const most = 64;

export interface RunSubtleOptions {
  readonly post: (message: SubtleMessage) => void;
  /** Called with the promise of each operation. @returns the promise that the program gets */
  readonly follow: (promise: Promise<unknown>) => Promise<unknown>;
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The operations of one run. */
export class RunSubtle {
  readonly #options: RunSubtleOptions;
  readonly #keys = new KeptWeakMap<object, KeyMark>();
  readonly #asked = new KeptMap<number, Asked>();
  readonly #waiting: SubtleMessage[] = [];
  #count = 0;

  constructor(options: RunSubtleOptions) {
    this.#options = options;
  }

  /** The methods, by name. */
  get methods(): ReadonlyMap<string, (...given: unknown[]) => Promise<unknown>> {
    return new Map(
      subtleOperations.map((name) => {
        const { [name]: method } = { [name]: (...given: unknown[]) => this.#ask(name, given) };
        return [name, method as (...given: unknown[]) => Promise<unknown>];
      }),
    );
  }

  /** Handles an answer of the page. */
  take({ id, result }: SubtleAnswer): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (result.kind === "done") asked?.resolve(this.#withKeys(result.value));
    else asked?.reject(errorOf(result));
    const next = this.#waiting.shift();
    if (next) this.#options.post(next);
  }

  #ask(method: string, given: readonly unknown[]): Promise<unknown> {
    const answer = new Promise((resolve, reject) => {
      this.#count += 1;
      // Cloned at once: the program may change its bytes afterwards.
      const copied: unknown[] = structuredClone(given.map(this.#withMarks));
      this.#asked.set(this.#count, { resolve, reject });
      const message = { kind: "subtle", id: this.#count, method, given: copied } as const;
      if (this.#asked.size > most) this.#waiting.push(message);
      else this.#options.post(message);
    });
    return this.#options.follow(answer);
  }

  /** Returns an argument with marks instead of keys. An algorithm may contain a key, for example `public`. */
  readonly #withMarks = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const mark = this.#keys.get(value);
    if (mark) return mark;
    if (Array.isArray(value) || Object.prototype.toString.call(value) !== "[object Object]") return value;
    const parts = Object.entries(value).map(([name, part]) => [name, this.#keys.get(part) ?? part]);
    return Object.fromEntries(parts);
  };

  #withKeys(value: unknown): unknown {
    if (isKeyMark(value)) {
      const key = new CryptoKey(value.told);
      this.#keys.set(key, value);
      return key;
    }
    if (typeof value !== "object" || value === null || !("privateKey" in value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, key]) => [name, this.#withKeys(key)]));
  }
}

function errorOf({
  isDOMException,
  name,
  message,
}: Extract<SubtleAnswer["result"], { kind: "failed" }>): Error {
  if (isDOMException) return new DOMException(message, name);
  return name === "TypeError" ? new TypeError(message) : new Error(message);
}
