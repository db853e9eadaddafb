// Draws one run: heading, lanes, hand-overs, output row, end line with its time, and the ratio.

import type { EndLine, SizedText } from "./end-line.ts";
import type { Arrow, GroupLayout, OutputRow } from "./group.ts";
import type { Hatching } from "./hatched-bar.ts";
import { type LaneDrawing, laneDrawing } from "./lane-drawing.ts";
import { fixed, keyed, setAttributes, setText, show, svgElement } from "./svg.ts";

const headLength = 7;
const headHalf = 3.5;

/** One run's elements; `update` may be called each frame. */
export class GroupDrawing {
  readonly element = svgElement("g", "timeline-group");
  readonly #heading = svgElement("text", "timeline-heading");
  readonly #outputLabel = svgElement("text", "timeline-output-label");
  readonly #printed = svgElement("path", "timeline-printed");
  readonly #errors = svgElement("path", "timeline-errors");
  readonly #endLine = svgElement("path", "timeline-end");
  readonly #lanes = svgElement("g");
  readonly #shafts = svgElement("path", "timeline-handover");
  readonly #heads = svgElement("path", "timeline-handover-head");
  readonly #total = svgElement("text", "timeline-total");
  readonly #word = svgElement("text", "timeline-end-word");
  readonly #ratio = svgElement("text", "timeline-ratio");
  readonly #drawings = new Map<string, LaneDrawing>();
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
    this.element.append(this.#heading, this.#endLine, this.#outputLabel, this.#printed, this.#errors);
    this.element.append(this.#lanes, this.#shafts, this.#heads, this.#total, this.#word, this.#ratio);
  }

  update(group: GroupLayout): void {
    setSizedText(this.#heading, group.heading);
    keyed(
      this.#lanes,
      this.#drawings,
      group.lanes,
      (lane) => laneDrawing(lane, this.#hatching),
      (drawing, lane) => drawing.update(lane),
    );
    this.#updateArrows(group.arrows);
    this.#updateOutput(group.output);
    this.#updateEnd(group.end, group.top, group.bottom);
    setSizedText(this.#ratio, group.ratio);
  }

  #updateArrows(arrows: readonly Arrow[]): void {
    setAttributes(this.#shafts, { d: shaftsPath(arrows) });
    setAttributes(this.#heads, { d: headsPath(arrows) });
  }

  #updateOutput(row: OutputRow): void {
    setSizedText(this.#outputLabel, row.label);
    setAttributes(this.#printed, { d: printedPath(row) });
    setAttributes(this.#errors, { d: errorsPath(row) });
  }

  #updateEnd(end: EndLine | undefined, top: number, bottom: number): void {
    show(this.#endLine, end !== undefined);
    setSizedText(this.#total, end?.total);
    setSizedText(this.#word, end?.word);
    if (!end) return;
    setAttributes(this.element, { "data-state": end.state });
    setAttributes(this.#endLine, { d: `M${fixed(end.x)} ${fixed(top)}V${fixed(bottom)}` });
  }
}

function setSizedText(element: SVGTextElement, text: SizedText | undefined): void {
  show(element, text !== undefined);
  if (!text) return;
  setAttributes(element, { x: text.x, y: text.y, "text-anchor": text.anchor, "font-size": text.size });
  setText(element, text.text);
}

function shaftsPath(arrows: readonly Arrow[]): string {
  return arrows.map(({ x, from, to }) => `M${fixed(x)} ${fixed(from)}V${fixed(to)}`).join("");
}

/** Triangles whose tips touch the receiver. */
function headsPath(arrows: readonly Arrow[]): string {
  return arrows
    .map(({ x, from, to }) => {
      const back = to > from ? -headLength : headLength;
      return `M${fixed(x)} ${fixed(to)}l${-headHalf} ${back}h${2 * headHalf}Z`;
    })
    .join("");
}

// An upright tick where a line began, and a stroke along the time it took to print.
function printedPath({ y, height, marks }: OutputRow): string {
  const middle = fixed(y + height / 2);
  const half = fixed(height * 0.3);
  const top = fixed(y + height / 2 - height * 0.3);
  return marks.printed
    .map(({ from, to }) => {
      const tick = `M${fixed(from)} ${top}v${fixed(Number(half) * 2)}`;
      return to - from < 3 ? tick : `${tick}M${fixed(from)} ${middle}H${fixed(to)}`;
    })
    .join("");
}

// A diamond: an error differs from a line by its shape too.
function errorsPath({ y, height, marks }: OutputRow): string {
  const half = fixed(Math.min(9, height * 0.38));
  const middle = y + height / 2;
  return marks.errors
    .map(
      (x) =>
        `M${fixed(x)} ${fixed(middle - Number(half))}l${half} ${half}l-${half} ${half}l-${half} -${half}Z`,
    )
    .join("");
}
