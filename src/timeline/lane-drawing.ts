// Draws one lane: label, bar with hatching, end mark, note.

import type { Lane, LaneEnd, NoteLane, RequestLane } from "./lanes.ts";
import { fixed, setAttributes, setText, show, svgElement } from "./svg.ts";

/** Gives the fill of the hatching in the colour of a class. */
export type Hatching = (className: string) => string;

/** One lane's elements; `update` may be called each frame. */
export class LaneDrawing {
  readonly element = svgElement("g");
  readonly #title = svgElement("title");
  readonly #icon = svgElement("use", "timeline-icon");
  readonly #label = svgElement("text", "timeline-label");
  readonly #tint = svgElement("path", "timeline-tint");
  readonly #hatch = svgElement("path", "timeline-hatch");
  readonly #outline = svgElement("path", "timeline-outline");
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #readyWord = svgElement("text", "timeline-ready-word");
  readonly #disc = svgElement("circle", "timeline-disc");
  readonly #sign = svgElement("path", "timeline-sign");
  readonly #note = svgElement("text", "timeline-note");
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
    setText(this.#readyWord, "ready");
    this.element.append(this.#title, this.#icon, this.#label, this.#tint, this.#hatch, this.#outline);
    this.element.append(this.#ready, this.#readyWord, this.#disc, this.#sign, this.#note);
  }

  update(lane: Lane): void {
    switch (lane.kind) {
      case "request":
        this.#updateRequest(lane);
        break;
      case "note":
        this.#updateNote(lane);
        break;
      default:
        lane satisfies never;
    }
  }

  #updateNote(lane: NoteLane): void {
    setAttributes(this.element, { class: "timeline-lane timeline-no-requests" });
    setAttributes(this.#label, { x: lane.x, y: lane.y + lane.height / 2 + 7, "font-size": 20 });
    setText(this.#label, lane.text);
  }

  #updateRequest(lane: RequestLane): void {
    setAttributes(this.element, {
      class: `timeline-lane ${lane.look.className}`.trim(),
      "data-end": lane.end,
    });
    setText(this.#title, lane.title);
    this.#updateLabel(lane);
    this.#updateBar(lane);
    this.#updateReady(lane);
    this.#updateMark(lane);
  }

  #updateLabel({ look, icon, label, y, height }: RequestLane): void {
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

  #updateBar(lane: RequestLane): void {
    const d = barPath(lane);
    setAttributes(this.#tint, { d });
    setAttributes(this.#hatch, { d, fill: this.#hatching(lane.look.className) });
    setAttributes(this.#outline, { d });
  }

  #updateReady({ ready, y, height, barHeight, mark }: RequestLane): void {
    const visible = ready !== undefined && ready.width > 2;
    show(this.#ready, visible);
    show(this.#readyWord, visible && ready.width - mark.radius > 64 && barHeight >= 18);
    if (!visible) return;
    const top = y + (height - barHeight) / 2;
    setAttributes(this.#ready, {
      d: `M${fixed(ready.x)} ${fixed(top + 1)}h${fixed(ready.width)}v${barHeight - 2}h${fixed(-ready.width)}`,
    });
    setAttributes(this.#readyWord, { x: ready.x + 8, y: y + height / 2 + 6 });
  }

  #updateMark({ end, mark, note, y, height }: RequestLane): void {
    const middle = y + height / 2;
    show(this.#disc, end !== "open");
    show(this.#sign, end !== "open" && mark.radius >= 5);
    setAttributes(this.#disc, {
      cx: mark.x,
      cy: middle,
      r: Math.max(0, mark.radius - (mark.radius < 6 ? 0 : 1)),
      "stroke-width": mark.radius < 6 ? 0 : 2,
    });
    setAttributes(this.#sign, { d: signPath(end, mark.x, middle, mark.radius) });
    show(this.#note, note !== undefined);
    if (!note) return;
    setAttributes(this.#note, { x: note.x, y: middle + 6, "text-anchor": note.anchor });
    setText(this.#note, note.text);
  }
}

// An open bar has no right side: it may still grow.
function barPath({ wait, y, height, barHeight, end }: RequestLane): string {
  const top = y + (height - barHeight) / 2;
  const right = wait.x + wait.width;
  const round = Math.min(5, wait.width / 2, barHeight / 2);
  const [x, t, b, r] = [wait.x, top, top + barHeight, right].map(fixed);
  const [xr, tr, br] = [wait.x + round, top + round, top + barHeight - round].map(fixed);
  return `M${r} ${t}H${xr}Q${x} ${t} ${x} ${tr}V${br}Q${x} ${b} ${xr} ${b}H${r}${end === "open" ? "" : "Z"}`;
}

/** Tick, cross, slash or bar inside a disc of the given radius; empty for an open end. */
function signPath(end: LaneEnd, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${fixed(x + dx * radius)} ${fixed(y + dy * radius)}`;
  switch (end) {
    case "open":
      return "";
    case "answered":
      return `M${at(-0.42, 0.05)}L${at(-0.1, 0.36)}L${at(0.45, -0.34)}`;
    case "failed":
      return `M${at(-0.36, -0.36)}L${at(0.36, 0.36)}M${at(0.36, -0.36)}L${at(-0.36, 0.36)}`;
    case "refused":
      return `M${at(-0.6, 0.6)}L${at(0.6, -0.6)}`;
    case "aborted":
      return `M${at(-0.45, 0)}L${at(0.45, 0)}`;
    default:
      return end satisfies never;
  }
}
