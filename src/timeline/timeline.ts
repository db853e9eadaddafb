// The timeline of a pane: one run, or a race of two, drawn into a host element as it goes on.

import type { TaskSpan } from "../trace/tasks.ts";
import type { RequestSpan } from "../trace/trace.ts";
import { axisHeight } from "./dimensions.ts";
import { TimelineDrawing } from "./draw.ts";
import { LaneFollow } from "./follow-lane.ts";
import { layoutTimeline } from "./layout.ts";
import { type LaneLook, type Looks, plainTaskLook } from "./looks.ts";
import { anyRunning, nothingRan, type TimelineRun } from "./runs.ts";
import { scrollByKeys } from "./scroll-area.ts";
import { summary, timelineTable } from "./table.ts";
import { TableDrawing } from "./table-drawing.ts";
import { taskTable } from "./task-table.ts";

export type { LaneLook } from "./looks.ts";
export type { TimelineRun } from "./runs.ts";

export interface TimelineOptions {
  /** Accessible name of the figure and caption of the table. */
  readonly name: string;
  /** How a request looks. */
  readonly look: (request: RequestSpan) => LaneLook;
  /** How a task looks; without it, each is called by its name. */
  readonly taskLook?: (task: TaskSpan) => LaneLook;
}

const tableInterval = 500;
let views = 0;

/** Draws runs into `host`, whose style sets its size. */
export class TimelineView {
  readonly #host: HTMLElement;
  readonly #name: string;
  readonly #looks: Looks;
  readonly #drawing: TimelineDrawing;
  readonly #table: TableDrawing;
  readonly #summary = document.createElement("p");
  readonly #scroll = document.createElement("div");
  readonly #follow = new LaneFollow(this.#scroll);
  readonly #resizes = new ResizeObserver(() => this.#drawPicture());
  #runs: readonly TimelineRun[] = [];
  #now: number | undefined;
  #tableDrawnAt = Number.NEGATIVE_INFINITY;

  constructor(host: HTMLElement, options: TimelineOptions) {
    views += 1;
    this.#host = host;
    this.#name = options.name;
    this.#looks = { request: options.look, task: options.taskLook ?? plainTaskLook };
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
    scrollByKeys(this.#scroll, this.#drawing.lanes, `${this.#name}: lanes`);
    this.#host.classList.add("timeline");
    this.#host.setAttribute("role", "figure");
    this.#host.setAttribute("aria-label", this.#name);
    this.#host.setAttribute("aria-describedby", this.#summary.id);
    this.#host.replaceChildren(this.#summary, empty, this.#drawing.axis, this.#scroll, this.#table.element);
  }

  #drawPicture(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    const empty = nothingRan(this.#runs, this.#now);
    this.#host.classList.toggle("is-empty", empty);
    if (empty || width === 0) return;
    const layout = layoutTimeline(this.#runs, this.#now, this.#looks, { width, height });
    const room = height - axisHeight;
    this.#drawing.update(layout, room);
    this.#scroll.classList.toggle("is-scrolling", layout.height > room);
    this.#follow.keep(layout.newest, this.#runs[0]?.trace, room);
  }

  #drawText(): void {
    const time = performance.now();
    if (anyRunning(this.#runs, this.#now) && time - this.#tableDrawnAt < tableInterval) return;
    this.#tableDrawnAt = time;
    const [runs, now, looks] = [this.#runs, this.#now, this.#looks];
    const hasTasks = runs.some(({ trace }) => trace.tasks.length > 0);
    this.#table.update(
      timelineTable(runs, now, looks),
      hasTasks ? () => taskTable(runs, now, looks) : undefined,
    );
    const text = summary(this.#runs, this.#now);
    if (this.#summary.textContent !== text) this.#summary.textContent = text;
  }
}
