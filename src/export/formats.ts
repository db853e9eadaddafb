// The table of export formats: one record for each.

import { record, writeRecording } from "../trace/recording/recording.ts";
import type { NamedRun } from "../trace/trace.ts";
import { chromeTrace } from "./chrome-trace/chrome-trace.ts";
import { har } from "./har.ts";
import { pngPicture, svgPicture } from "./picture/picture.ts";

/** What an exported file is made from. */
export interface ExportSource {
  readonly runs: readonly NamedRun[];
  /** The timeline: the element with role="figure". */
  readonly figure: HTMLElement;
}

export interface ExportFormat {
  readonly id: "png" | "svg" | "recording" | "chrome-trace" | "har";
  /** Shown in the menu. */
  readonly label: string;
  /** File name extension with its dot. */
  readonly ending: string;
  /** MIME type. */
  readonly type: string;
  /**
   * Makes the file. It shows the state at the time of the call.
   * @throws {RangeError} if the file cannot be made; the message is a sentence for the viewer
   */
  make(source: ExportSource): Promise<Blob>;
}

/** All formats, in menu order. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: "png",
    label: "Picture (PNG)",
    ending: ".png",
    type: "image/png",
    make: ({ figure }) => pngPicture(figure),
  },
  textFormat({
    id: "svg",
    label: "Drawing (SVG)",
    ending: ".svg",
    type: "image/svg+xml",
    write: ({ figure }) => svgPicture(figure),
  }),
  textFormat({
    id: "recording",
    label: "Recording (JSON)",
    ending: ".json",
    type: "application/json",
    write: ({ runs }) => writeRecording(record(runs.map(({ trace }) => trace))),
  }),
  textFormat({
    id: "chrome-trace",
    label: "Chrome trace (Perfetto, DevTools)",
    ending: ".trace.json",
    type: "application/json",
    write: ({ runs }) => chromeTrace(runs),
  }),
  textFormat({
    id: "har",
    label: "Requests (HAR)",
    ending: ".har",
    type: "application/json",
    write: ({ runs }) => har(runs),
  }),
];

interface TextFormat extends Omit<ExportFormat, "make"> {
  readonly write: (source: ExportSource) => string | Promise<string>;
}

function textFormat({ write, ...format }: TextFormat): ExportFormat {
  const make = async (source: ExportSource) => new Blob([await write(source)], { type: format.type });
  return { ...format, make };
}
