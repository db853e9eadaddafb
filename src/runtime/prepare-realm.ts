// Prepares the worker's global scope for the program: removes what a pane lacks, and wraps what is watched.

import type { RunClock } from "./clock/run-clock.ts";
import { rememberMethods } from "./engine/as-before.ts";
import { watchProxies } from "./engine/proxies.ts";
import { watchReflect } from "./modules/namespace.ts";
import { watchBodies } from "./network/bodies.ts";
import type { Pending } from "./pending.ts";
import type { Print } from "./printing.ts";
import { rememberGetters } from "./prompt/completion-names.ts";
import type { AuthorText } from "./realm/author-text.ts";
import { createConsole } from "./realm/console.ts";
import { completeCrypto } from "./realm/crypto.ts";
import { headlineOf } from "./realm/errors.ts";
import { watchFunctionText } from "./realm/function-text.ts";
import { PrintedValues } from "./realm/printed-values.ts";
import { closeSandbox } from "./realm/sandbox.ts";
import type { StackMapper } from "./realm/stack.ts";
import type { RunSubtle } from "./realm/subtle.ts";
import { catchTheUncaught, watchAborts } from "./realm/watch.ts";
import { watchUnbegun } from "./tasks/generators.ts";
import { rehearse } from "./tasks/rehearsal.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Tracer } from "./tasks/tracer.ts";
import type { Threads } from "./threads/threads.ts";
import { PrintedPromises } from "./values/printed-promises.ts";

/** The parts of a run that the program meets in its global scope. */
export interface RealmParts {
  readonly tracer: Tracer;
  readonly tasks: Tasks;
  readonly clock: RunClock;
  readonly stack: StackMapper;
  readonly authors: AuthorText;
  readonly subtle: RunSubtle;
  readonly pending: Pending;
  readonly print: Print;
  readonly threads: Threads;
  /** Called with an error that nothing has caught; with its promise if it is a rejection. */
  readonly onUncaught: Parameters<typeof catchTheUncaught>[0];
}

/** Call this once, before the program begins. After it, the engine's methods count as remembered. */
export function prepareRealm(parts: RealmParts): void {
  const { tracer, tasks, stack, authors, subtle, onUncaught } = parts;
  watchUnbegun((task, how, value) => tasks.endUnbegun(task, how, value));
  watchProxies();
  watchReflect();
  watchBodies((body, { request, hasArrived }) => {
    tasks.waits.set(body, { kind: "body", request, ...(hasArrived ? { arrived: true } : {}) });
  });
  completeCrypto(subtle.methods);
  watchAborts(stack, (reason) => {
    tracer.record({ kind: "abort", task: tasks.responsible, reason });
  });
  catchTheUncaught(onUncaught);
  setGlobals(parts);
  watchFunctionText(authors);
  rememberMethods();
}

/**
 * Returns what a program would otherwise wait for, to be called before it begins. Only the first call does something. A
 * program without it lacks completion, and may lack a fact where its stack overflows.
 */
export function createWarmUp(clock: RunClock): () => void {
  let isWarm = false;
  return () => {
    if (isWarm) return;
    isWarm = true;
    rehearse(clock, clock.real, headlineOf);
    rememberGetters();
  };
}

function setGlobals({ print, clock, stack, pending, threads }: RealmParts): void {
  const { setTimeout, setInterval, clear, signalTimeout } = pending.timers;
  const promises = new PrintedPromises((promise) => pending.willSettle(promise));
  closeSandbox({
    console: createConsole({ print, clock, stack, values: new PrintedValues(promises, stack) }),
    fetch: pending.network.fetch,
    setTimeout,
    setInterval,
    clearTimeout: clear,
    clearInterval: clear,
    Worker: threads.createWorkerClass(),
  });
  Object.defineProperty(AbortSignal, "timeout", { value: signalTimeout });
}
