// Draws each hand-over of control from one task to another as an arrow (flow) of the Trace Event Format.

import type { TaskId } from "../../trace/events/events.ts";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import { isKnown } from "./task-events.ts";
import { type FormatEvent, microseconds } from "./trace-event-format.ts";
import { type TracedProcess, threadOf } from "./traced-process.ts";

/**
 * Returns an arrow for each call and each wake-up: from the task that called or woke another to where the other
 * begins or goes on.
 */
export function handOverEvents(process: TracedProcess): FormatEvent[] {
  return process.trace.tasks.flatMap((span) => [
    ...arrow(process, "call", span.parent, span, span.start),
    ...span.stretches.flatMap(({ from, by }) =>
      by?.kind === "task" ? arrow(process, "hand-over", by.task, span, from) : [],
    ),
  ]);
}

function arrow(
  process: TracedProcess,
  name: string,
  from: TaskId | undefined,
  to: TaskSpan,
  t: number,
): FormatEvent[] {
  const { pid, trace, newId } = process;
  const giver = from === undefined ? undefined : trace.tasks[from];
  if (!giver || giver === to || !isKnown(trace, t)) return [];
  const arrow = { cat: "hand-over", name, pid, id: newId() };
  // A task that others wait for may end before the event loop resumes them. The arrow then starts at its end.
  const leaves = Math.min(t, giver.end ?? t);
  return [
    { ph: "s", ...arrow, tid: threadOf(process, giver.task), ts: microseconds(leaves) },
    { ph: "f", bp: "e", ...arrow, tid: threadOf(process, to.task), ts: microseconds(t) },
  ];
}
