// Draws the bar of a blocked thread: upright bars inside an outline, unlike the slanted ones of a wait.

import type { Extent } from "../scale/extents.ts";
import { type Across, blocksPath } from "./bar-paths.ts";
import type { Hatching } from "./hatched-bar.ts";
import { setAttributes, svgElement } from "./svg.ts";

/** The class of the upright bars. */
export const upright = "timeline-upright";

/** The elements of the bars. `update` may be called once per frame. */
export class BlockedBar {
  readonly #back = svgElement("path", "timeline-blocked-back");
  readonly #bars = svgElement("path", "timeline-blocked-bars");
  readonly #outline = svgElement("path", "timeline-blocked");
  readonly elements = [this.#back, this.#bars, this.#outline];
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
  }

  update(extents: readonly Extent[], { top, height }: Across): void {
    const d = blocksPath(extents, { top: top + 1, height: height - 2 });
    for (const element of this.elements) setAttributes(element, { d });
    if (extents.length > 0) setAttributes(this.#bars, { fill: this.#hatching(upright) });
  }
}
