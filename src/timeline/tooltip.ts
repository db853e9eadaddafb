// A lane's tooltip, written when the pointer comes to the lane: a lane changes each frame, and few are pointed at.

import { setText, svgElement } from "./svg.ts";

/** The `<title>` of a lane's element. */
export class Tooltip {
  readonly #title = svgElement("title");
  #text: () => string = () => "";

  constructor(lane: SVGElement) {
    lane.append(this.#title);
    lane.addEventListener("pointerenter", () => setText(this.#title, this.#text()));
  }

  update(text: () => string): void {
    this.#text = text;
  }
}
