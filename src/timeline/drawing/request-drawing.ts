// Draws a request's lane: the hatched bar, the ready part, the end mark, and the chunks of the body.

import type { RequestLane } from "../lanes/request-lane.ts";
import { acrossLane, barPath, blocksPath, linesPath, readyPath } from "../svg/bar-paths.ts";
import { HatchedBar, type Hatching } from "../svg/hatched-bar.ts";
import { setAttributes, setText, show, svgElement } from "../svg/svg.ts";
import { laneElementClass } from "./label-drawing.ts";
import { MarkDrawing } from "./mark-drawing.ts";

/** The elements of one request. `update` may be called once per frame. */
export class RequestDrawing {
  readonly element = svgElement("g");
  readonly #bar: HatchedBar;
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #readyWord = svgElement("text", "timeline-ready-word");
  readonly #body = svgElement("path", "timeline-body");
  readonly #chunks = svgElement("path", "timeline-solid");
  readonly #mark = new MarkDrawing();

  constructor(hatching: Hatching) {
    this.#bar = new HatchedBar(hatching);
    setText(this.#readyWord, "ready");
    this.element.append(
      ...this.#bar.elements,
      this.#ready,
      this.#readyWord,
      this.#body,
      this.#chunks,
      this.#mark.element,
    );
  }

  update(lane: RequestLane): void {
    setAttributes(this.element, { class: laneElementClass(lane) });
    this.#bar.update(barPath(lane.wait, acrossLane(lane), lane.mark.end === "open"), lane);
    this.#updateReady(lane);
    this.#updateBody(lane);
    this.#mark.update(lane.mark, lane.y + lane.height / 2);
  }

  #updateBody(lane: RequestLane): void {
    const { body } = lane;
    show(this.#body, body !== undefined);
    show(this.#chunks, body !== undefined);
    if (!body) return;
    setAttributes(this.#body, { d: linesPath([body.line], acrossLane(lane)) });
    setAttributes(this.#chunks, { d: blocksPath(body.chunks, acrossLane(lane)) });
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
