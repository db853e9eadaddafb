// Draws a request's lane: the hatched bar, the ready part, and the end mark.

import type { RequestLane } from "../lanes/request-lane.ts";
import { acrossLane, barPath, readyPath } from "./bar-paths.ts";
import { HatchedBar, type Hatching } from "./hatched-bar.ts";
import { laneElementClass } from "./label-drawing.ts";
import { MarkDrawing } from "./mark-drawing.ts";
import { setAttributes, setText, show, svgElement } from "./svg.ts";

/** The elements of one request. `update` may be called once per frame. */
export class RequestDrawing {
  readonly element = svgElement("g");
  readonly #bar: HatchedBar;
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #readyWord = svgElement("text", "timeline-ready-word");
  readonly #mark = new MarkDrawing();

  constructor(hatching: Hatching) {
    this.#bar = new HatchedBar(hatching);
    setText(this.#readyWord, "ready");
    this.element.append(...this.#bar.elements, this.#ready, this.#readyWord, this.#mark.element);
  }

  update(lane: RequestLane): void {
    setAttributes(this.element, { class: laneElementClass(lane) });
    this.#bar.update(barPath(lane.wait, acrossLane(lane), lane.mark.end === "open"), lane);
    this.#updateReady(lane);
    this.#mark.update(lane.mark, lane.y + lane.height / 2);
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
