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
  readonly label: (TextSpot & { readonly size: number }) | undefined;
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
  /** Width of a character at the largest text size of a label. */
  readonly characterWidth: number;
  readonly largestText: number;
  readonly plotLeft: number;
}

/** Lanes lower than this have icons instead of words. */
export const lowestLaneWithWords = 18;

/** The lowest lane that has a label, and the smallest text size of that label. */
export interface LabelSizes {
  readonly lowest: number;
  readonly smallestText: number;
}

const usualSizes: LabelSizes = { lowest: lowestLaneWithWords, smallestText: 16 };
/** For the lanes that are lower than others: the program's and the prompt's, and the event loop's. */
export const slimSizes = {
  main: { lowest: 16, smallestText: 15 },
  loop: { lowest: 14, smallestText: 14 },
} satisfies Record<string, LabelSizes>;
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

/** Returns how many units a label needs if its characters are `characterWidth` wide. */
export function labelWidth(look: LaneLook, depth: number, characterWidth: number): number {
  const characters = Math.min(longestLabel, look.label.length);
  return indentation(depth) + (look.symbol ? drawingWidth : 0) + characters * characterWidth;
}

export function laneLabel(
  look: LaneLook,
  { index, depth, height, suffix = "" }: LaneSpot,
  column: LabelColumn,
  { lowest, smallestText } = usualSizes,
): LaneLabel {
  if (height < lowest) return { icon: staggeredIcon(index, height, column), label: undefined };
  const left = column.labelX + indentation(depth);
  const iconSize = Math.min(largestIcon, height - 2);
  const size = Math.round(Math.min(column.largestText, Math.max(smallestText, height * 0.75)));
  const x = left + (look.symbol ? drawingWidth : 0);
  const character = (column.characterWidth * size) / column.largestText;
  const room = Math.floor((column.labelX + column.labelWidth - x) / character + 0.01);
  const most = Math.min(room, longestLabel + (look.symbol ? 0 : 3)) - suffix.length;
  const text = shortened(look.label, most) + suffix;
  return {
    icon: { x: left + (largestIcon - iconSize) / 2, size: iconSize },
    label: { x, text, anchor: "start", size },
  };
}

// Icons of low lanes alternate between several columns, so that each may be higher than its lane.
function staggeredIcon(index: number, height: number, { plotLeft }: LabelColumn): LaneLabel["icon"] {
  const columns = Math.ceil(smallestIcon / height);
  const size = Math.min(28, columns * height);
  const column = columns - 1 - (index % columns);
  return { x: plotLeft - 10 - (column + 1) * (size + 3), size };
}
