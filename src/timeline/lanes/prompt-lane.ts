// Geometry of the prompt's lane: a block for each entry, and what it waited for. Pure; slide units.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import { barWords, wordSizeIn } from "../bars/bar-words.ts";
import { type EndMark, markRight } from "../bars/end-mark.ts";
import { distinctStretches, type TaskParts, taskParts } from "../bars/task-parts.ts";
import { addTurn, type Edges, type Extent, extent, tickWidth } from "../scale/extents.ts";
import { barHeight, endIn, type LaneFrame, type TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel, lowestLaneWithWords } from "../scale/lane-label.ts";
import { promptLook } from "../scale/looks.ts";
import type { TaskLane } from "./task-lane.ts";
import { taskMarks } from "./task-marks.ts";
import { promptTitle } from "./task-words.ts";

/** Entries closer than this many units cannot be distinguished. */
const closest = 2;

/** @param spans the tasks that evaluate the entries, in the order of the entries */
export function promptLane(spans: readonly TaskSpan[], spot: LaneSpot, around: TaskSurroundings): TaskLane {
  const { frame, trace } = around;
  const bar = barHeight(spot.height);
  const entries = distinctEntries(spans, frame).map((span) => ({
    span,
    numbers: distinctStretches(span, frame),
  }));
  const parts = joined(entries.map(({ span, numbers }) => taskParts(span, numbers, trace, frame)));
  const marks = clear(entries.flatMap(({ span, numbers }) => taskMarks(span, numbers, spot.height, around)));
  const wordSize = wordSizeIn(bar);
  const isOpen = spans.some(({ end }) => end === undefined);
  const last = Math.max(frame.plotLeft, ...spans.map(({ end, endSeq }) => endIn(frame, end, endSeq)));
  return {
    kind: "task",
    key: "prompt",
    look: promptLook,
    title: () => promptTitle(around),
    y: spot.y,
    height: spot.height,
    barHeight: bar,
    ...laneLabel(promptLook, spot, frame, lowestLaneWithWords.slim),
    parts,
    openAt: isOpen ? frame.untilX : undefined,
    words: wordSize === undefined ? [] : barWords(parts, undefined, marks, wordSize, around),
    wordSize: wordSize ?? 0,
    never: undefined,
    marks,
    right: Math.max(last, ...marks.map(markRight)),
  };
}

function distinctEntries(spans: readonly TaskSpan[], frame: LaneFrame): TaskSpan[] {
  let free = Number.NEGATIVE_INFINITY;
  return spans.filter(({ start, seq, end, endSeq, how }) => {
    if (how === "returned" && endIn(frame, end, endSeq) < free) return false;
    free = frame.x(start, seq) + closest;
    return true;
  });
}

function joined(all: readonly TaskParts[]): TaskParts {
  const turns: Edges[] = [];
  const solid = all.flatMap((parts) => parts.solid).sort((one, other) => one.x - other.x);
  // A block of the minimum width took no time. Such ticks are added with zero width, so that ticks that touch do not
  // merge into a block.
  for (const { x, width } of solid) addTurn(turns, x, width > tickWidth ? x + width : x);
  const every = (part: (parts: TaskParts) => readonly Extent[]) => all.flatMap(part);
  return {
    solid: turns.map(extent),
    called: every(({ called }) => called),
    waits: all.flatMap(({ waits }) => waits),
    ready: every(({ ready }) => ready),
    created: every(({ created }) => created),
    blocked: every(({ blocked }) => blocked),
    unknown: every(({ unknown }) => unknown),
  };
}

// An entry that returned needs no mark, because the next entry shows that. Only the last mark keeps its words, because
// later entries would be in the way of the others.
function clear(marks: readonly EndMark[]): EndMark[] {
  const notable = marks.filter(({ end, note }) => end !== "returned" || note !== undefined);
  const kept: EndMark[] = [];
  for (const mark of notable.sort((one, other) => one.x - other.x)) {
    const last = kept.at(-1);
    if (!last || mark.x - last.x >= last.radius + mark.radius) kept.push(mark);
  }
  return kept.map((mark, index) => (index < kept.length - 1 ? { ...mark, note: undefined } : mark));
}
