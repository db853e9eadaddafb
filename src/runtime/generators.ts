// Keeps the state of every generator, which the language itself does not tell.

import type { PromiseState } from "./promise-states.ts";
import { inherits } from "./safe-reading.ts";

/** "running" also for an async generator that awaits: it has been called, and has not answered. */
export type GeneratorState = "not started" | "running" | "suspended" | "finished";

const generatorPrototype: Prototype = Object.getPrototypeOf(function* () {}).prototype;
const asyncGeneratorPrototype: Prototype = Object.getPrototypeOf(async function* () {}).prototype;

const methods = ["next", "throw", "return"] as const;

type MethodName = (typeof methods)[number];
type EngineMethod = (this: unknown, value: unknown) => unknown;
type Prototype = Record<MethodName, EngineMethod>;

/** Generators that have been called at least once. An object to be changed is found faster than a state is replaced. */
const begun = new WeakMap<object, { state: GeneratorState }>();

/**
 * What async generators gave last. They answer their calls one after the other, so that an answer to the last one says
 * that nothing is going on; nothing must be attached to it until somebody asks, because an error that the program does
 * not handle would then count as handled.
 */
const lastAnswers = new WeakMap<object, Promise<unknown>>();

/**
 * Replaces the methods of generators with ones that keep their state. To the program they are the same: they throw and
 * give what the engine's do, in the same turn.
 */
export function watchGenerators(): void {
  for (const name of methods) {
    replace(generatorPrototype, name, watched);
    replace(asyncGeneratorPrototype, name, watchedAsync);
  }
}

/**
 * The state of a generator; undefined for any other object, and for an async generator that has begun while the state of
 * what it answered last (see `lastAnswer`) is not among `promises`.
 */
export function generatorState(
  object: object,
  promises: ReadonlyMap<object, PromiseState> = new Map(),
): GeneratorState | undefined {
  if (inherits(object, generatorPrototype)) return begun.get(object)?.state ?? "not started";
  if (!inherits(object, asyncGeneratorPrototype)) return undefined;
  const answer = lastAnswers.get(object);
  if (!answer) return "not started";
  const known = promises.get(answer);
  return known && stateAfter(known);
}

/** The promise that tells the state of an async generator that has begun. */
export function lastAnswer(object: object): Promise<unknown> | undefined {
  return lastAnswers.get(object);
}

function stateAfter(answer: PromiseState): GeneratorState {
  if (answer.state === "pending") return "running";
  return answer.state === "fulfilled" && !isDone(answer.value) ? "suspended" : "finished";
}

/** A method, unlike a function, is no constructor and has no prototype, as the engine's. */
function watched(engine: EngineMethod): object {
  return {
    method(this: unknown, value: unknown) {
      if (typeof this !== "object" || this === null) return Reflect.apply(engine, this, [value]);
      const record = recordOf(this);
      // The engine refuses to resume what has control already.
      if (record.state === "running") return Reflect.apply(engine, this, [value]);
      record.state = "running";
      // However it ends, unless it turns out to have yielded.
      let after: GeneratorState = "finished";
      try {
        const result = Reflect.apply(engine, this, [value]);
        if (!isDone(result)) after = "suspended";
        return result;
      } finally {
        record.state = after;
      }
    },
  }.method;
}

function recordOf(generator: object): { state: GeneratorState } {
  const known = begun.get(generator);
  if (known) return known;
  const record: { state: GeneratorState } = { state: "not started" };
  begun.set(generator, record);
  return record;
}

function watchedAsync(engine: EngineMethod): object {
  return {
    method(this: unknown, value: unknown) {
      const answer = Reflect.apply(engine, this, [value]);
      if (typeof this === "object" && this !== null) lastAnswers.set(this, answer as Promise<unknown>);
      return answer;
    },
  }.method;
}

/** What `yield*` passes on may be an object of the program's: only an engine's own result says done in so plain a way. */
function isDone(result: unknown): boolean {
  if (typeof result !== "object" || result === null) return false;
  return Object.getOwnPropertyDescriptor(result, "done")?.value === true;
}

function replace(prototype: Prototype, name: MethodName, watch: (engine: EngineMethod) => object): void {
  const method = watch(prototype[name]);
  Object.defineProperty(method, "name", { value: name, configurable: true });
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
}
