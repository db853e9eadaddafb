// A made-up program for tests: the sites of its functions, and the hooks that it calls.

import type { Hooks } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import { TaskHooks } from "../../src/runtime/tasks/task-hooks.ts";
import { Tasks } from "../../src/runtime/tasks/tasks.ts";
import { Tracer } from "../../src/runtime/tasks/tracer.ts";
import type { TraceEvent } from "../../src/trace/events/events.ts";
import { ManualClock } from "./manual-clock.ts";

const place = { file: "a.ts", line: 1, column: 1 };
const site = (what: Site["what"]): Site => ({ place, what });
const functionSite = (taskKind: "main" | "coroutine" | "generator" | "async generator", name: string) =>
  site({ kind: "function", taskKind, name });

const sites = [
  functionSite("main", ""),
  functionSite("coroutine", "speak"),
  functionSite("generator", "count"),
  site({ kind: "await" }),
  site({ kind: "yield" }),
  functionSite("async generator", "ticks"),
  site({ kind: "for-await" }),
] as const;
export const [main, speak, count, awaits, yields, ticks, asks] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Returns the hooks of a compiled program, on a clock that stands still, and the facts that they record. */
export function setUp() {
  const clock = new ManualClock();
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => events.push(...batch));
  const tasks = new Tasks(tracer, String);
  const hooks: Hooks = new TaskHooks(tasks, sites, () => undefined);
  const told = () => {
    tracer.flush();
    return events.map(({ seq, t, ...fact }) => fact);
  };
  const all = () => {
    tracer.flush();
    return events;
  };
  return { clock, tracer, tasks, hooks, told, events: all };
}
