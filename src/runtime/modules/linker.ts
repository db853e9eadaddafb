// Links the modules of a compiled program and evaluates them.

import type { Hooks } from "../../protocol/hooks.ts";
import {
  type Instantiated,
  type Link,
  type ModuleBody,
  type ModuleContext,
  type ModuleRecord,
  offered,
  offerName,
} from "../../protocol/modules.ts";
import { attributesReason, findFile, specifierOf } from "../../protocol/specifiers.ts";
import { asBefore } from "../engine/as-before.ts";
import { apply, EnginePromise, type List, list, push, toArray } from "../engine/kept.ts";
import { type Evaluated, evaluate, evaluated } from "./evaluation.ts";
import { createNamespace } from "./namespace.ts";

/** The exports of the built-in module "interleave", by name. */
export type Offered = Readonly<Record<string, unknown>>;

/** A generator of a module's code. Its first step instantiates the module, its second step evaluates it. */
type Begun = ReturnType<ModuleBody>;

// Kept, because the program may replace them.
const { next, throw: fail } = Object.getPrototypeOf(function* () {}).prototype as Begun;
const { next: nextAsync, throw: failAsync } = Object.getPrototypeOf(async function* () {}).prototype as Begun;

interface Linked {
  readonly record: ModuleRecord;
  readonly instance: Instantiated;
  readonly evaluated: Evaluated;
  namespace: object | undefined;
}

/** The hooks that the linker calls. */
type LinkHooks = Pick<Hooks, "calls" | "members" | "all">;

/** Returns the function with which a compiled program links and evaluates its modules. */
export function createLink(offer: Offered, hooks: LinkHooks): Link {
  return (modules) => new LinkedProgram(offer, hooks).run(modules);
}

class LinkedProgram {
  readonly #hooks: LinkHooks;
  readonly #modules: Linked[];
  /** The promises of all asynchronous modules that have been begun, except the entry. */
  readonly #awaited: List<Promise<unknown>> = list();
  #isEntryBegun = false;

  constructor(offer: Offered, hooks: LinkHooks) {
    this.#hooks = hooks;
    this.#modules = [offerModule(offer)];
  }

  /** Instantiates all modules, then evaluates the first one of the list and the modules that it needs. */
  async run(modules: Parameters<Link>[0]): Promise<void> {
    const bodies = modules.map(([record, start]) => start(this.#contextOf(record)));
    for (const [at, [record]] of modules.entries()) {
      const body = bodies[at];
      if (!body) continue;
      const begun = apply(record.isAsync ? nextAsync : next, body, []);
      // Nothing of the program has been evaluated yet, so this await delays none of its turns.
      const { value } = record.isAsync ? await begun : begun;
      const code = { isAsync: record.isAsync, execute: () => this.#execute(record, body, at === 0) };
      const linked = { record, instance: value, evaluated: evaluated(code), namespace: undefined };
      this.#modules.push(linked);
    }
    for (const { record, evaluated } of this.#modules)
      evaluated.needs = record.needs.map((index) => this.#at(index).evaluated);
    await this.#runEntry(this.#at(1), bodies[0]);
  }

  async #runEntry({ record, instance, evaluated }: Linked, body: Begun | undefined): Promise<void> {
    const result = evaluate(evaluated);
    const wait = instance[1];
    if (!this.#isEntryBegun && wait && evaluated.order !== undefined) wait(this.#allAwaited());
    try {
      await result;
    } catch (error) {
      // A module that the entry needs has failed, so the entry fails before its first line.
      if (!this.#isEntryBegun) await apply(record.isAsync ? failAsync : fail, body, [error]);
      throw error;
    }
  }

  /** Evaluates a module. @returns the promise of its end if it is asynchronous */
  #execute(record: ModuleRecord, body: Begun, isEntry: boolean): Promise<unknown> | undefined {
    if (isEntry) {
      this.#isEntryBegun = true;
      const goOn = this.#at(1).instance[2];
      if (this.#awaited.length > 0) goOn?.();
    }
    if (!record.isAsync) {
      apply(next, body, []);
      return undefined;
    }
    const promise: Promise<unknown> = apply(nextAsync, body, []);
    if (isEntry) return promise;
    this.#hooks.calls = promise;
    push(this.#awaited, promise);
    return promise;
  }

  /** Returns the promise that the entry waits for: that of one module, or a group of several for the trace. */
  #allAwaited(): Promise<unknown> {
    const only = this.#awaited[0];
    if (this.#awaited.length === 1 && only) return only;
    this.#hooks.members = toArray(this.#awaited);
    const all = new EnginePromise<unknown>(() => undefined);
    this.#hooks.all = all;
    return all;
  }

  #contextOf(record: ModuleRecord): ModuleContext {
    return {
      read: (module, local) => this.#at(module).instance[0][local]?.(),
      namespace: (module) => this.#namespace(module),
      load: (specifier, options) => this.#load(specifier, options),
      meta: createMeta(record.name),
      nameDefault: (value) =>
        void Object.defineProperty(value, "name", { value: "default", configurable: true }),
      get arguments(): never {
        throw new ReferenceError("arguments is not defined");
      },
    };
  }

  #namespace(index: number): object {
    const module = this.#at(index);
    module.namespace ??= createNamespace(asBefore(() => this.#readers(module.record)));
    return module.namespace;
  }

  #readers({ exports }: ModuleRecord): (readonly [name: string, read: () => unknown])[] {
    return exports.map(([name, from, local]) => [
      name,
      () => (local === undefined ? this.#namespace(from) : this.#at(from).instance[0][local]?.()),
    ]);
  }

  /** import() of the program. Every error is a rejection. */
  async #load(specifier: unknown, options: unknown): Promise<object> {
    const name = `${specifier}`;
    refuseAttributes(options);
    const found = asBefore(() => this.#find(name));
    // The importing code goes on first, also if the module has been evaluated.
    await undefined;
    await evaluate(this.#at(found).evaluated);
    return this.#namespace(found);
  }

  /** @returns the index of the module that a specifier names */
  #find(specifier: string): number {
    const [offer, ...files] = this.#modules.map(({ record }) => record.name);
    const wanted = findFile(specifier, (each) => files.includes(each));
    if (wanted === undefined) throw new TypeError(refusal(specifier, files));
    return wanted === offer ? 0 : files.indexOf(wanted) + 1;
  }

  #at(index: number): Linked {
    const module = this.#modules[index];
    if (!module) throw new RangeError(`The program has no module ${index}.`);
    return module;
  }
}

/** import.meta, as in a browser: https://html.spec.whatwg.org/#hostgetimportmetaproperties */
function createMeta(name: string): object {
  const url = `pane:/${name}`;
  const resolve = (specifier: unknown) => {
    if (`${specifier}` === offerName) return offerName;
    if (/^\.{0,2}\//.test(`${specifier}`) || URL.canParse(`${specifier}`))
      return new URL(`${specifier}`, url).href;
    throw new TypeError(`Failed to resolve module specifier '${specifier}'`);
  };
  return Object.assign(Object.create(null), { resolve, url });
}

/** Returns module 0 of every program, "interleave". */
function offerModule(offer: Offered): Linked {
  const names = [...offered].sort();
  const exports = names.map((name) => [name, 0, name] as const);
  const record = { name: offerName, isAsync: false, needs: [], exports };
  const cells = Object.fromEntries(names.map((name) => [name, () => offer[name]]));
  const code = { isAsync: false, execute: () => undefined };
  return { record, instance: [cells], evaluated: evaluated(code), namespace: undefined };
}

/** Throws if import() is given attributes, for example `{ with: { type: "json" } }`. */
function refuseAttributes(options: unknown): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null)
    throw new TypeError("The second argument of import() must be an object");
  const attributes: unknown = "with" in options ? options.with : undefined;
  if (attributes !== undefined && Object.keys(Object(attributes)).length > 0)
    throw new TypeError(attributesReason);
}

function refusal(name: string, files: readonly string[]): string {
  const specifiers = files.map((file) => `"${specifierOf(file)}"`).join(", ");
  return `Cannot import() "${name}": the program has ${specifiers} and "${offerName}".`;
}
