// Follows what each thread does from event to event: which task has control, whether it is blocked, or waits.

import type { TaskId, TraceEvent } from "../events/events.ts";
import type { Control } from "./control.ts";
import type { FoldedRun } from "./folded-run.ts";
import type { ControlSpan, Stretch, TaskSpan } from "./tasks.ts";
import type { OpenSpan, ThreadDeed, ThreadPiece, ThreadSpan } from "./thread-spans.ts";

/** What a thread's tasks do now. */
interface TaskSide {
  /** The task that has control in the thread. */
  readonly holder: TaskId | undefined;
  /** The task of its top level. */
  readonly top: TaskSpan | undefined;
}

type Run = Pick<FoldedRun, "tasks" | "threads" | "threadOf">;

/** Brings the pieces of threads up to date after an event. Call it once the event is folded. */
export function settleThreads(event: TraceEvent, run: Run, control: Control): void {
  const task = "task" in event ? run.tasks[event.task] : undefined;
  const worker = "worker" in event ? event.worker : task?.worker;
  // After other events, only the thread of the event can do something else.
  const isForAll = event.kind === "run-end" || event.kind === "thinned" || event.kind === "thread-start";
  for (const thread of isForAll ? run.threads : [run.threadOf(worker)]) {
    if (!thread) continue;
    const top = thread.top === undefined ? undefined : run.tasks[thread.top];
    if (thread.pieces.length === 0) thread.pieces.push(...control.spansOf(top?.worker).map(ranPiece));
    settle(thread, { holder: control.holderOf(top?.worker), top }, event.seq, event.t);
  }
}

/** The program may have run for a while when it starts its first thread. */
function ranPiece({ task, ...span }: ControlSpan): ThreadPiece {
  return { ...span, does: { kind: "running", task } };
}

function settle(thread: ThreadSpan, side: TaskSide, seq: number, t: number): void {
  const does = thread.endSeq === undefined ? deedOf(thread, side) : undefined;
  const last = openOf(thread.pieces);
  if (last && does && isSame(last.does, does)) return;
  if (last) Object.assign(last, { to: t, endSeq: seq });
  if (does) thread.pieces.push({ seq, from: t, to: undefined, endSeq: undefined, does });
}

function deedOf({ blocks, handlings }: ThreadSpan, { holder, top }: TaskSide): ThreadDeed | undefined {
  const block = openOf(blocks);
  if (block) return { kind: "blocked", block };
  if (holder !== undefined) return { kind: "running", task: holder };
  const handling = openOf(handlings);
  if (handling) return { kind: "handling", message: handling.message };
  const stretch = top?.end === undefined ? top?.stretches.at(-1) : undefined;
  return stretch?.state === "suspended" ? { kind: "waiting", stretch } : undefined;
}

function openOf<Span extends OpenSpan>(spans: readonly Span[]): Span | undefined {
  const last = spans.at(-1);
  return last?.to === undefined ? last : undefined;
}

function isSame(one: ThreadDeed, other: ThreadDeed): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(does: ThreadDeed): TaskId | object | string {
  switch (does.kind) {
    case "running":
      return does.task;
    case "handling":
      return `message ${does.message}`;
    case "blocked":
      return does.block;
    case "waiting":
      return does.stretch satisfies Stretch;
    default:
      return does satisfies never;
  }
}
