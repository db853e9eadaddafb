// Writes the tasks of a run as slices of the Trace Event Format: each task on its own thread, and on the event loop's
// thread which task has control.

import type { Place } from "../../trace/events/events.ts";
import type { ControlSpan, Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import { workerText } from "../../trace/words/thread-words.ts";
import { stuckTasks, stuckText, taskName, waitText, wakerText } from "../../trace/words/words.ts";
import { type Args, extent, type FormatEvent } from "./trace-event-format.ts";
import { knownUntil, type TracedProcess, threadOf } from "./traced-process.ts";

/**
 * Returns a slice for each task from its start to its end, and inside it a slice for each thing it did. A task that
 * never ended reaches to the end of the recording.
 */
export function taskEvents(process: TracedProcess): FormatEvent[] {
  const stuck = new Set(stuckTasks(process.trace));
  return process.trace.tasks.flatMap((span) => [
    wholeTask(process, span, stuck.has(span)),
    ...stretches(process, span),
    ...unrecorded(process, span),
  ]);
}

/**
 * Returns the slices of the event loop's thread: which task has control. In the gaps no task has it. In a program with
 * threads it is the loop of the first one, because the slices of several would overlap.
 */
export function controlEvents(process: TracedProcess): FormatEvent[] {
  const { trace } = process;
  const blocks = trace.mainControl.map((span) => controlBlock(process, span));
  if (trace.thinnedAt === undefined) return blocks;
  const args = { reason: "the run handed over control too often" };
  return [...blocks, slice(process, undefined, "not recorded", [trace.thinnedAt, trace.duration], args)];
}

type Times = readonly [from: number, to: number];

function slice(
  process: TracedProcess,
  span: TaskSpan | undefined,
  name: string,
  [from, to]: Times,
  args: Args,
): FormatEvent {
  const tid = threadOf(process, span?.task);
  return { ph: "X", cat: span ? "task" : "control", name, pid: process.pid, tid, ...extent(from, to), args };
}

function controlBlock(process: TracedProcess, { task, from, to }: ControlSpan): FormatEvent {
  const { trace } = process;
  const span = trace.tasks[task];
  const name = span ? taskName(span) : `task ${task}`;
  return slice(process, undefined, name, [from, to ?? trace.duration], openArgs(to));
}

function wholeTask(process: TracedProcess, span: TaskSpan, isStuck: boolean): FormatEvent {
  const { trace } = process;
  const parent = span.parent === undefined ? undefined : trace.tasks[span.parent];
  const args = {
    kind: span.kind,
    function: placeText(span.place),
    ...(span.worker === undefined ? {} : { worker: workerText(span.worker, trace) }),
    ...(parent ? { "called by": taskName(parent) } : {}),
    ...endArgs(span, trace, isStuck),
  };
  return slice(process, span, taskName(span), [span.start, span.end ?? trace.duration], args);
}

function endArgs(span: TaskSpan, trace: Trace, isStuck: boolean): Args {
  if (span.how === undefined) return isStuck ? { ...openArgs(), why: stuckText(span, trace) } : openArgs();
  return span.error === undefined ? { ended: span.how } : { ended: span.how, error: span.error };
}

/** Returns the argument that says that something did not end, or nothing if `end` is known. */
export function openArgs(end?: number): Args {
  return end === undefined ? { ended: "never, as far as it is recorded" } : {};
}

function stretches(process: TracedProcess, span: TaskSpan): FormatEvent[] {
  const { trace } = process;
  const known = knownUntil(trace);
  return span.stretches
    .filter(({ from }) => isKnown(trace, from))
    .map((stretch) => {
      const to = Math.min(stretch.to ?? trace.duration, known);
      const args = { ...stretchArgs(stretch, trace), ...openArgs(stretch.to) };
      return slice(process, span, stretchName(stretch, trace), [stretch.from, to], args);
    });
}

/** True if the trace records in full what began at `from`: the run was not yet thinned. */
export function isKnown({ thinnedAt }: Trace, from: number): boolean {
  return thinnedAt === undefined || from < thinnedAt;
}

function stretchName({ state, wait }: Stretch, trace: Trace): string {
  switch (state) {
    case "created":
      return "not begun";
    case "running":
      return "running";
    case "suspended":
      return `waiting for ${wait ? waitText(wait, trace) : "a promise"}`;
    default:
      return state satisfies never;
  }
}

function stretchArgs({ state, place, wait, by, thrown }: Stretch, trace: Trace): Args {
  return {
    ...(state === "suspended" && place ? { place: placeText(place) } : {}),
    ...(wait ? { "waits for": waitText(wait, trace) } : {}),
    ...(by ? { "resumed by": wakerText(by, trace) } : {}),
    ...(thrown ? { "resumed with": "an error" } : {}),
  };
}

// Once a run is thinned, the trace has only the start and end of a task, not its states.
function unrecorded(process: TracedProcess, span: TaskSpan): FormatEvent[] {
  const { trace } = process;
  const from = Math.max(span.start, knownUntil(trace));
  const to = span.end ?? trace.duration;
  if (trace.thinnedAt === undefined || to < from) return [];
  return [slice(process, span, "not recorded", [from, to], openArgs(span.end))];
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
