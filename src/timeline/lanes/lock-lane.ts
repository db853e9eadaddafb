// Geometry of a lock's lane: a bar in the colour of each thread that held it. Pure; slide units.

import { firstIndex } from "../../trace/events/lists.ts";
import type { HoldSpan, Lock } from "../../trace/fold/thread-spans.ts";
import { type LaneWords, neverSpot, takenBy, wordSizeIn, wordsIn } from "../bars/bar-words.ts";
import type { Edges, Extent } from "../scale/extents.ts";
import { extent, tickWidth } from "../scale/extents.ts";
import {
  barHeight,
  endIn,
  type LaneBase,
  type LaneFrame,
  type TaskSurroundings,
} from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel, type TextSpot, textWidth } from "../scale/lane-label.ts";
import { type LaneLook, threadLook } from "../scale/looks.ts";
import { lockTitle } from "./thread-titles.ts";

export interface LockLane extends LaneBase, LaneWords {
  readonly kind: "lock";
  /** From when it was first taken to the last known time. */
  readonly line: Extent;
  /** Who held it, grouped by the class of the thread's look. */
  readonly blocks: readonly { readonly key: string; readonly extents: readonly Extent[] }[];
}

interface Held extends Edges {
  readonly hold: HoldSpan;
}

const closest = 2;
/** Units beside and between the words. */
const margin = 12;

/** Returns the look of a lock's lane. */
export function lockLook({ name }: Lock): LaneLook {
  return { label: name.replace(/^the /, ""), className: "timeline-lock", symbol: undefined };
}

export function lockLane(lock: Lock, spot: LaneSpot, around: TaskSurroundings): LockLane {
  const { frame } = around;
  const look = lockLook(lock);
  const bar = barHeight(spot.height);
  const wordSize = wordSizeIn(bar);
  const holds = distinctHolds(lock, frame);
  const [first] = lock.holds;
  const left = first ? frame.x(first.from, first.seq) : frame.untilX;
  const never = wordSize === undefined ? undefined : neverWord(lock, holds, wordSize, around);
  const { memory, byte } = lock.on;
  return {
    kind: "lock",
    key: `lock-${memory}-${byte}`,
    look,
    title: () => lockTitle(lock, around),
    y: spot.y,
    height: spot.height,
    barHeight: bar,
    ...laneLabel(look, spot, frame),
    line: { x: left, width: frame.untilX - left },
    blocks: holdBlocks(holds, around),
    words: wordSize === undefined ? [] : holderWords(holds, never, wordSize, around),
    wordSize: wordSize ?? 0,
    never,
    right: frame.untilX,
  };
}

/** Of holds too close to be distinguished, the first is kept. */
function distinctHolds({ holds }: Lock, frame: LaneFrame): Held[] {
  const distinct: Held[] = [];
  for (let index = 0, hold = holds[0]; hold; hold = holds[index]) {
    const last = distinct.at(-1);
    const left = Math.max(frame.x(hold.from, hold.seq), last ? last.left + closest : 0);
    const right = Math.max(endIn(frame, hold.to, hold.endSeq), left + tickWidth);
    if (last) last.right = Math.min(last.right, left);
    distinct.push({ left, right, hold });
    index = firstIndex(holds, ({ to, endSeq }) => endIn(frame, to, endSeq) > left + closest, index + 1);
  }
  return distinct;
}

function holdBlocks(holds: readonly Held[], { trace, looks }: TaskSurroundings): LockLane["blocks"] {
  const blocks = new Map<string, Extent[]>();
  for (const { hold, ...edges } of holds) {
    const thread = trace.threadOf(hold.worker);
    const key = thread ? threadLook(thread, looks).className : "";
    const extents = blocks.get(key) ?? [];
    blocks.set(key, extents);
    extents.push(extent(edges));
  }
  return [...blocks].map(([key, extents]) => ({ key, extents }));
}

/** Says that the lock is never released, if there is room beside the holder's name, which matters more. */
function neverWord(
  lock: Lock,
  holds: readonly Held[],
  size: number,
  { trace, frame }: TaskSurroundings,
): TextSpot | undefined {
  const last = lock.holds.at(-1);
  const drawn = holds.at(-1);
  if (trace.outcome?.kind !== "deadlock" || last?.to !== undefined || !last || !drawn) return undefined;
  const { name = "" } = trace.threadOf(last.worker) ?? {};
  const needed = textWidth(`${name} never`, size) + 2 * margin;
  return drawn.right - drawn.left > needed ? neverSpot(frame) : undefined;
}

function holderWords(
  holds: readonly Held[],
  never: TextSpot | undefined,
  size: number,
  { trace, frame }: TaskSurroundings,
): TextSpot[] {
  const parts = holds.map(({ hold, ...edges }) => {
    const { name = "" } = trace.threadOf(hold.worker) ?? {};
    return { ...extent(edges), texts: [name] };
  });
  return wordsIn(parts, takenBy(never, [], size), size, frame);
}
