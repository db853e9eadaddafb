// The order in which modules are evaluated, as the specification has it, also where they await
// (https://tc39.es/ecma262/#sec-source-text-module-records: Evaluate and what follows it).

/** What a module does when it is its turn. */
export interface ModuleCode {
  readonly isAsync: boolean;
  /** Evaluates the module; where it is asynchronous, gives a promise of its end, else may throw. */
  execute(): Promise<unknown> | undefined;
}

/** A module that is evaluated once. */
export interface Evaluated {
  readonly code: ModuleCode;
  /** What is evaluated before it, in order. */
  needs: readonly Evaluated[];
  status: "linked" | "evaluating" | "evaluating-async" | "evaluated";
  /** What it threw. */
  failure: { readonly thrown: unknown } | undefined;
  depth: number;
  lowest: number;
  /** The first module of the circle that it belongs to; itself, where it belongs to none. */
  root: Evaluated;
  /** How many modules it waits for. */
  pending: number;
  /** Set, to a number that grows, from when it is known that its evaluation takes longer. */
  order: number | undefined;
  /** Those that wait for it. */
  readonly parents: Evaluated[];
  result: PromiseWithResolvers<void> | undefined;
}

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
    parents: [],
    result: undefined,
  } as unknown as Evaluated;
  module.root = module;
  return module;
}

// The program may replace it.
const { then } = Promise.prototype;
let orders = 0;

/** Evaluates a module and what it needs, where that has not been done. Settles when all is evaluated. */
export function evaluate(module: Evaluated): Promise<void> {
  const root = module.status === "linked" ? module : module.root;
  if (root.result) return root.result.promise;
  const result = withResolvers<void>();
  root.result = result;
  const stack: Evaluated[] = [];
  try {
    evaluateInner(root, stack, 0);
    if (root.order === undefined) result.resolve();
  } catch (thrown) {
    for (const each of stack) {
      each.status = "evaluated";
      each.failure = { thrown };
    }
    result.reject(thrown);
  }
  return result.promise;
}

/** Goes through what a module needs, then through itself. @returns how many modules have been begun */
function evaluateInner(module: Evaluated, stack: Evaluated[], begun: number): number {
  if (module.status === "evaluating-async" || module.status === "evaluated") {
    if (module.failure) throw module.failure.thrown;
    return begun;
  }
  if (module.status === "evaluating") return begun;
  Object.assign(module, { status: "evaluating", depth: begun, lowest: begun, pending: 0 });
  stack.push(module);
  let count = begun + 1;
  for (const needed of module.needs) {
    count = evaluateInner(needed, stack, count);
    awaitNeeded(module, needed);
  }
  if (module.pending > 0 || module.code.isAsync) {
    module.order = orders++;
    if (module.pending === 0) executeAsync(module);
  } else void module.code.execute();
  if (module.lowest === module.depth) closeCircle(module, stack);
  return count;
}

function awaitNeeded(module: Evaluated, needed: Evaluated): void {
  let awaited = needed;
  if (needed.status === "evaluating") module.lowest = Math.min(module.lowest, needed.lowest);
  else {
    awaited = needed.root;
    if (awaited.failure) throw awaited.failure.thrown;
  }
  if (awaited.order === undefined || awaited.status === "evaluated") return;
  module.pending += 1;
  awaited.parents.push(module);
}

function closeCircle(root: Evaluated, stack: Evaluated[]): void {
  for (let each = stack.pop(); each; each = stack.pop()) {
    each.status = each.order === undefined ? "evaluated" : "evaluating-async";
    each.root = root;
    if (each === root) return;
  }
}

function executeAsync(module: Evaluated): void {
  let promise: Promise<unknown>;
  try {
    promise = module.code.execute() ?? Promise.resolve();
  } catch (thrown) {
    promise = Promise.reject(thrown);
  }
  Reflect.apply(then, promise, [() => fulfilled(module), (thrown: unknown) => rejected(module, thrown)]);
}

/** A module that took longer is there: those that waited for it alone follow in the same turn. */
function fulfilled(module: Evaluated): void {
  if (module.status === "evaluated") return;
  module.status = "evaluated";
  module.result?.resolve();
  const ready: Evaluated[] = [];
  gatherReady(module, ready);
  ready.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  for (const each of ready) {
    if (each.status === "evaluated") continue;
    if (each.code.isAsync) executeAsync(each);
    else finish(each);
  }
}

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

function gatherReady(module: Evaluated, ready: Evaluated[]): void {
  for (const parent of module.parents) {
    if (ready.includes(parent) || parent.root.failure) continue;
    parent.pending -= 1;
    if (parent.pending > 0) continue;
    ready.push(parent);
    if (!parent.code.isAsync) gatherReady(parent, ready);
  }
}

function rejected(module: Evaluated, thrown: unknown): void {
  if (module.status === "evaluated") return;
  module.status = "evaluated";
  module.failure = { thrown };
  for (const parent of module.parents) rejected(parent, thrown);
  module.result?.reject(thrown);
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>["resolve"] = () => undefined;
  let reject: PromiseWithResolvers<T>["reject"] = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
