// A run on its way into a file.

import type { Trace } from "../trace/trace.ts";

/** One run, or one of the runs of a race, under the name that a viewer knows it by. */
export interface ExportedRun {
  readonly label: string;
  readonly trace: Trace;
}
