// How the timeline shares its room: columns across, and lanes, headings and output rows down. Pure; slide units.

/** Room for the picture, in slide units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What there is to place. */
export interface Contents {
  readonly runs: number;
  /** Lanes of all runs; a run without requests counts one. */
  readonly lanes: number;
  /** Characters of the longest lane label and of the longest run label. */
  readonly longestLabel: number;
  readonly longestHeading: number;
}

export interface Dimensions {
  readonly axisHeight: number;
  readonly labelX: number;
  /** Characters a lane's label may have. */
  readonly labelLength: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  /** Where a race's run labels stand: left of the lanes in wide pictures, above them in narrow ones. */
  readonly headings: "none" | "beside" | "above";
  readonly headingHeight: number;
  readonly laneHeight: number;
  readonly outputHeight: number;
  /** Free room above the first group and below the last. */
  readonly padding: number;
  /** Free room between two groups. */
  readonly gap: number;
}

export const axisHeight = 30;
const edge = 4;
const fullLane = 34;
const lowestLane = 7.5;
/** Lanes lower than this have drawings instead of words. */
export const lowestLaneWithWords = 18;
// Labels come one by one while a sequential program runs: room for the usual ones keeps the column from moving.
const usualLabel = 8;
const longestLabelShown = 16;
const characterWidth = 10.6;
const drawingWidth = 42;
const wide = 900;
const totalWidth = { wide: 132, narrow: 112 };

export function dimensions(size: Size, contents: Contents): Dimensions {
  const headings = contents.runs < 2 ? "none" : size.width >= wide ? "beside" : "above";
  const roomy = rows(size, contents, headings, { padding: 5, output: 24, gap: 12 });
  const shared =
    roomy.laneHeight >= lowestLaneWithWords
      ? roomy
      : rows(size, contents, headings, { padding: 9, output: 12, gap: 8 });
  return { axisHeight, headings, ...columns(size, contents, headings), ...shared };
}

function columns(size: Size, contents: Contents, headings: Dimensions["headings"]) {
  const longest = Math.max(usualLabel, contents.longestLabel);
  const labelLength = Math.min(longestLabelShown, longest);
  const headingLength = Math.min(longestLabelShown, contents.longestHeading);
  const labelX = edge + (headings === "beside" ? Math.max(140, headingLength * 12.5 + 24) : 0);
  const plotLeft = labelX + drawingWidth + labelLength * characterWidth + 10;
  const total = size.width >= wide ? totalWidth.wide : totalWidth.narrow;
  return { labelX, labelLength, plotLeft, plotRight: Math.max(plotLeft + 60, size.width - total) };
}

function rows(
  size: Size,
  { runs, lanes }: Contents,
  headings: Dimensions["headings"],
  room: Pick<Dimensions, "padding" | "gap"> & { readonly output: number },
) {
  const headingHeight = headings === "above" ? 30 : 0;
  const fixed = 2 * room.padding + runs * (headingHeight + room.output) + (runs - 1) * room.gap;
  const share = (size.height - axisHeight - fixed) / Math.max(1, lanes);
  const laneHeight = Math.max(lowestLane, Math.min(fullLane, share));
  return { headingHeight, laneHeight, outputHeight: room.output, gap: room.gap, padding: room.padding };
}
