// The tooltips of the lanes of threads and locks.

import type { Lock, OpenSpan, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import { atPlace } from "../../trace/words/places.ts";
import { threadEnd, workerText } from "../../trace/words/thread-words.ts";
import type { KnownRun } from "../scale/known-run.ts";

/** Returns how long the spans are together, in milliseconds. One that is open reaches to the last known time. */
export function sumOf(spans: readonly OpenSpan[], { until }: Pick<KnownRun, "until">): number {
  return spans.reduce((sum, { from, to = until }) => sum + Math.max(0, to - from), 0);
}

/** Returns how often something was, and for how long together: "3 times, 0.40 s"; "–" if never. */
export function often(spans: readonly OpenSpan[], run: KnownRun): string {
  if (spans.length === 0) return "–";
  const times = spans.length === 1 ? "once" : `${spans.length.toLocaleString("en")} times`;
  return `${times}, ${run.times.text(sumOf(spans, run))}`;
}

/** Returns the tooltip of a thread: its file, who started it, how often it was blocked, and how it ended. */
export function threadTitle(thread: ThreadSpan, run: KnownRun): string {
  const { name, file, parent, place, start, blocks, end } = thread;
  const by = parent === undefined ? "" : ` by ${workerText(parent, run.trace)}${atPlace(place, run.trace)}`;
  const ended = end === undefined ? "" : ` at ${run.times.text(end)}`;
  return [
    `${name}: a thread of ${file}`,
    `started at ${run.times.text(start)}${by}`,
    ...(blocks.length === 0 ? [] : [`blocked ${often(blocks, run)}`]),
    `${threadEnd(thread, run.trace)}${ended}`,
  ].join("\n");
}

/** Returns the tooltip of a lock: how often it was taken, and how long it was held. */
export function lockTitle({ name, holds }: Lock, run: KnownRun): string {
  const open = holds.at(-1);
  const held = open && open.to === undefined ? [`held by ${workerText(open.worker, run.trace)}`] : [];
  return [`${name}: taken ${often(holds, run)}`, ...held].join("\n");
}
