// What the owner of a timeline asks it to show.

import type { Position } from "../../trace/moment/playhead.ts";

/** The moment and the run to show. */
export interface Showing {
  /** The moment that the viewer has gone to; undefined for the newest. */
  readonly position: Position | undefined;
  /** Index of the run that the viewer steps through. */
  readonly shown: number;
  /** The viewer's guess of when each run ends, in milliseconds, by the run's label. */
  readonly guesses: ReadonlyMap<string, number>;
}

/** The newest moment of the first run. */
export const newest: Showing = { position: undefined, shown: 0, guesses: new Map() };
