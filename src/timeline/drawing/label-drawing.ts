// Draws what names a lane: its drawing and its word, left of the plot.

import type { LaneBase } from "../scale/lane-frame.ts";
import { setAttributes, setText, show, svgElement } from "./svg.ts";

/** The class of a lane's elements, which sets their colour. */
export function laneElementClass({ look }: Pick<LaneBase, "look">): string {
  return `timeline-lane ${look.className}`.trim();
}

/** A lane's label; `update` may be called each frame. */
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
    // Higher than its lane, it must not be cut at the top.
    const top = y + (height - size) / 2;
    setAttributes(this.#icon, { x, y: y < 0 ? top : Math.max(1, top), width: size, height: size });
    show(this.#label, label !== undefined);
    if (!label) return;
    setAttributes(this.#label, {
      x: label.x,
      y: y + height / 2 + label.size * 0.35,
      "font-size": label.size,
    });
    setText(this.#label, label.text);
  }
}
