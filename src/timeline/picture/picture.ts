// What the runs of one picture have in common.

import type { AxisPlace } from "../scale/axis-map.ts";
import type { Dimensions } from "../scale/dimensions.ts";
import type { Looks } from "../scale/looks.ts";

/** What the runs of one picture have in common. */
export interface Picture {
  readonly looks: Looks;
  readonly x: AxisPlace;
  /** Where the axis ends, in milliseconds. */
  readonly last: number;
  readonly room: Dimensions;
  readonly width: number;
  /** Of the area below the axis. */
  readonly height: number;
  /** Whether all hand-overs are drawn. */
  readonly handovers: boolean;
  /** Whether it is the only run, whose lanes may scroll. */
  readonly isAlone: boolean;
}
