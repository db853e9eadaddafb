// The links between the lanes of threads: who started whom, who sent whom a message, and who woke whom. Pure; slide
// units.

import type { WorkerId } from "../../trace/events/events.ts";
import { firstIndex } from "../../trace/events/lists.ts";
import type { BlockSpan, MessageSpan, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import type { Trace } from "../../trace/trace.ts";
import type { LaneItem } from "../lanes/lane-items.ts";
import type { Lane } from "../lanes/lanes.ts";
import type { ThreadLane } from "../lanes/thread-lane.ts";
import type { AxisPlace } from "../scale/axis-map.ts";

/** An arrow from one lane to another. It slopes if it takes time. */
export interface Link {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** More links than this cannot be told apart. */
const most = 80;
const closest = 4;

type Lanes = ReadonlyMap<WorkerId, ThreadLane>;

/** Returns the links between the lanes. `items` must be in the same order as `lanes`. */
export function threadLinks(
  trace: Trace,
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  x: AxisPlace,
): Link[] {
  const byWorker = new Map<WorkerId, ThreadLane>();
  for (const [index, item] of items.entries()) {
    const lane = lanes[index];
    if (item.kind === "thread" && lane?.kind === "thread") byWorker.set(item.thread.worker, lane);
  }
  if (byWorker.size < 2) return [];
  const threads = trace.threads.filter(({ worker }) => byWorker.has(worker));
  const waking = threads.flatMap(({ blocks }) =>
    distinct(blocks, ({ to = Number.POSITIVE_INFINITY, endSeq }) => x(to, endSeq)),
  );
  return [
    ...threads.flatMap((thread) => startLink(thread, byWorker, x)),
    ...distinct(trace.messages, ({ sent, seq }) => x(sent, seq)).flatMap((each) =>
      messageLink(each, byWorker, x),
    ),
    ...(waking.length > most ? [] : waking.flatMap((block) => wakeLink(block, byWorker, x))),
  ];
}

/** Returns all, or else some of them that are far enough from each other. They have to be in the order of their places. */
function distinct<Item>(items: readonly Item[], place: (item: Item) => number): readonly Item[] {
  let kept = items;
  for (let distance = closest; kept.length > most; distance *= 2) kept = apart(items, place, distance);
  return kept;
}

function apart<Item>(items: readonly Item[], place: (item: Item) => number, distance: number): Item[] {
  const kept: Item[] = [];
  for (let index = 0, item = items[0]; item !== undefined; item = items[index]) {
    const next = place(item) + distance;
    kept.push(item);
    index = firstIndex(items, (later) => place(later) >= next, index + 1);
  }
  return kept;
}

function startLink({ parent, worker, start, seq }: ThreadSpan, lanes: Lanes, x: AxisPlace): Link[] {
  if (parent === undefined) return [];
  const at = x(start, seq);
  return link(lanes.get(parent), lanes.get(worker), at, at);
}

function messageLink(
  { from, to, sent, seq, taken, takenSeq }: MessageSpan,
  lanes: Lanes,
  x: AxisPlace,
): Link[] {
  if (to === undefined || taken === undefined) return [];
  return link(lanes.get(from), lanes.get(to), x(sent, seq), x(taken, takenSeq));
}

function wakeLink({ worker, by, to, endSeq, how }: BlockSpan, lanes: Lanes, x: AxisPlace): Link[] {
  if (by === undefined || to === undefined || how !== "ok") return [];
  const at = x(to, endSeq);
  return link(lanes.get(by), lanes.get(worker), at, at);
}

/** From the edge of one lane's bar to the edge of the other's. */
function link(from: ThreadLane | undefined, to: ThreadLane | undefined, x1: number, x2: number): Link[] {
  if (!from || !to || from === to) return [];
  const middle = ({ y, height }: ThreadLane) => y + height / 2;
  const towards = Math.sign(middle(to) - middle(from)) / 2;
  return [
    {
      x1,
      y1: middle(from) + towards * from.barHeight,
      x2,
      y2: middle(to) - towards * to.barHeight,
    },
  ];
}
