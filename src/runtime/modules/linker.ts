// Links the modules of a compiled program, and evaluates them in the order of the specification.

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
import { type Evaluated, evaluate, evaluated } from "./evaluation.ts";
import { createNamespace } from "./namespace.ts";

/** What panes offer, by name. */
export type Offered = Readonly<Record<string, unknown>>;

/** A module's code, called: it stands before its first line, or behind its instantiation. */
type Begun = ReturnType<ModuleBody>;

// The program may replace them.
const { next, throw: fail } = Object.getPrototypeOf(function* () {}).prototype as Begun;
const { next: nextAsync, throw: failAsync } = Object.getPrototypeOf(async function* () {}).prototype as Begun;

interface Linked {
  readonly record: ModuleRecord;
  readonly instance: Instantiated;
  readonly evaluated: Evaluated;
  namespace: object | undefined;
}

/** Hooks that the linker calls itself. */
type LinkHooks = Pick<Hooks, "called" | "members" | "group">;

/** @param offer what the module "interleave" exports, by name */
export function createLink(offer: Offered, hooks: LinkHooks): Link {
  return (modules) => new LinkedProgram(offer, hooks).run(modules);
}

class LinkedProgram {
  readonly #hooks: LinkHooks;
  readonly #modules: Linked[];
  /** The ends of modules that have been begun and await something. */
  readonly #awaited = new Set<Promise<unknown>>();
  #isEntryBegun = false;

  constructor(offer: Offered, hooks: LinkHooks) {
    this.#hooks = hooks;
    this.#modules = [offerModule(offer)];
  }

  async run(modules: Parameters<Link>[0]): Promise<void> {
    const bodies = modules.map(([record, start]) => start(this.#contextOf(record)));
    for (const [at, [record]] of modules.entries()) {
      const body = bodies[at];
      if (!body) continue;
      const begun = Reflect.apply(record.isAsync ? nextAsync : next, body, []);
      // Nothing of the program has been evaluated, so no turn of its is taken.
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
    const [, wait] = instance;
    if (!this.#isEntryBegun && wait && evaluated.order !== undefined) wait(this.#allAwaited());
    try {
      await result;
    } catch (error) {
      // What it needs has failed: so has it, without having done anything.
      if (!this.#isEntryBegun) await Reflect.apply(record.isAsync ? failAsync : fail, body, [error]);
      throw error;
    }
  }

  #execute(record: ModuleRecord, body: Begun, isEntry: boolean): Promise<unknown> | undefined {
    if (isEntry) {
      this.#isEntryBegun = true;
      const [, , goOn] = this.#at(1).instance;
      if (this.#awaited.size > 0) goOn?.();
    }
    if (!record.isAsync) {
      Reflect.apply(next, body, []);
      return undefined;
    }
    const promise: Promise<unknown> = Reflect.apply(nextAsync, body, []);
    if (!isEntry) this.#awaited.add(this.#hooks.called(promise));
    return promise;
  }

  #allAwaited(): Promise<unknown> {
    const promises = [...this.#awaited];
    const [only] = promises;
    if (promises.length === 1 && only) return only;
    this.#hooks.members(promises);
    return this.#hooks.group("all", new Promise(() => undefined));
  }

  #contextOf(record: ModuleRecord): ModuleContext {
    return {
      read: (module, local) => this.#at(module).instance[0][local]?.(),
      namespace: (module) => this.#namespace(module),
      load: (specifier, options) => this.#load(specifier, options),
      meta: Object.assign(Object.create(null), { url: `pane:/${record.name}` }),
      nameDefault: (value) =>
        void Object.defineProperty(value, "name", { value: "default", configurable: true }),
      get arguments(): never {
        throw new ReferenceError("arguments is not defined");
      },
    };
  }

  #namespace(index: number): object {
    const module = this.#at(index);
    module.namespace ??= createNamespace(
      new Map(
        module.record.exports.map(([name, from, local]) => [
          name,
          () => (local === undefined ? this.#namespace(from) : this.#at(from).instance[0][local]?.()),
        ]),
      ),
    );
    return module.namespace;
  }

  /** As the engine's own: what is wrong comes as a rejection. */
  async #load(specifier: unknown, options: unknown): Promise<object> {
    const name = `${specifier}`;
    refuseAttributes(options);
    const [offer, ...files] = this.#modules.map(({ record }) => record.name);
    const wanted = findFile(name, (each) => files.includes(each));
    if (wanted === undefined) throw new TypeError(refusal(name, files));
    const found = wanted === offer ? 0 : files.indexOf(wanted) + 1;
    // However near the file is, what imports it goes on first.
    await undefined;
    await evaluate(this.#at(found).evaluated);
    return this.#namespace(found);
  }

  #at(index: number): Linked {
    const module = this.#modules[index];
    if (!module) throw new RangeError(`The program has no module ${index}.`);
    return module;
  }
}

function offerModule(offer: Offered): Linked {
  const names = [...offered].sort();
  const exports = names.map((name) => [name, 0, name] as const);
  const record = { name: offerName, isAsync: false, needs: [], exports };
  const cells = Object.fromEntries(names.map((name) => [name, () => offer[name]]));
  const code = { isAsync: false, execute: () => undefined };
  return { record, instance: [cells], evaluated: evaluated(code), namespace: undefined };
}

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
