// Tells a deadlock: which threads wait for what, who holds it, and why it is never released. Made from the trace alone.

import { grouped } from "../events/lists.ts";
import type { FoldedRun } from "../fold/folded-run.ts";
import { holdAt } from "../fold/locks.ts";
import type { BlockSpan, HoldSpan, Lock, ThreadSpan } from "../fold/thread-spans.ts";
import { atPlace, listed } from "./places.ts";
import { lineOf, workerText } from "./thread-words.ts";

/** A thread that is blocked for ever. */
export interface Stuck {
  readonly thread: ThreadSpan;
  readonly block: BlockSpan;
  /** The lock that it waits for; undefined if the cell is no lock. */
  readonly lock: Lock | undefined;
  /** Who holds that lock; undefined if nobody does. */
  readonly hold: HoldSpan | undefined;
}

/** Returns the threads that are blocked for ever. Empty for a run that did not end by a deadlock. */
export function stuckThreads(trace: FoldedRun): Stuck[] {
  const { outcome, endSeq = 0, threads } = trace;
  if (outcome?.kind !== "deadlock") return [];
  return threads.flatMap((thread) => {
    const block = thread.blocks.at(-1);
    if (!block || block.to !== undefined) return [];
    const lock = trace.lockOf(block.on);
    return [{ thread, block, lock, hold: lock && holdAt(lock, endSeq) }];
  });
}

/**
 * Returns the threads of a cycle, in its order: each waits for a lock that the next one holds, and the last for one
 * that the first holds. Empty if there is no cycle.
 */
function cycleOf(stuck: readonly Stuck[]): Stuck[] {
  const byWorker = new Map(stuck.map((each) => [each.thread.worker, each]));
  for (const start of stuck) {
    const path = [start];
    for (let next = holderOf(start, byWorker); next; next = holderOf(next, byWorker)) {
      if (next === start) return path;
      if (path.includes(next)) break;
      path.push(next);
    }
  }
  return [];
}

function holderOf({ hold }: Stuck, byWorker: ReadonlyMap<number, Stuck>): Stuck | undefined {
  return hold && byWorker.get(hold.worker);
}

/** Returns what the console says about a deadlock: one sentence or two for each lock. Empty if there is none. */
export function deadlockLines(trace: FoldedRun): { readonly task: number; readonly text: string }[] {
  const stuck = stuckThreads(trace);
  const [first] = stuck;
  if (!first) return [];
  const cycle = cycleOf(stuck);
  const others = [
    ...grouped(
      stuck.filter((each) => !cycle.includes(each)),
      waitKey,
    ).values(),
  ];
  const texts = [
    "Deadlock: every thread has ended or waits for ever.",
    ...(cycle.length > 0 ? [cycleText(cycle, trace)] : []),
    ...others.map((group) => groupText(group, trace)),
  ];
  return texts.map((text) => ({ task: first.block.task, text }));
}

/** Threads are told together if they wait for the same thing at the same line. */
function waitKey({ block }: Stuck): string {
  const { file = "", line = 0 } = lineOf(block) ?? {};
  return `${block.on.memory} ${block.on.byte} ${file} ${line}`;
}

function groupText(group: readonly Stuck[], trace: FoldedRun): string {
  const [first] = group;
  if (!first) return "";
  const names = listed(group.map(({ thread }) => thread.name));
  const what = `${capital(names)} ${group.length > 1 ? "wait" : "waits"}${atPlace(lineOf(first.block), trace)}`;
  if (!first.lock) return `${what} for a notify that nobody can send.`;
  if (!first.hold)
    return `${what} for ${first.lock.name}, which is free: nobody can wake ${group.length > 1 ? "them" : "it"}.`;
  return `${what} for ${first.lock.name}. ${holderText(first.hold, first.block, trace)}`;
}

/**
 * "cow took it at line 9 of speak.ts and never released it: it ended with Error: Not happy about moo." If it took the lock
 * at the line at which others wait, "there": the console has few lines.
 */
function holderText(hold: HoldSpan, block: BlockSpan, trace: FoldedRun): string {
  const name = capital(workerText(hold.worker, trace));
  const [taken, waited] = [lineOf(hold), lineOf(block)];
  const isSame = taken !== undefined && taken.file === waited?.file && taken.line === waited.line;
  const where = isSame ? " there" : atPlace(taken, trace);
  return sentence(`${name} took it${where} and never released it: ${fateOf(hold, trace)}`);
}

function fateOf({ worker }: HoldSpan, trace: FoldedRun): string {
  const thread = trace.threadOf(worker);
  if (thread?.how === "terminated") return "it was terminated";
  const last = thread?.blocks.at(-1);
  if (last && last.to === undefined) return "it is blocked itself";
  if (thread?.failure) return `it ended with ${thread.failure.headline}`;
  return thread?.how === "closed" ? "it closed itself" : "it has nothing left to do";
}

function cycleText(cycle: readonly Stuck[], trace: FoldedRun): string {
  const [only, other] = cycle;
  if (only && !other)
    return `${capital(only.thread.name)} waits${atPlace(lineOf(only.block), trace)} for ${only.lock?.name}, which it holds itself.`;
  const parts = cycle.map(({ thread, block, lock }, index) => {
    const before = cycle.at(index - 1)?.lock?.name;
    return `${thread.name} has ${before} and waits${atPlace(lineOf(block), trace)} for ${lock?.name}`;
  });
  return `They wait in a cycle: ${parts.join("; ")}.`;
}

function capital(text: string): string {
  return text.replace(/^the /, "The ");
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
