// Draws the rows below a run's lanes: requests in flight, the bounds of its waits, and its output.

import type { BoundsRow } from "../picture/bounds-row.ts";
import type { SizedText } from "../picture/end-line.ts";
import type { FlightRow } from "../picture/flight-row.ts";
import type { OutputRow } from "../picture/rows-below.ts";
import { fixed, keyed, setAttributes, setSizedText, show, svgElement } from "../svg/svg.ts";

/** The curve of requests in flight. `update` may be called once per frame. */
export class FlightDrawing {
  /** The part on the plot. `texts` is the part beside it. */
  readonly plot = svgElement("g");
  readonly texts = svgElement("g");
  readonly #area = svgElement("path", "timeline-flight-area");
  readonly #line = svgElement("path", "timeline-flight");
  readonly #most = svgElement("text", "timeline-flight-most");
  readonly #label = svgElement("text", "timeline-row-label");

  constructor() {
    this.plot.append(this.#area, this.#line, this.#most);
    this.texts.append(this.#label);
  }

  update(row: FlightRow | undefined): void {
    show(this.plot, row !== undefined);
    setSizedText(this.#label, row?.label);
    setSizedText(this.#most, row?.most);
    if (!row) return;
    const line = flightPath(row);
    const bottom = fixed(row.y + row.height - margin);
    setAttributes(this.#line, { d: line });
    const first = row.steps[0];
    setAttributes(this.#area, { d: first ? `${line}V${bottom}H${fixed(first.x)}Z` : "" });
  }
}

const margin = 3;

function flightPath({ y, height, steps, right }: FlightRow): string {
  const at = (level: number) => fixed(y + height - margin - level * (height - 2 * margin));
  const [first] = steps;
  if (!first) return "";
  const turns = steps.map(({ x, level }) => `H${fixed(x)}V${at(level)}`).join("");
  return `M${fixed(first.x)} ${at(0)}${turns}H${fixed(right)}`;
}

/** The bracket from the longest wait to the sum of all waits. `update` may be called once per frame. */
export class BoundsDrawing {
  readonly plot = svgElement("g");
  readonly texts = svgElement("g");
  readonly #bracket = svgElement("path", "timeline-bounds");
  readonly #end = svgElement("circle", "timeline-bounds-end");
  readonly #drawings = new Map<string, TextDrawing>();

  constructor() {
    this.plot.append(this.#bracket, this.#end);
  }

  update(row: BoundsRow | undefined): void {
    show(this.plot, row !== undefined);
    const texts = (row?.texts ?? []).map((text, index) => ({ ...text, key: String(index) }));
    keyed(
      this.texts,
      this.#drawings,
      texts,
      () => new TextDrawing("timeline-row-label"),
      (drawing, text) => drawing.update(text),
    );
    if (!row) return;
    setAttributes(this.#bracket, { d: bracketPath(row) });
    setAttributes(this.#end, { cx: row.end, cy: row.y + row.height / 2, r: 5 });
  }
}

function bracketPath({ y, height, longest, sum, isCut, gap }: BoundsRow): string {
  const [top, middle, bottom] = [y + 4, y + height / 2, y + height - 4].map(fixed);
  const end = isCut ? "" : `M${fixed(sum)} ${top}V${bottom}`;
  const space = gap ? `H${fixed(gap.from)}M${fixed(gap.to)} ${middle}` : "";
  return `M${fixed(longest)} ${top}V${bottom}M${fixed(longest)} ${middle}${space}H${fixed(sum)}${end}`;
}

class TextDrawing {
  readonly element: SVGTextElement;

  constructor(className: string) {
    this.element = svgElement("text", className);
  }

  update(text: SizedText): void {
    setSizedText(this.element, text);
  }
}

/** Ticks for printed lines and diamonds for errors. `update` may be called once per frame. */
export class OutputDrawing {
  readonly plot = svgElement("g");
  readonly texts = svgElement("g");
  readonly #label = svgElement("text", "timeline-row-label");
  readonly #printed = svgElement("path", "timeline-printed");
  readonly #errors = svgElement("path", "timeline-errors");

  constructor() {
    this.plot.append(this.#printed, this.#errors);
    this.texts.append(this.#label);
  }

  update(row: OutputRow): void {
    setSizedText(this.#label, row.label);
    setAttributes(this.#printed, { d: printedPath(row) });
    setAttributes(this.#errors, { d: errorsPath(row) });
  }
}

// A vertical tick where a line began, and a horizontal stroke for the time it took to print.
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

// Diamonds, so that errors differ from lines in shape as well as colour.
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
