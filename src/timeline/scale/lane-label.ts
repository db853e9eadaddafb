// Geometry of the label column: a lane's icon and its text. Pure; slide units.

import type { LaneLook } from "./looks.ts";

export interface TextSpot {
  readonly x: number;
  readonly text: string;
  readonly anchor: "start" | "end";
}

export interface LaneLabel {
  readonly icon: { readonly x: number; readonly size: number };
  /** Undefined if the lane is too low for words. */
  readonly label: TextSpot | undefined;
}

/** Where a lane is in its run. */
export interface LaneSpot {
  /** Index of the lane. */
  readonly index: number;
  /** How many lanes it is nested in. Its label is indented by as many steps. */
  readonly depth: number;
  readonly y: number;
  readonly height: number;
  /** Added after the label, and never cut. */
  readonly suffix?: string;
}

/** The column that all lanes share. */
export interface LabelColumn {
  /** Left edge. */
  readonly labelX: number;
  /** Width for icon and text. */
  readonly labelWidth: number;
  readonly plotLeft: number;
}

/** Text size of labels: what is read from the last row of a room. */
export const labelText = 20;
/** Width of a label's character: the mean of usual labels is 9 to 10. */
export const characterWidth = 10;
/** Lanes lower than this have icons instead of words. The slim ones are the program's, the prompt's and the event loop's. */
export const lowestLaneWithWords = { usual: 18, slim: 16 };
/** Width of an icon and the free space after it. */
export const drawingWidth = 42;
/** The most characters of a label beside an icon. */
export const longestLabel = 17;
const largestIcon = 32;
const smallestIcon = 24;
const step = 12;
/** Lanes nested deeper than this are not indented further. */
const deepest = 3;

/** Estimates the width of a text in units, well enough to reserve space. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** Returns at most `length` characters, with an ellipsis if some are cut. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

/** Returns how many units a label is indented, compared with the program's label. */
export function indentation(depth: number): number {
  return Math.min(depth, deepest) * step;
}

/** Returns how many units a label needs. */
export function labelWidth(look: LaneLook, depth: number): number {
  const characters = Math.min(longestLabel, look.label.length);
  return indentation(depth) + (look.symbol ? drawingWidth : 0) + characters * characterWidth;
}

export function laneLabel(
  look: LaneLook,
  { index, depth, height, suffix = "" }: LaneSpot,
  column: LabelColumn,
  lowest = lowestLaneWithWords.usual,
): LaneLabel {
  if (height < lowest) return { icon: staggeredIcon(index, height, column), label: undefined };
  const left = column.labelX + indentation(depth);
  const iconSize = Math.min(largestIcon, height - 2);
  const x = left + (look.symbol ? drawingWidth : 0);
  const room = Math.floor((column.labelX + column.labelWidth - x) / characterWidth + 0.01);
  const most = Math.min(room, longestLabel + (look.symbol ? 0 : 3)) - suffix.length;
  const text = shortened(look.label, most) + suffix;
  return {
    icon: { x: left + (largestIcon - iconSize) / 2, size: iconSize },
    label: { x, text, anchor: "start" },
  };
}

// Icons of low lanes alternate between several columns, so that each may be higher than its lane.
function staggeredIcon(index: number, height: number, { plotLeft }: LabelColumn): LaneLabel["icon"] {
  const columns = Math.ceil(smallestIcon / height);
  const size = Math.min(28, columns * height);
  const column = columns - 1 - (index % columns);
  return { x: plotLeft - 10 - (column + 1) * (size + 3), size };
}
