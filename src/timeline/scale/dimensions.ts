// Divides the space of the timeline: columns horizontally; lanes, headings and rows vertically. Pure; slide units.

import {
  characterWidth,
  drawingWidth,
  indentation,
  longestLabel,
  lowestLaneWithWords,
} from "./lane-label.ts";

/** The space for the picture, in slide units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How many lanes there are of each height: the event loop's, the program's, and all others. */
export interface LaneCounts {
  readonly loop: number;
  readonly main: number;
  readonly full: number;
}

/** Heights of lanes. */
export type LaneHeights = Readonly<Record<keyof LaneCounts, number>>;

/** What has to fit into the picture. */
export interface Contents {
  readonly runs: number;
  /** Lanes of all runs. A run without lanes counts as one lane. */
  readonly lanes: LaneCounts;
  /** Units that the longest label needs, including its icon. */
  readonly labelWidth: number;
  /** Characters of the longest run label. */
  readonly longestHeading: number;
  /** Units that the longest total needs at its large text size. */
  readonly totalWidth: number;
  /** True if a run has made requests, so that their number can be drawn. */
  readonly hasFlight: boolean;
  /** True if a run may have waited more than once, so that there are bounds to draw. */
  readonly hasBounds: boolean;
}

export interface Dimensions {
  readonly axisHeight: number;
  readonly labelX: number;
  /** Width for a lane's icon and label. */
  readonly labelWidth: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  /** Where the run labels of a race are: left of the lanes in wide pictures, above them in narrow ones. */
  readonly headings: "none" | "beside" | "above";
  readonly headingHeight: number;
  readonly lanes: LaneHeights;
  readonly outputHeight: number;
  /** 0 if there is no space for it or nothing to draw. The same holds for `boundsHeight`. */
  readonly flightHeight: number;
  readonly boundsHeight: number;
  /** Free space above the first group and below the last. */
  readonly padding: number;
  /** Free space between two groups. */
  readonly gap: number;
}

export const axisHeight = 30;
/** The most characters of a run's label. */
export const longestHeading = 16;
const edge = 4;
const fullLane = 34;
/** If lanes would be lower than this, the event loop and the program give space to the other lanes. */
const lowestLaneWithRoom = 25;
/** A race must be visible as a whole. The lanes of a single run keep their labels, and scroll if there are too many. */
const lowestInRace: LaneHeights = { loop: 5, main: 6, full: 6.4 };
const lowestAlone: LaneHeights = { loop: lowestLaneWithWords.slim, main: 17, full: 20 };
const roomyShares: LaneHeights = { loop: 0.6, main: 0.85, full: 1 };
const tightShares: LaneHeights = { loop: 0.3, main: 0.4, full: 1 };
// Labels come one by one while a sequential program runs. Space for labels of this many characters keeps the column
// from moving.
const usualLabel = 8;
/** Share of the picture's width. */
const widestColumn = 0.4;
const wide = 900;
const totalWidth = { wide: 132, narrow: 112 };
/** Units left and right of a total. */
const totalRoom = 20;

export function dimensions(size: Size, contents: Contents): Dimensions {
  const headings = contents.runs < 2 ? "none" : size.width >= wide ? "beside" : "above";
  return {
    axisHeight,
    headings,
    ...columns(size, contents, headings),
    ...rows(size, contents, headings),
  };
}

function columns(size: Size, contents: Contents, headings: Dimensions["headings"]) {
  const usual = drawingWidth + usualLabel * characterWidth;
  const most = Math.min(
    drawingWidth + longestLabel * characterWidth + indentation(size.width >= wide ? 2 : 1),
    Math.max(usual, size.width * widestColumn),
  );
  const labelWidth = Math.min(most, Math.max(usual, contents.labelWidth));
  const headingLength = Math.min(longestHeading, contents.longestHeading);
  const labelX = edge + (headings === "beside" ? Math.max(140, headingLength * 12.5 + 24) : 0);
  const plotLeft = labelX + labelWidth + 10;
  const total = Math.max(
    size.width >= wide ? totalWidth.wide : totalWidth.narrow,
    contents.totalWidth + totalRoom,
  );
  return { labelX, labelWidth, plotLeft, plotRight: Math.max(plotLeft + 60, size.width - total) };
}

interface RowRoom extends Pick<Dimensions, "padding" | "gap"> {
  readonly output: number;
  readonly flight: number;
  readonly bounds: number;
}

const roomy: RowRoom = { padding: 5, output: 24, flight: 30, bounds: 24, gap: 12 };
const withoutFlight: RowRoom = { ...roomy, flight: 0 };
const bare: RowRoom = { ...withoutFlight, bounds: 0 };
// Icons that are higher than their lanes need space above the first lane.
const compactRace: RowRoom = { ...bare, padding: 9, output: 12, gap: 8 };
const compact: RowRoom = { ...bare, padding: 1, output: 10, gap: 8 };
// If lanes scroll, the rows below stay in view. They summarise all lanes, so they get some space.
const scrolling: RowRoom = { ...compact, output: 16, flight: 26 };
const lowestScrolling = 130;
/**
 * If the lanes need less than this many times the picture's height, there is little to scroll, so the rows get no extra
 * space.
 */
const littleMore = 1.5;
/** The curve and the bounds are drawn only if lanes are at least this high. */
const lowestWithExtras = 23;

function rows(size: Size, contents: Contents, headings: Dimensions["headings"]) {
  const share = (room: RowRoom, shares: LaneHeights) => shareRows(size, contents, headings, room, shares);
  const generous = [roomy, withoutFlight].map((room) => share(room, roomyShares));
  const enough = generous.find((rows) => rows.share >= lowestLaneWithRoom);
  if (enough) return enough;
  const tight = [roomy, withoutFlight].map((room) => share(room, tightShares));
  const extras = tight.find((rows) => rows.share >= lowestWithExtras);
  if (extras) return extras;
  const isRace = contents.runs > 1;
  const plain = share(bare, tightShares);
  if (plain.share >= (isRace ? lowestLaneWithWords.usual : lowestAlone.full)) return plain;
  if (isRace) return share(compactRace, tightShares);
  const close = share(compact, tightShares);
  const isLittleToScroll = heightOf(close.lanes, contents.lanes) < size.height * littleMore;
  return isLittleToScroll || size.height < lowestScrolling ? close : share(scrolling, tightShares);
}

function heightOf(heights: LaneHeights, { loop, main, full }: LaneCounts): number {
  return loop * heights.loop + main * heights.main + full * heights.full;
}

function shareRows(
  size: Size,
  { runs, lanes, hasFlight, hasBounds }: Contents,
  headings: Dimensions["headings"],
  { padding, gap, output, flight, bounds }: RowRoom,
  shares: LaneHeights,
) {
  const lowest = runs > 1 ? lowestInRace : lowestAlone;
  const headingHeight = headings === "above" ? 30 : 0;
  const [flightHeight, boundsHeight] = [hasFlight ? flight : 0, hasBounds ? bounds : 0];
  const below = output + flightHeight + boundsHeight;
  const fixed = 2 * padding + runs * (headingHeight + below) + (runs - 1) * gap;
  const parts = lanes.loop * shares.loop + lanes.main * shares.main + lanes.full;
  const room = size.height - axisHeight - fixed;
  const fair = Math.min(fullLane, room / Math.max(1, parts));
  const loop = Math.max(lowest.loop, fair * shares.loop);
  const main = Math.max(lowest.main, fair * shares.main);
  const left = (room - lanes.loop * loop - lanes.main * main) / Math.max(1, lanes.full);
  // Rounded down, so that the sum of many heights is not slightly more than the space.
  const share = Math.min(fullLane, Math.floor(left * 100) / 100);
  const full = Math.max(lowest.full, share);
  const heights = { headingHeight, outputHeight: output, flightHeight, boundsHeight };
  return { ...heights, lanes: { loop, main, full }, share, gap, padding };
}
