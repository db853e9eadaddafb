// Draws a lane's label: its drawing and its word.

import type { LaneBase } from "./lane-frame.ts";
import { setAttributes, setText, show, svgElement } from "./svg.ts";

/** A label's elements; `update` may be called each frame. */
export class LabelDrawing {
  readonly #icon = svgElement("use", "timeline-icon");
  readonly #label = svgElement("text", "timeline-label");
  readonly elements = [this.#icon, this.#label];

  update({ look, icon, label, y, height }: LaneBase): void {
    show(this.#icon, look.symbol !== undefined);
    if (look.symbol) setAttributes(this.#icon, { href: look.symbol });
    setAttributes(this.#icon, {
      x: icon.x,
      y: Math.max(1, y + (height - icon.size) / 2),
      width: icon.size,
      height: icon.size,
    });
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
