// Geometry of the label column: a lane's drawing and its word. Pure; slide units.

import type { LaneLook } from "./looks.ts";

export interface TextSpot {
  readonly x: number;
  readonly text: string;
  readonly anchor: "start" | "end";
}

export interface LaneLabel {
  readonly icon: { readonly x: number; readonly size: number };
  /** Undefined in lanes too low for words. */
  readonly label: (TextSpot & { readonly size: number }) | undefined;
}

/** Where a lane stands in its run. */
export interface LaneSpot {
  /** Number of the lane, from 0. */
  readonly index: number;
  /** How many lanes it is under; its label is that far to the right. */
  readonly depth: number;
  readonly y: number;
  readonly height: number;
  /** Said behind the label, and never cut. */
  readonly suffix?: string;
}

/** The column as all lanes share it. */
export interface LabelColumn {
  /** Left edge. */
  readonly labelX: number;
  /** Room for drawing and word. */
  readonly labelWidth: number;
  /** Of a word in the largest text that a label may have. */
  readonly characterWidth: number;
  readonly largestText: number;
  readonly plotLeft: number;
}

/** Lanes lower than this have drawings instead of words. */
export const lowestLaneWithWords = 18;

/** From which height on a lane has a word, and how small its text is there. */
export interface LabelSizes {
  readonly lowest: number;
  readonly smallestText: number;
}

const usualSizes: LabelSizes = { lowest: lowestLaneWithWords, smallestText: 16 };
/** Of the lanes that are lower than others: the program's and the prompt's, and the event loop's. */
export const slimSizes = {
  main: { lowest: 16, smallestText: 15 },
  loop: { lowest: 14, smallestText: 14 },
} satisfies Record<string, LabelSizes>;
/** Room for a drawing, and what is free behind it. */
export const drawingWidth = 42;
/** Characters that a label may have beside a drawing. */
export const longestLabel = 17;
const largestIcon = 32;
const smallestIcon = 24;
const step = 12;
/** Lanes deeper than this are no further to the right. */
const deepest = 3;

/** Width of a text in units, near enough to reserve room. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** At most `length` characters, with an ellipsis where some are missing. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

/** Units by which a label stands further right than that of the program. */
export function indentation(depth: number): number {
  return Math.min(depth, deepest) * step;
}

/** Units that a label takes, where its characters have `characterWidth`. */
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

// Low lanes have their drawings in several columns by turns: each may then be higher than its lane.
function staggeredIcon(index: number, height: number, { plotLeft }: LabelColumn): LaneLabel["icon"] {
  const columns = Math.ceil(smallestIcon / height);
  const size = Math.min(28, columns * height);
  const column = columns - 1 - (index % columns);
  return { x: plotLeft - 10 - (column + 1) * (size + 3), size };
}
