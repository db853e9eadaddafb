// The timeline of a pane: one run, or a race of two, drawn into a host element as it goes on.

import type { RequestSpan } from "../trace/trace.ts";
import { axisHeight } from "./dimensions.ts";
import { TimelineDrawing } from "./draw.ts";
import type { LaneLook } from "./lanes.ts";
import { layoutTimeline } from "./layout.ts";
import { anyRunning, nothingRan, type TimelineRun } from "./runs.ts";
import { scrollByKeys } from "./scroll-area.ts";
import { summary, timelineTable } from "./table.ts";
import { TableDrawing } from "./table-drawing.ts";

export type { LaneLook } from "./lanes.ts";
export type { TimelineRun } from "./runs.ts";

export interface TimelineOptions {
  /** Accessible name of the figure and caption of the table. */
  readonly name: string;
  readonly look: (request: RequestSpan) => LaneLook;
}

const tableInterval = 500;
let views = 0;

/** Draws runs into `host`, whose style sets its size. */
export class TimelineView {
  readonly #host: HTMLElement;
  readonly #options: TimelineOptions;
  readonly #drawing: TimelineDrawing;
  readonly #table: TableDrawing;
  readonly #summary = document.createElement("p");
  readonly #scroll = document.createElement("div");
  readonly #resizes = new ResizeObserver(() => this.#drawPicture());
  #runs: readonly TimelineRun[] = [];
  #now: number | undefined;
  #tableDrawnAt = Number.NEGATIVE_INFINITY;

  constructor(host: HTMLElement, options: TimelineOptions) {
    views += 1;
    this.#host = host;
    this.#options = options;
    this.#drawing = new TimelineDrawing(`timeline-${views}`);
    this.#table = new TableDrawing(options.name);
    this.#summary.className = "timeline-summary";
    this.#summary.id = `timeline-${views}-summary`;
    this.#build();
    this.draw([], undefined);
    this.#resizes.observe(host);
  }

  /**
   * Shows the runs; may be called once per frame.
   * @param now current time in milliseconds while something runs; undefined shows each run up to its end.
   */
  draw(runs: readonly TimelineRun[], now: number | undefined): void {
    this.#runs = runs;
    this.#now = now;
    this.#drawPicture();
    this.#drawText();
  }

  #build(): void {
    const empty = document.createElement("p");
    empty.className = "timeline-empty";
    empty.textContent = "Nothing has run yet. Press Run.";
    this.#scroll.className = "timeline-scroll";
    this.#scroll.append(this.#drawing.lanes);
    scrollByKeys(this.#scroll, this.#drawing.lanes, `${this.#options.name}: lanes`);
    this.#host.classList.add("timeline");
    this.#host.setAttribute("role", "figure");
    this.#host.setAttribute("aria-label", this.#options.name);
    this.#host.setAttribute("aria-describedby", this.#summary.id);
    this.#host.replaceChildren(this.#summary, empty, this.#drawing.axis, this.#scroll, this.#table.element);
  }

  #drawPicture(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    const empty = nothingRan(this.#runs, this.#now);
    this.#host.classList.toggle("is-empty", empty);
    if (empty || width === 0) return;
    const layout = layoutTimeline(this.#runs, this.#now, this.#options.look, { width, height });
    const room = height - axisHeight;
    this.#drawing.update(layout, room);
    this.#scroll.classList.toggle("is-scrolling", layout.height > room);
  }

  #drawText(): void {
    const time = performance.now();
    if (anyRunning(this.#runs, this.#now) && time - this.#tableDrawnAt < tableInterval) return;
    this.#tableDrawnAt = time;
    this.#table.update(timelineTable(this.#runs, this.#now, this.#options.look));
    const text = summary(this.#runs, this.#now);
    if (this.#summary.textContent !== text) this.#summary.textContent = text;
  }
}
