// Formats values as Node 20 does. Adds what the library cannot show: states of promises, error stacks without our code,
// generator functions and objects of browsers.

import { format as formatPlain, type InspectOptions, inspect as inspectPlain } from "node-inspect-extracted";
import { isProxy } from "../engine/proxies.ts";
import { withEngineIterators } from "./engine-iterators.ts";
import { platformStandIn } from "./platform-objects.ts";
import { withPrimitiveTexts } from "./primitive-texts.ts";
import { isPromise, type PromiseState } from "./promise-states.ts";
import { className, inherits, stackOf } from "./safe-reading.ts";
import { bare, custom, StandInNames, setStandIn, standInError } from "./stand-ins.ts";

/**
 * A promise's state. If `text` is given, it returns a placeholder for "<pending>", because the state is found out later.
 * `text` is called with the number of levels of the value to show.
 */
export type InspectedState = PromiseState & { readonly text?: (depth: number | null) => string };

/** Look-ups that help to format values. */
export interface InspectHelp {
  /** Returns the state of a promise, or `undefined` if it is not known: then it reads as pending. */
  readonly stateOf?: (promise: object) => InspectedState | undefined;
  /** Maps the text of a stack trace to the author's files. */
  readonly stack?: (text: string) => string;
}

/** As Node's `util.format`. */
export function format(values: readonly unknown[], help: InspectHelp = {}): string {
  return helped(values, () => formatPlain(...withPrimitiveTexts(values)), help);
}

/** As Node's `util.inspect`. */
export function inspect(value: unknown, options: InspectOptions = {}, help: InspectHelp = {}): string {
  return helped([value], () => inspectPlain(value, options), help);
}

function helped(values: readonly unknown[], write: () => string, help: InspectHelp): string {
  const hasObjects = values.some(isObject);
  return withEngineIterators(() => (hasObjects ? writeHelped(write, help) : write()));
}

function writeHelped(write: () => string, help: InspectHelp): string {
  const helper = new Helper(help);
  try {
    return helper.names.restore(helper.during(write));
  } catch {
    // For example a promise rejected with itself, or a getter of `constructor` that throws.
    return write();
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

const objectPrototype = Object.prototype;

/** Provides the stand-ins of objects while one text is written. */
class Helper {
  readonly names = new StandInNames();
  readonly #help: InspectHelp;
  /** By original object. Each has only one stand-in, so that the library finds cycles. */
  readonly #standIns = new Map<object, unknown>();
  readonly #made = new Set<unknown>();

  constructor(help: InspectHelp) {
    this.#help = help;
  }

  during(write: () => string): string {
    const look = (object: object) => this.#standInFor(object);
    const value = function (this: object): unknown {
      return look(this);
    };
    const before = Object.getOwnPropertyDescriptor(objectPrototype, custom);
    // A program may have given Object.prototype properties that descriptors would inherit, or frozen it.
    Reflect.defineProperty(objectPrototype, custom, bare({ value, configurable: true }));
    try {
      return write();
    } finally {
      if (before) Reflect.defineProperty(objectPrototype, custom, bare({ ...before }));
      else Reflect.deleteProperty(objectPrototype, custom);
    }
  }

  /** Returns the stand-in of an object, or the object itself if it needs none. */
  #standInFor(object: object): unknown {
    if (this.#made.has(object) || isProxy(object)) return object;
    const known = this.#standIns.get(object);
    if (known !== undefined) return known;
    const made = this.#make(object) ?? object;
    this.#standIns.set(object, made);
    this.#made.add(made);
    return made;
  }

  #make(object: object): unknown {
    if (typeof object === "function") return generatorFunctionText(object);
    if (isPromise(object)) return this.#promise(object);
    if (inherits(object, Error.prototype)) return this.#error(object);
    return platformStandIn(object, this.names);
  }

  #error(error: object): object | undefined {
    const { stack = (text: string) => text } = this.#help;
    return standInError(error, stack(stackOf(error)), (cause) =>
      isObject(cause) && inherits(cause, Error.prototype) ? this.#standInFor(cause) : cause,
    );
  }

  #promise(promise: object): object | undefined {
    if (Object.hasOwn(promise, "then") || promise === Promise.prototype) return undefined;
    const name = className(promise) ?? "[Promise: null prototype]";
    const state: InspectedState = this.#help.stateOf?.(promise) ?? { state: "pending" };
    const content = state.state === "fulfilled" ? state.value : part(state);
    return setStandIn([content], name === "Promise" ? name : `${name} [Promise]`, this.names, promise);
  }
}

/** Returns the content of the braces for a pending or rejected promise. */
function part(state: InspectedState): object {
  if (state.state === "pending")
    return bare({ [custom]: (depth: number | null) => state.text?.(depth) ?? "<pending>" });
  const { value } = state;
  return bare({
    [custom]: (depth: number, options: InspectOptions) =>
      `<rejected> ${inspectPlain(value, { ...options, depth })}`,
  });
}

const generatorFunctions: ReadonlyMap<unknown, string> = new Map([
  [Object.getPrototypeOf(function* () {}), "GeneratorFunction"],
  [Object.getPrototypeOf(async function* () {}), "AsyncGeneratorFunction"],
]);

/** Formats generator functions. The library goes by how the text begins, which fails for a generator method. */
function generatorFunctionText(value: object): string | undefined {
  const kind = generatorFunctions.get(Object.getPrototypeOf(value));
  if (kind === undefined || Object.keys(value).length > 0) return undefined;
  const name: unknown = Object.getOwnPropertyDescriptor(value, "name")?.value;
  return typeof name === "string" && name !== "" ? `[${kind}: ${name}]` : `[${kind} (anonymous)]`;
}
