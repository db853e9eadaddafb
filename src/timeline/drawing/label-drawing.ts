// Draws a lane's label, left of the plot: its icon and its text.

import type { LaneBase } from "../scale/lane-frame.ts";
import { labelText } from "../scale/lane-label.ts";
import { setAttributes, setText, show, svgElement } from "../svg/svg.ts";

/** Returns the class of a lane's elements. The class sets their colour. */
export function laneElementClass({ look }: Pick<LaneBase, "look">): string {
  return `timeline-lane ${look.className}`.trim();
}

/** The label of a lane. `update` may be called once per frame. */
export class LabelDrawing {
  readonly element = svgElement("g");
  readonly #icon = svgElement("use", "timeline-icon");
  readonly #label = svgElement("text", "timeline-label");

  constructor() {
    this.element.append(this.#icon, this.#label);
  }

  update(lane: LaneBase): void {
    const { look, icon, label, y, height } = lane;
    setAttributes(this.element, { class: laneElementClass(lane) });
    show(this.#icon, look.symbol !== undefined);
    if (look.symbol) setAttributes(this.#icon, { href: look.symbol });
    const { x, size } = icon;
    // An icon that is higher than its lane must not be cut at the top.
    const top = y + (height - size) / 2;
    setAttributes(this.#icon, { x, y: y < 0 ? top : Math.max(1, top), width: size, height: size });
    show(this.#label, label !== undefined);
    if (!label) return;
    setAttributes(this.#label, { x: label.x, y: y + height / 2 + labelText * 0.35, "font-size": labelText });
    setText(this.#label, label.text);
  }
}
