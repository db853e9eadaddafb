// Disposes the resources that a block has declared with `using` or `await using`, as the specification says
// (https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources).

import type { Resources } from "../../protocol/hooks.ts";
import { apply, EnginePromise, type List, last, list, pop, push, text } from "../engine/kept.ts";

interface Resource {
  /** The site of its `await using`; `undefined` for a resource of `using`. */
  readonly site: number | undefined;
  /** Disposes the resource; `undefined` for null and undefined, for which an `await using` only waits for a turn. */
  readonly close: (() => unknown) | undefined;
}

const asyncDispose: symbol = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");
const dispose: symbol = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/** The resources of one block, in the order of their declarations. They are disposed in the reverse order. */
export class UsedResources implements Resources {
  awaited: unknown;
  site = 0;
  readonly #resources: List<Resource> = list();
  #failure: { readonly thrown: unknown } | undefined;
  #needsTurn = false;
  #hasAwaited = false;

  add(value: unknown): object {
    if (value === null || value === undefined) return this;
    const method = methodOf(value, dispose) ?? throwNotDisposable(value, "Symbol.dispose");
    push(this.#resources, { site: undefined, close: () => apply(method, value, []) });
    return this;
  }

  addAsync(value: unknown, site: number): object {
    const close = value === null || value === undefined ? undefined : asyncCloser(value);
    push(this.#resources, { site, close });
    return this;
  }

  fail(thrown: unknown): void {
    this.#failure = { thrown: this.#failure ? suppressed(thrown, this.#failure.thrown) : thrown };
  }

  next(): boolean {
    for (let resource = last(this.#resources); resource; resource = last(this.#resources)) {
      const { site, close } = resource;
      if (site === undefined && this.#waitsTurn()) return true;
      pop(this.#resources);
      if (site !== undefined) this.site = site;
      if (!close) this.#needsTurn = true;
      else if (this.#begin(close) && site !== undefined) {
        this.#hasAwaited = true;
        return true;
      }
    }
    return this.#waitsTurn();
  }

  end(): void {
    for (let resource = pop(this.#resources); resource; resource = pop(this.#resources))
      if (resource.close) this.#begin(resource.close);
    if (this.#failure) throw this.#failure.thrown;
  }

  /** True if the block must await a turn: it had an `await using` of null or undefined and has awaited nothing else. */
  #waitsTurn(): boolean {
    if (!this.#needsTurn || this.#hasAwaited) return false;
    this.#needsTurn = false;
    this.awaited = undefined;
    return true;
  }

  /** Begins to dispose a resource. @returns false if that threw */
  #begin(close: () => unknown): boolean {
    try {
      this.awaited = close();
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }
}

/** Returns the function that disposes a resource of `await using`. It prefers the method [Symbol.asyncDispose]. */
function asyncCloser(value: unknown): () => unknown {
  const method = methodOf(value, asyncDispose);
  if (method) return () => apply(method, value, []);
  const synchronous = methodOf(value, dispose) ?? throwNotDisposable(value, "Symbol.asyncDispose");
  return () => settled(() => void apply(synchronous, value, []));
}

/** Calls `work` and returns a settled promise: fulfilled if `work` returned, rejected if it threw. */
function settled(work: () => void): Promise<void> {
  return new EnginePromise((resolve) => {
    work();
    resolve();
  });
}

type Method = (...given: unknown[]) => unknown;

function methodOf(value: unknown, key: symbol): Method | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    throw new TypeError(`${text(value)} is not an object that can be used with "using"`);
  const method: unknown = (value as Record<symbol, unknown>)[key];
  if (method === null || method === undefined) return undefined;
  if (typeof method !== "function") throw new TypeError(`${text(method)} is not a function`);
  return method as Method;
}

function throwNotDisposable(value: unknown, name: string): never {
  throw new TypeError(`The ${typeof value} has no method [${name}]`);
}

/** Returns a SuppressedError. If the engine has none, returns an error of that name. */
function suppressed(error: unknown, before: unknown): unknown {
  const message = "An error was suppressed during disposal";
  const { SuppressedError: Engine } = globalThis as { SuppressedError?: SuppressedErrorClass };
  if (Engine) return new Engine(error, before, message);
  return Object.assign(new Error(message), { name: "SuppressedError", error, suppressed: before });
}

type SuppressedErrorClass = new (error: unknown, suppressed: unknown, message: string) => Error;
