// What each thread of a run does after any of its events, and who holds and awaits its locks.

import { lastBefore } from "../events/lists.ts";
import { holdAt } from "../fold/locks.ts";
import type { BlockSpan, Lock, OpenSpan, ThreadSpan } from "../fold/thread-spans.ts";
import type { Trace } from "../trace.ts";
import { atPlace, listed } from "../words/places.ts";
import { blockedFor, lineOf, threadEnd, workerText } from "../words/thread-words.ts";

/**
 * What a thread does.
 * - "starting": it was started, and its file does not run yet.
 * - "running": a task of it, or the handler of a message, has control.
 * - "idle": it waits for messages, timers or replies.
 */
export type ThreadState =
  | { readonly kind: "unborn" | "starting" | "running" | "idle" | "over" }
  | { readonly kind: "blocked"; readonly block: BlockSpan };

/** Returns what a thread does after the event `seq`. */
export function threadStateAt(thread: ThreadSpan, trace: Trace, seq: number): ThreadState {
  if (seq < thread.seq) return { kind: "unborn" };
  if (thread.endSeq !== undefined && thread.endSeq <= seq) return { kind: "over" };
  const piece = spanAt(thread.pieces, seq);
  if (piece?.does.kind === "blocked") return { kind: "blocked", block: piece.does.block };
  const top = thread.top === undefined ? undefined : trace.tasks[thread.top];
  if (!top || seq < top.seq) return { kind: "starting" };
  const does = piece?.does.kind;
  return { kind: does === "running" || does === "handling" ? "running" : "idle" };
}

/** "blocked at line 4 of speak.ts: it waits for the lock, which cow has", "running", "waiting". */
export function threadStateText(thread: ThreadSpan, trace: Trace, seq: number): string {
  const state = threadStateAt(thread, trace, seq);
  switch (state.kind) {
    case "unborn":
      return "not started";
    case "idle":
      return "waiting";
    case "over":
      return threadEnd(thread, trace);
    case "starting":
    case "running":
      return state.kind;
    case "blocked": {
      const where = atPlace(lineOf(state.block), trace);
      return `blocked${where}: it waits for ${blockedFor(state.block, trace)}${heldBy(state.block, trace, seq)}`;
    }
    default:
      return state satisfies never;
  }
}

function heldBy({ on }: BlockSpan, trace: Trace, seq: number): string {
  const lock = trace.lockOf(on);
  const hold = lock && holdAt(lock, seq);
  return hold ? `, which ${workerText(hold.worker, trace)} has` : "";
}

/** Returns the threads that are blocked on a lock after the event `seq`. */
function waitersAt({ on }: Lock, trace: Trace, seq: number): ThreadSpan[] {
  return trace.threads.filter((thread) => {
    const state = threadStateAt(thread, trace, seq);
    return state.kind === "blocked" && state.block.on.memory === on.memory && state.block.on.byte === on.byte;
  });
}

/** "held by cow; pig and frog wait", "free". */
export function lockStateText(lock: Lock, trace: Trace, seq: number): string {
  const hold = holdAt(lock, seq);
  const holder = hold ? `held by ${workerText(hold.worker, trace)}` : "free";
  const waiters = waitersAt(lock, trace, seq).map(({ name }) => name);
  if (waiters.length === 0) return holder;
  return `${holder}; ${listed(waiters)} ${waiters.length === 1 ? "waits" : "wait"}`;
}

/** Returns the span that contains the moment after the event `seq`. */
function spanAt<Span extends OpenSpan>(spans: readonly Span[], seq: number): Span | undefined {
  const last = spans[lastBefore(spans, (span) => span.seq > seq)];
  return last && (last.endSeq ?? Number.POSITIVE_INFINITY) > seq ? last : undefined;
}
