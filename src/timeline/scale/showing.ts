// What of its runs a timeline is asked to show.

import type { Position } from "../../trace/moment/playhead.ts";

/** What of the runs is shown. */
export interface Showing {
  /** The moment that the viewer has gone to; undefined for the newest. */
  readonly position: Position | undefined;
  /** Number of the run that is stepped through. */
  readonly shown: number;
  /** When each run was expected to end, in milliseconds, by its label. */
  readonly guesses: ReadonlyMap<string, number>;
}

/** The newest moment of the first run. */
export const newest: Showing = { position: undefined, shown: 0, guesses: new Map() };
