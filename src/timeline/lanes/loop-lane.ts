// Geometry of the event loop's lane: a block for each span in which a task has control. Pure; slide units.

import type { TaskId } from "../../trace/events/events.ts";
import { firstIndex, grouped } from "../../trace/events/lists.ts";
import type { Trace } from "../../trace/trace.ts";
import { type Edges, type Extent, extent } from "../scale/extents.ts";
import { barHeight, endIn, type LaneBase, type LaneFrame } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel, lowestLaneWithWords, textWidth } from "../scale/lane-label.ts";
import { type Looks, laneClass } from "../scale/looks.ts";

export interface LoopLane extends LaneBase {
  readonly kind: "loop";
  /** From the beginning of the run to the last known time. */
  readonly line: Extent;
  /** The blocks of tasks that have control, grouped by the class of the task's lane. They never overlap. */
  readonly blocks: readonly { readonly key: string; readonly extents: readonly Extent[] }[];
  /** The part in which it is not recorded who has control. */
  readonly unknown: (Extent & { readonly text: string | undefined }) | undefined;
}

const look = { label: "event loop", className: "timeline-loop", symbol: undefined };
const title = "The event loop: which task has control. In the gaps nobody has it.";
const closest = 2;
const narrowest = 2;

export function loopLane(trace: Trace, looks: Looks, spot: LaneSpot, frame: LaneFrame): LoopLane {
  const left = frame.x(0);
  const right = frame.untilX;
  const blocks = controlBlocks(trace, looks, frame);
  return {
    kind: "loop",
    key: "loop",
    look,
    title: () => title,
    y: spot.y,
    height: spot.height,
    barHeight: barHeight(spot.height),
    ...laneLabel(look, spot, frame, lowestLaneWithWords.slim),
    line: { x: left, width: right - left },
    blocks: [...blocks].map(([key, edges]) => ({ key, extents: edges.map(extent) })),
    unknown: unknownFrom(trace, spot, frame),
    right: Math.max(left, ...[...blocks.values()].map((edges) => edges.at(-1)?.right ?? left)),
  };
}

interface Block extends Edges {
  readonly task: TaskId;
}

function controlBlocks(trace: Trace, looks: Looks, frame: LaneFrame): Map<string, Block[]> {
  const classes = new Map<TaskId, string>();
  const classOf = (id: TaskId) => {
    const span = trace.tasks[id];
    const known = classes.get(id) ?? (span ? laneClass(looks.task(span), span) : "");
    classes.set(id, known);
    return known;
  };
  return grouped(thinnedBlocks(trace, frame), ({ task }) => classOf(task));
}

// The lane is that of the first thread: other threads have loops of their own. Of blocks that begin at about the same place, the first is kept. A longer one among the others shows behind it.
function thinnedBlocks({ mainControl: control }: Trace, frame: LaneFrame): Block[] {
  const blocks: Block[] = [];
  let index = 0;
  for (let span = control[index]; span; span = control[index]) {
    const last = blocks.at(-1);
    const left = Math.max(frame.x(span.from, span.seq), last ? last.left + closest : 0);
    const right = Math.max(endIn(frame, span.to, span.endSeq), left + narrowest);
    if (last) last.right = Math.min(last.right, left);
    blocks.push({ left, right, task: span.task });
    index = firstIndex(control, ({ to, endSeq }) => endIn(frame, to, endSeq) > left + closest, index + 1);
  }
  return blocks;
}

function unknownFrom(trace: Trace, { height }: LaneSpot, { x, untilX }: LaneFrame): LoopLane["unknown"] {
  if (trace.thinnedAt === undefined) return undefined;
  const left = x(trace.thinnedAt, trace.thinnedSeq);
  const width = untilX - left;
  const text = "too much to record";
  const fits = height >= lowestLaneWithWords.slim && width > textWidth(text, 16) + 16;
  return { x: left, width, text: fits ? text : undefined };
}
