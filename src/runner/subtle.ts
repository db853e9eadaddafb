// Performs the operations of programs' crypto.subtle that need keys. Browsers keep crypto.subtle from the frame in which
// programs run, as it has no origin. The keys stay here; the worker gets marks that stand for them.

import type { KeyMark, SubtleAnswer, SubtleMessage } from "../protocol/protocol.ts";
import { isKeyMark, subtleOperations } from "../protocol/subtle.ts";

type Result = SubtleAnswer["result"];
type Operation = (...given: unknown[]) => Promise<unknown>;

const operations: readonly string[] = subtleOperations;

/** The keys and operations of one run. */
export class PageSubtle {
  readonly #keys: CryptoKey[] = [];

  async answer({ id, method, given }: SubtleMessage): Promise<SubtleAnswer> {
    return { kind: "subtle", id, result: await this.#perform(method, given).catch(failure) };
  }

  async #perform(method: string, given: readonly unknown[]): Promise<Result> {
    // Absent from pages that are neither of https nor of this machine.
    const subtle: SubtleCrypto | undefined = crypto.subtle;
    if (!subtle || !operations.includes(method)) throw new Error(unavailable(method));
    const operation = subtle[method as keyof SubtleCrypto] as Operation;
    const result = await Reflect.apply(operation, subtle, given.map(this.#withKeys));
    return { kind: "done", value: this.#withMarks(result) };
  }

  /** Returns an argument with keys instead of marks. An algorithm may contain a key, for example `public`. */
  readonly #withKeys = (value: unknown): unknown => {
    if (isKeyMark(value)) return this.#keys[value.subtleKey];
    if (Object.prototype.toString.call(value) !== "[object Object]") return value;
    const parts = Object.entries(value as object).map(([name, part]) => [
      name,
      isKeyMark(part) ? this.#keys[part.subtleKey] : part,
    ]);
    return Object.fromEntries(parts);
  };

  #withMarks(result: unknown): unknown {
    if (result instanceof CryptoKey) return this.#mark(result);
    if (typeof result !== "object" || result === null || !("privateKey" in result)) return result;
    return Object.fromEntries(Object.entries(result).map(([name, key]) => [name, this.#withMarks(key)]));
  }

  #mark(key: CryptoKey): KeyMark {
    const { type, extractable, algorithm, usages } = key;
    return { subtleKey: this.#keys.push(key) - 1, told: { type, extractable, algorithm, usages } };
  }
}

function unavailable(method: string): string {
  return `crypto.subtle.${method} does not work here: browsers keep keys from pages without https. digest works.`;
}

function failure(error: unknown): Result {
  const { name, message } =
    error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
  return { kind: "failed", isDOMException: error instanceof DOMException, name, message };
}
