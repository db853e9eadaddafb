// Draws a request's lane, and a note: label, bar with hatching, end mark.

import { acrossLane, barPath, readyPath } from "./bar-paths.ts";
import { LabelDrawing } from "./label-drawing.ts";
import type { NoteLane, RequestLane } from "./lanes.ts";
import { MarkDrawing } from "./mark-drawing.ts";
import { setAttributes, setText, show, svgElement } from "./svg.ts";
import { Tooltip } from "./tooltip.ts";

/** Gives the fill of the hatching in the colour of a class. */
export type Hatching = (className: string) => string;

/** One request's elements; `update` may be called each frame. */
export class RequestDrawing {
  readonly element = svgElement("g");
  readonly #tooltip = new Tooltip(this.element);
  readonly #label = new LabelDrawing();
  readonly #tint = svgElement("path", "timeline-tint");
  readonly #hatch = svgElement("path", "timeline-hatch");
  readonly #outline = svgElement("path", "timeline-outline");
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #readyWord = svgElement("text", "timeline-ready-word");
  readonly #mark = new MarkDrawing();
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
    setText(this.#readyWord, "ready");
    this.element.append(...this.#label.elements, this.#tint, this.#hatch, this.#outline);
    this.element.append(this.#ready, this.#readyWord, this.#mark.element);
  }

  update(lane: RequestLane): void {
    setAttributes(this.element, { class: `timeline-lane ${lane.look.className}`.trim() });
    this.#tooltip.update(lane.title);
    this.#label.update(lane);
    this.#updateBar(lane);
    this.#updateReady(lane);
    this.#mark.update(lane.mark, lane.y + lane.height / 2);
  }

  #updateBar(lane: RequestLane): void {
    const d = barPath(lane.wait, acrossLane(lane), lane.mark.end === "open");
    setAttributes(this.#tint, { d });
    setAttributes(this.#hatch, { d, fill: this.#hatching(lane.look.className) });
    setAttributes(this.#outline, { d });
  }

  #updateReady(lane: RequestLane): void {
    const { ready, y, height, barHeight, mark } = lane;
    const visible = ready !== undefined && ready.width > 2;
    show(this.#ready, visible);
    show(this.#readyWord, visible && ready.width - mark.radius > 64 && barHeight >= 18);
    if (!visible) return;
    setAttributes(this.#ready, { d: readyPath(ready, acrossLane(lane)) });
    setAttributes(this.#readyWord, { x: ready.x + 8, y: y + height / 2 + 6 });
  }
}

/** A sentence in place of lanes. */
export class NoteDrawing {
  readonly element = svgElement("g", "timeline-lane timeline-no-requests");
  readonly #text = svgElement("text", "timeline-label");

  constructor() {
    this.element.append(this.#text);
  }

  update(lane: NoteLane): void {
    setAttributes(this.#text, { x: lane.x, y: lane.y + lane.height / 2 + 7, "font-size": 20 });
    setText(this.#text, lane.text);
  }
}
