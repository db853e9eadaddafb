// The facts about a run that words need: the run up to a time, and which of its tasks are stuck for ever.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import { stuckTasks } from "../../trace/words/words.ts";
import { type RunAt, runReach } from "./runs.ts";

export interface KnownRun {
  readonly trace: Trace;
  /** The last known time of the run, in milliseconds. */
  readonly until: number;
  /** The tasks that are stuck for ever. */
  readonly stuck: ReadonlySet<TaskSpan>;
  readonly times: Times;
}

interface Stuck {
  readonly events: number;
  readonly tasks: ReadonlySet<TaskSpan>;
}

const kept = new WeakMap<Trace, Stuck>();

export function knownRun({ run, now }: RunAt, times: Times): KnownRun {
  const { trace } = run;
  return { trace, until: runReach(run, now), stuck: stuckIn(trace), times };
}

// Cached, because every lane asks for this in every frame.
function stuckIn(trace: Trace): ReadonlySet<TaskSpan> {
  const events = trace.events.length;
  const last = kept.get(trace);
  if (last?.events === events) return last.tasks;
  const tasks = new Set(stuckTasks(trace));
  kept.set(trace, { events, tasks });
  return tasks;
}
