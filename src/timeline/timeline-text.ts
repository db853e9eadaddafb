// What a timeline tells in words: a summary and tables, made when there is time for them.

import type { Looks } from "./scale/looks.ts";
import { anyRunning, type TimelineRun } from "./scale/runs.ts";
import type { Showing } from "./scale/showing.ts";
import { summary, timelineTable } from "./table/table.ts";
import { TableDrawing } from "./table/table-drawing.ts";
import { taskTable } from "./table/task-table.ts";

/** What the words are about. */
export interface ShownRuns {
  readonly runs: readonly TimelineRun[];
  /** Current time in milliseconds while something runs. */
  readonly now: number | undefined;
  readonly looks: Looks;
  readonly showing: Showing;
}

export interface TimelineTextOptions {
  /** Of the timeline; its ids begin with `id`. */
  readonly id: string;
  readonly name: string;
  readonly shown: () => ShownRuns;
  /** The words are those of the newest picture. */
  readonly onDraw: () => void;
}

/** Milliseconds between two versions of what is told in words, where it changes all the time. */
const textInterval = 500;
/** Milliseconds that a picture comes before its many rows. */
const shortestPause = 60;
const mostRowsUnseen = 100;

/** The words of one timeline. */
export class TimelineText {
  readonly summary = document.createElement("p");
  readonly #options: TimelineTextOptions;
  readonly #table: TableDrawing;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #timer = 0;

  constructor(options: TimelineTextOptions) {
    this.#options = options;
    this.summary.className = "timeline-summary";
    this.summary.id = `${options.id}-summary`;
    this.#table = new TableDrawing(options.name, () => this.#draw());
  }

  /** The tables' element. */
  get table(): HTMLElement {
    return this.#table.element;
  }

  /** Many rows take long to make, and nobody sees them: so they come when there is time, or when they are asked for. */
  schedule(): void {
    const { runs, now } = this.#options.shown();
    const isRunning = anyRunning(runs, now);
    const isLong = !this.#table.isOpen && countRequests(runs) > mostRowsUnseen;
    if (this.#timer !== 0 || (isLong && isRunning)) return;
    const since = performance.now() - this.#drawnAt;
    const wait = isLong || isRunning ? textInterval - since : 0;
    if (wait <= 0 && !isLong) this.#draw();
    else this.#timer = window.setTimeout(() => this.#draw(), Math.max(shortestPause, wait));
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#drawnAt = performance.now();
    const { runs, now, looks, showing } = this.#options.shown();
    const hasTasks = runs.some(({ trace }) => trace.tasks.length > 0);
    this.#table.update(
      timelineTable(runs, now, looks, showing),
      hasTasks ? () => taskTable(runs, now, looks, showing) : undefined,
    );
    const text = summary(runs, now, looks.times);
    if (this.summary.textContent !== text) this.summary.textContent = text;
    this.#options.onDraw();
  }
}

function countRequests(runs: readonly TimelineRun[]): number {
  return runs.reduce((sum, { trace }) => sum + trace.requests.length, 0);
}
