// Defines what all runs of one picture share.

import type { AxisPlace } from "../scale/axis-map.ts";
import type { Dimensions } from "../scale/dimensions.ts";
import type { Looks } from "../scale/looks.ts";

/** The looks, the axis and the space that all runs of one picture share. */
export interface Picture {
  readonly looks: Looks;
  readonly x: AxisPlace;
  /** End of the axis, in milliseconds. */
  readonly last: number;
  readonly room: Dimensions;
  readonly width: number;
  /** Height of the area below the axis. */
  readonly height: number;
  /** True if all hand-overs are drawn. */
  readonly handovers: boolean;
  /** True if there is only one run, whose lanes may scroll. */
  readonly isAlone: boolean;
}
