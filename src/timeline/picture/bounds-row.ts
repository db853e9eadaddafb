// Geometry of the bounds of a run's duration: its longest wait, and the sum of its waits. Pure; slide units.

import { type WaitBounds, waitBounds } from "../../trace/fold/waits.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import type { LaneFrame } from "../scale/lane-frame.ts";
import { drawingWidth, textWidth } from "../scale/lane-label.ts";
import type { SizedText } from "./end-line.ts";

export interface BoundsRow {
  readonly y: number;
  readonly height: number;
  readonly longest: number;
  readonly sum: number;
  /** True if the sum is beyond the end of the axis. */
  readonly isCut: boolean;
  /** Where the run ended. */
  readonly end: number;
  /** The gap in the bracket's line that makes room for words. */
  readonly gap: { readonly from: number; readonly to: number } | undefined;
  readonly texts: readonly SizedText[];
}

const size = 16;
const gap = 8;

/** Returns `undefined` while the program runs, and if it waited at most once: both bounds are then the same. */
export function boundsRow(
  trace: Trace,
  y: number,
  height: number,
  frame: LaneFrame & { readonly times: Times; readonly last: number },
): BoundsRow | undefined {
  const bounds = waitBounds(trace);
  if (trace.total === undefined || bounds.count < 2) return undefined;
  const [longest, sum] = [frame.x(bounds.longest), frame.x(Math.min(bounds.sum, frame.last))];
  const isCut = bounds.sum > frame.last;
  const end = frame.x(trace.total, trace.endSeq);
  const baseline = y + height / 2 + size * 0.36;
  const label: SizedText = {
    x: frame.labelX + drawingWidth,
    y: baseline,
    size,
    text: "waits",
    anchor: "start",
  };
  const text = boundsText(bounds, isCut, sum - longest - 4 * gap, frame.times);
  const words: SizedText[] =
    text === undefined
      ? []
      : [{ x: (longest + sum - textWidth(text, size)) / 2, y: baseline, size, text, anchor: "start" }];
  const [word] = words;
  const space = word && { from: word.x - gap, to: word.x + textWidth(word.text, size) + gap };
  return { y, height, longest, sum, isCut, end, gap: space, texts: [label, ...words] };
}

// Returns the longest text that fits into the middle of the bracket; `undefined` if none fits.
function boundsText(
  { longest, sum }: WaitBounds,
  isCut: boolean,
  room: number,
  times: Times,
): string | undefined {
  const arrow = isCut ? " →" : "";
  const texts = [
    `longest ${times.text(longest)}, sum ${times.text(sum)}${arrow}`,
    `${times.range(longest, sum)}${arrow}`,
  ];
  return texts.find((text) => textWidth(text, size) < room);
}
