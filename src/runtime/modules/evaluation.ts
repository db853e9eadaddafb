// Evaluates modules in the order of the specification, also if their top levels await
// (https://tc39.es/ecma262/#sec-source-text-module-records: Evaluate and the methods after it).

import { apply, EnginePromise, type List, list, min, pop, push } from "../engine/kept.ts";

/** The code of a module. */
export interface ModuleCode {
  /** True if the module's top level awaits. */
  readonly isAsync: boolean;
  /** Evaluates the module. An asynchronous one returns a promise of its end; any other returns `undefined` or throws. */
  execute(): Promise<unknown> | undefined;
}

/** A module and the state of its evaluation. A module is evaluated once. */
export interface Evaluated {
  readonly code: ModuleCode;
  /** The modules that are evaluated before this one, in order. */
  needs: readonly Evaluated[];
  status: "linked" | "evaluating" | "evaluating-async" | "evaluated";
  /** Set if the module, or a module that it needs, threw. */
  failure: { readonly thrown: unknown } | undefined;
  /** The index of the module in the depth-first search. */
  depth: number;
  /** The lowest `depth` of the modules in its cycle that are known so far. */
  lowest: number;
  /** The first module of its import cycle; the module itself if it is in no cycle. */
  root: Evaluated;
  /** The number of asynchronous modules that it waits for. */
  pending: number;
  /** Set if the module's evaluation is asynchronous: a number that grows from module to module. */
  order: number | undefined;
  /** The modules that wait for this one. */
  readonly parents: List<Evaluated>;
  /** The promise of `evaluate`. Only modules that `evaluate` was called with have one. */
  result: PromiseWithResolvers<void> | undefined;
}

/** Returns a module that is not evaluated yet. The caller sets its `needs`. */
export function evaluated(code: ModuleCode): Evaluated {
  const module = {
    code,
    needs: [],
    status: "linked",
    failure: undefined,
    depth: 0,
    lowest: 0,
    pending: 0,
    order: undefined,
    parents: list(),
    result: undefined,
  } as unknown as Evaluated;
  module.root = module;
  return module;
}

// Kept, because the program may replace it.
const { then } = Promise.prototype;
let orders = 0;

/** Evaluates a module and the modules that it needs, each at most once. Settles when all of them have ended. */
export function evaluate(module: Evaluated): Promise<void> {
  const root = module.status === "linked" ? module : module.root;
  if (root.result) return root.result.promise;
  const result = withResolvers<void>();
  root.result = result;
  const stack: List<Evaluated> = list();
  try {
    evaluateInner(root, stack, 0);
    if (root.order === undefined) result.resolve();
  } catch (thrown) {
    for (let each = pop(stack); each; each = pop(stack)) {
      each.status = "evaluated";
      each.failure = { thrown };
    }
    result.reject(thrown);
  }
  return result.promise;
}

/**
 * Evaluates the modules that a module needs, then the module itself: a depth-first search, which also finds the cycles.
 * @returns the number of modules that have been begun
 */
function evaluateInner(module: Evaluated, stack: List<Evaluated>, begun: number): number {
  if (module.status === "evaluating-async" || module.status === "evaluated") {
    if (module.failure) throw module.failure.thrown;
    return begun;
  }
  if (module.status === "evaluating") return begun;
  module.status = "evaluating";
  module.depth = module.lowest = begun;
  push(stack, module);
  let count = begun + 1;
  for (let index = 0; index < module.needs.length; index += 1) {
    const needed = module.needs[index];
    if (!needed) continue;
    count = evaluateInner(needed, stack, count);
    awaitNeeded(module, needed);
  }
  if (module.pending > 0 || module.code.isAsync) {
    module.order = orders++;
    if (module.pending === 0) executeAsync(module);
  } else void module.code.execute();
  if (module.lowest === module.depth) closeCycle(module, stack);
  return count;
}

/** Makes a module wait for a needed one if that is asynchronous and has not ended. Throws if that has failed. */
function awaitNeeded(module: Evaluated, needed: Evaluated): void {
  let awaited = needed;
  if (needed.status === "evaluating") module.lowest = min(module.lowest, needed.lowest);
  else {
    awaited = needed.root;
    if (awaited.failure) throw awaited.failure.thrown;
  }
  if (awaited.order === undefined || awaited.status === "evaluated") return;
  module.pending += 1;
  push(awaited.parents, module);
}

/** Takes the modules of a cycle from the stack and sets their root and status. They are at its top, `root` first. */
function closeCycle(root: Evaluated, stack: List<Evaluated>): void {
  for (let each = pop(stack); each; each = pop(stack)) {
    each.status = each.order === undefined ? "evaluated" : "evaluating-async";
    each.root = root;
    if (each === root) return;
  }
}

function executeAsync(module: Evaluated): void {
  let promise: Promise<unknown>;
  try {
    promise = module.code.execute() ?? new EnginePromise((resolve) => resolve(undefined));
  } catch (thrown) {
    promise = new EnginePromise((_, reject) => reject(thrown));
  }
  apply(then, promise, [() => fulfilled(module), (thrown: unknown) => rejected(module, thrown)]);
}

/** Ends the evaluation of an asynchronous module. Modules that waited only for it are evaluated in the same turn. */
function fulfilled(module: Evaluated): void {
  if (module.status === "evaluated") return;
  module.status = "evaluated";
  module.result?.resolve();
  const ready: List<Evaluated> = list();
  gatherReady(module, ready);
  for (let index = 0; index < ready.length; index += 1) {
    const each = ready[index];
    if (!each || each.status === "evaluated") continue;
    if (each.code.isAsync) executeAsync(each);
    else finish(each);
  }
}

/** Evaluates a synchronous module that has waited for asynchronous ones. */
function finish(module: Evaluated): void {
  try {
    void module.code.execute();
  } catch (thrown) {
    rejected(module, thrown);
    return;
  }
  module.status = "evaluated";
  module.result?.resolve();
}

/**
 * Adds to `ready` each parent that waits for nothing more and, if that parent is synchronous, its parents likewise. `ready`
 * is kept in the order in which their evaluation became asynchronous.
 */
function gatherReady(module: Evaluated, ready: List<Evaluated>): void {
  for (let index = 0; index < module.parents.length; index += 1) {
    const parent = module.parents[index];
    if (!parent || includes(ready, parent) || parent.root.failure) continue;
    parent.pending -= 1;
    if (parent.pending > 0) continue;
    insert(ready, parent);
    if (!parent.code.isAsync) gatherReady(parent, ready);
  }
}

function includes(modules: List<Evaluated>, module: Evaluated): boolean {
  for (let index = 0; index < modules.length; index += 1) if (modules[index] === module) return true;
  return false;
}

function insert(modules: List<Evaluated>, module: Evaluated): void {
  let at = modules.length;
  for (let before = modules[at - 1]; before && isAfter(before, module); before = modules[at - 1]) {
    modules[at] = before;
    at -= 1;
  }
  modules[at] = module;
}

function isAfter(one: Evaluated, other: Evaluated): boolean {
  return (one.order ?? 0) > (other.order ?? 0);
}

/** Ends the evaluation of a module with an error, and that of all modules that wait for it. */
function rejected(module: Evaluated, thrown: unknown): void {
  if (module.status === "evaluated") return;
  module.status = "evaluated";
  module.failure = { thrown };
  for (let index = 0; index < module.parents.length; index += 1) {
    const parent = module.parents[index];
    if (parent) rejected(parent, thrown);
  }
  module.result?.reject(thrown);
}

/** Promise.withResolvers, which Node has only from version 22 on. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>["resolve"] = () => undefined;
  let reject: PromiseWithResolvers<T>["reject"] = () => undefined;
  const promise = new EnginePromise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
