// Draws what the lanes that show something over time have in common: class, tooltip and label.

import type { LaneBase } from "./lane-frame.ts";
import { setAttributes, setText, show, svgElement } from "./svg.ts";

/** A lane's element with its label; `update` may be called each frame. */
export class LaneElement {
  readonly element = svgElement("g");
  readonly #title = svgElement("title");
  readonly #icon = svgElement("use", "timeline-icon");
  readonly #label = svgElement("text", "timeline-label");
  #tooltip: () => string = () => "";

  constructor() {
    this.element.append(this.#title, this.#icon, this.#label);
    // A lane changes each frame, and few are pointed at: so the tooltip is written when the pointer comes.
    this.element.addEventListener("pointerenter", () => setText(this.#title, this.#tooltip()));
  }

  update(lane: LaneBase): void {
    setAttributes(this.element, { class: `timeline-lane ${lane.look.className}`.trim() });
    this.#tooltip = lane.title;
    this.#updateLabel(lane);
  }

  #updateLabel({ look, icon, label, y, height }: LaneBase): void {
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
