// Draws the bar of a wait: tinted, hatched, with an outline.

import type { LaneBase } from "../scale/lane-frame.ts";
import { setAttributes, svgElement } from "./svg.ts";

/** Returns the fill for a hatching in the colour of a class. */
export type Hatching = (className: string) => string;

/** The elements of a bar. `update` may be called once per frame. */
export class HatchedBar {
  readonly #tint = svgElement("path", "timeline-tint");
  readonly #hatch = svgElement("path", "timeline-hatch");
  readonly #outline = svgElement("path", "timeline-outline");
  readonly elements = [this.#tint, this.#hatch, this.#outline];
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
  }

  /** @param d the bar's outline, as path data */
  update(d: string, { look }: LaneBase): void {
    for (const element of this.elements) setAttributes(element, { d });
    setAttributes(this.#hatch, { fill: this.#hatching(look.className) });
  }
}
