// Words for threads: their names, what they wait for, and what their events say.

import type { Place, TraceEvent, WorkerId } from "../events/events.ts";
import type { ThreadFact } from "../events/thread-facts.ts";
import type { FoldedRun } from "../fold/folded-run.ts";
import type { BlockSpan, ThreadSpan } from "../fold/thread-spans.ts";
import { atPlace } from "./places.ts";

/** Returns the thread's name, or "worker 2": viewers count workers from 1. */
export function workerText(worker: WorkerId, trace?: Pick<FoldedRun, "threadOf">): string {
  return trace?.threadOf(worker)?.name ?? `worker ${worker + 1}`;
}

/** How the threads of a run were switched, and what that means for the next run: for the eye, and in full. */
export interface ThreadKind {
  readonly short: string;
  readonly long: string;
}

/** Says whether threads were real, or had turns under a seed. `undefined` for a program without threads. */
export function threadKind({ threads, turns }: Pick<FoldedRun, "threads" | "turns">): ThreadKind | undefined {
  if (threads.length === 0) return undefined;
  if (turns === undefined) {
    const long = "Real threads: each run may come out differently";
    return { short: "real: may differ", long };
  }
  return {
    short: `seed ${turns}: repeats`,
    long: `Threads in turns, seed ${turns}: each run comes out the same`,
  };
}

/** Returns what a blocked thread waits for: "the lock", or "a notify" for a cell that is no lock. */
export function blockedFor({ on }: Pick<BlockSpan, "on">, trace: FoldedRun): string {
  return trace.lockOf(on)?.name ?? "a notify";
}

/** Where a thread waits for a lock or takes one. */
interface Places {
  readonly place?: Place | undefined;
  readonly caller?: Place | undefined;
}

/** Returns the line that a viewer looks for: the one that uses the lock, or else the call of Atomics itself. */
export function lineOf({ place, caller }: Places): Place | undefined {
  return caller ?? place;
}

/** Returns how a thread ended, or what it does: "terminated by the program", "blocked". */
export function threadEnd({ how, by, blocks }: ThreadSpan, trace: FoldedRun): string {
  if (how === "terminated") return by === undefined ? how : `${how} by ${workerText(by, trace)}`;
  const last = blocks.at(-1);
  if (how !== undefined) return how;
  if (last && last.to === undefined) return "blocked";
  return trace.outcome ? "ended" : "running";
}

/** For example "cow is blocked at line 12 of speak.ts: pig has the lock". */
export function threadEventText(event: Extract<TraceEvent, ThreadFact>, trace: FoldedRun): string {
  const who = workerText(event.worker, trace);
  switch (event.kind) {
    case "thread-start":
      return `${workerText(event.parent, trace)} starts ${who}`;
    case "thread-end":
      return endText(event, who, trace);
    case "message-sent":
      return `${who} sends a message${event.to === undefined ? "" : ` to ${workerText(event.to, trace)}`}`;
    case "message-taken":
      return `${who} takes a message${sender(event.message, trace)}`;
    case "message-handled":
      return `${who} has handled the message${sender(event.message, trace)}`;
    case "block":
      return `${who} is blocked${atPlace(lineOf(event), trace)}: it waits for ${blockedFor(event, trace)}`;
    case "wake":
      return wakeText(event, who, trace);
    case "lock-taken":
      return `${who} takes ${blockedFor(event, trace)}${atPlace(lineOf(event), trace)}`;
    case "lock-released":
      return `${who} releases ${blockedFor(event, trace)}`;
    default:
      return event satisfies never;
  }
}

type Fact<Kind extends ThreadFact["kind"]> = Extract<ThreadFact, { readonly kind: Kind }>;

function endText({ how, by }: Fact<"thread-end">, who: string, trace: FoldedRun): string {
  if (how === "closed") return `${who} closes itself`;
  if (how === "terminated")
    return `${who} is terminated${by === undefined ? "" : ` by ${workerText(by, trace)}`}`;
  return `${who} has ${how}`;
}

function sender(message: number, trace: FoldedRun): string {
  const sent = trace.messageOf(message);
  return sent ? ` of ${workerText(sent.from, trace)}` : "";
}

function wakeText({ how, by }: Fact<"wake">, who: string, trace: FoldedRun): string {
  if (how === "not-equal") return `${who} does not have to wait`;
  if (how === "timed-out") return `${who} has waited long enough and goes on`;
  return `${who} is woken${by === undefined ? "" : ` by ${workerText(by, trace)}`}`;
}
