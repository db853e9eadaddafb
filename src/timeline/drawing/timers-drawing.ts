// Draws the lane of timers that no task waits for: a thin bar for each timer, and a tick for each callback.

import type { TimersLane } from "../lanes/timers-lane.ts";
import { tickWidth } from "../scale/extents.ts";
import { acrossLane, blocksPath } from "../svg/bar-paths.ts";
import { setAttributes, svgElement } from "../svg/svg.ts";
import { laneElementClass } from "./label-drawing.ts";

/** The elements of the lane. `update` may be called once per frame. */
export class TimersDrawing {
  readonly element = svgElement("g");
  readonly #waits = svgElement("path", "timeline-timer");
  readonly #calls = svgElement("path", "timeline-solid");

  constructor() {
    this.element.append(this.#waits, this.#calls);
  }

  update(lane: TimersLane): void {
    const across = acrossLane(lane);
    const thin = { top: across.top + across.height * 0.3, height: across.height * 0.4 };
    setAttributes(this.element, { class: laneElementClass(lane) });
    setAttributes(this.#waits, { d: blocksPath(lane.waits, thin) });
    const calls = lane.calls.map((x) => ({ x: x - tickWidth / 2, width: tickWidth }));
    setAttributes(this.#calls, { d: blocksPath(calls, across) });
  }
}
