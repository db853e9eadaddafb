// Writes what threads do to each other in the Trace Event Format: where they were blocked, and who held which lock.

import type { Place } from "../../trace/events/events.ts";
import type { BlockSpan, HoldSpan, Lock } from "../../trace/fold/thread-spans.ts";
import { blockedFor, lineOf, workerText } from "../../trace/words/thread-words.ts";
import { openArgs } from "./task-events.ts";
import { type Args, extent, type FormatEvent, microseconds } from "./trace-event-format.ts";
import { type TracedProcess, threadOf } from "./traced-process.ts";

/** Returns a slice for each time that a thread was blocked, on the thread of the task that called `Atomics.wait`. */
export function blockEvents(process: TracedProcess): FormatEvent[] {
  const spans = process.trace.threads.flatMap(({ blocks }) => blocks);
  return spans.map((block) => blockSlice(process, block));
}

function blockSlice(process: TracedProcess, block: BlockSpan): FormatEvent {
  const { pid, trace } = process;
  return {
    ph: "X",
    cat: "blocked",
    name: `blocked: waits for ${blockedFor(block, trace)}`,
    pid,
    tid: threadOf(process, block.task),
    ...extent(block.from, block.to ?? trace.duration),
    args: {
      ...placeArgs(lineOf(block)),
      ...(block.by === undefined ? {} : { "woken by": workerText(block.by, trace) }),
      ...openArgs(block.to),
    },
  };
}

/** Returns a row for each lock, with a slice for each time that a thread held it. */
export function lockEvents(process: TracedProcess): FormatEvent[] {
  return process.trace.locks.flatMap((lock) => {
    const id = process.newId();
    return lock.holds.flatMap((hold) => holdEvents(process, lock, hold, id));
  });
}

function holdEvents(process: TracedProcess, { name }: Lock, hold: HoldSpan, id: string): FormatEvent[] {
  const { pid, trace } = process;
  const { from, to, worker, task } = hold;
  const tid = threadOf(process, task);
  const event = { cat: "lock", id, name: `${name}: ${workerText(worker, trace)}`, pid, tid };
  const args = { ...placeArgs(lineOf(hold)), ...openArgs(to) };
  return [
    { ph: "b", ...event, ts: microseconds(from), args },
    { ph: "e", ...event, ts: microseconds(to ?? trace.duration) },
  ];
}

function placeArgs(place: Place | undefined): Args {
  return place ? { place: `${place.file}:${place.line}:${place.column}` } : {};
}
