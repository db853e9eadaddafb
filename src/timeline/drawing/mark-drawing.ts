// Draws the mark at the end of a request, task or thread: a sign on a disc, with words beside it.

import type { EndMark, LaneEnd } from "../bars/end-mark.ts";
import { fixed, setAttributes, setText, show, svgElement } from "../svg/svg.ts";

/** The elements of a mark. `update` may be called once per frame. */
export class MarkDrawing {
  readonly element = svgElement("g");
  readonly #disc = svgElement("circle", "timeline-disc");
  readonly #sign = svgElement("path", "timeline-sign");
  readonly #note = svgElement("text", "timeline-note");

  constructor() {
    this.element.append(this.#disc, this.#sign, this.#note);
  }

  /** @param middle middle of the lane, from the top of the picture */
  update({ end, x, radius, note }: EndMark, middle: number): void {
    setAttributes(this.element, { "data-end": end });
    show(this.#disc, end !== "open");
    show(this.#sign, end !== "open" && radius >= 5);
    setAttributes(this.#disc, {
      cx: x,
      cy: middle,
      r: Math.max(0, radius - (radius < 6 ? 0 : 1)),
      "stroke-width": radius < 6 ? 0 : 2,
    });
    setAttributes(this.#sign, { d: signPath(end, x, middle, radius) });
    show(this.#note, note !== undefined);
    if (!note) return;
    setAttributes(this.#note, { x: note.x, y: middle + 6, "text-anchor": note.anchor });
    setText(this.#note, note.text);
  }
}

/** Returns a tick, cross, slash or bar inside a disc of the given radius; "" for an open end. */
function signPath(end: LaneEnd, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${fixed(x + dx * radius)} ${fixed(y + dy * radius)}`;
  switch (end) {
    case "open":
      return "";
    case "answered":
    case "returned":
    case "ended":
      return `M${at(-0.42, 0.05)}L${at(-0.1, 0.36)}L${at(0.45, -0.34)}`;
    case "failed":
    case "threw":
      return `M${at(-0.36, -0.36)}L${at(0.36, 0.36)}M${at(0.36, -0.36)}L${at(-0.36, 0.36)}`;
    case "refused":
      return `M${at(-0.6, 0.6)}L${at(0.6, -0.6)}`;
    case "aborted":
    case "closed":
      return `M${at(-0.45, 0)}L${at(0.45, 0)}`;
    // A filled square, as on a button that stops.
    case "terminated":
      return `M${at(-0.35, -0.35)}L${at(0.35, -0.35)}L${at(0.35, 0.35)}L${at(-0.35, 0.35)}Z`;
    default:
      return end satisfies never;
  }
}
