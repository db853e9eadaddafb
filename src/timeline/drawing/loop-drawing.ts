// Draws the event loop's lane: a line, with a block in the colour of each task that has control.

import type { LoopLane } from "../lanes/loop-lane.ts";
import { type Across, acrossLane, blocksPath, linesPath } from "../svg/bar-paths.ts";
import { keyed, setAttributes, setText, show, svgElement } from "../svg/svg.ts";
import { laneElementClass } from "./label-drawing.ts";

/** The elements of the lane. `update` may be called once per frame. */
export class LoopDrawing {
  readonly element = svgElement("g");
  readonly #line = svgElement("path", "timeline-loop-line");
  readonly #unknown = svgElement("path", "timeline-unknown");
  readonly #unknownWord = svgElement("text", "timeline-word");
  readonly #blocks = svgElement("g");
  readonly #drawings = new Map<string, BlocksDrawing>();

  constructor() {
    this.element.append(this.#line, this.#unknown, this.#blocks, this.#unknownWord);
  }

  update(lane: LoopLane): void {
    const across = acrossLane(lane);
    setAttributes(this.element, { class: laneElementClass(lane) });
    setAttributes(this.#line, { d: linesPath([lane.line], across) });
    keyed(
      this.#blocks,
      this.#drawings,
      lane.blocks,
      ({ key }) => new BlocksDrawing(key),
      (drawing, { extents }) => drawing.update(extents, across),
    );
    this.#updateUnknown(lane, across);
  }

  #updateUnknown({ unknown, y, height }: LoopLane, across: Across): void {
    show(this.#unknown, unknown !== undefined);
    show(this.#unknownWord, unknown?.text !== undefined);
    if (!unknown) return;
    setAttributes(this.#unknown, { d: linesPath([unknown], across) });
    setAttributes(this.#unknownWord, { x: unknown.x + 8, y: y + height / 2 + 5, "font-size": 16 });
    setText(this.#unknownWord, unknown.text ?? "");
  }
}

/** Blocks in the colour of a look. */
export class BlocksDrawing {
  readonly element: SVGPathElement;

  constructor(className: string) {
    this.element = svgElement("path", `timeline-block ${className}`.trim());
  }

  update(extents: LoopLane["blocks"][number]["extents"], across: Across): void {
    setAttributes(this.element, { d: blocksPath(extents, across) });
  }
}
