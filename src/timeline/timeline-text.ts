// The text equivalent of a timeline: a summary and tables, updated when there is time.

import type { Looks } from "./scale/looks.ts";
import { anyRunning, type TimelineRun } from "./scale/runs.ts";
import type { Showing } from "./scale/showing.ts";
import { summary, timelineTable } from "./table/table.ts";
import { TableDrawing } from "./table/table-drawing.ts";
import { taskTable } from "./table/task-table.ts";
import { lockTable, threadTable } from "./table/thread-table.ts";

/** The runs that the words describe. */
export interface ShownRuns {
  readonly runs: readonly TimelineRun[];
  /** Current time in milliseconds while something runs. */
  readonly now: number | undefined;
  readonly looks: Looks;
  readonly showing: Showing;
}

export interface TimelineTextOptions {
  /** Id of the timeline. Ids of its elements begin with it. */
  readonly id: string;
  readonly name: string;
  readonly shown: () => ShownRuns;
  /** Called when the words match the newest picture. */
  readonly onDraw: () => void;
}

/** Milliseconds between two updates of the words while a program runs. */
const textInterval = 500;
/** Milliseconds by which a picture is drawn earlier than its many rows. */
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

  /** The element of the tables. */
  get table(): HTMLElement {
    return this.#table.element;
  }

  /**
   * Schedules an update of the words. Many rows take long to make and are out of sight, so they are made when there is
   * time or when the viewer opens them.
   */
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
    const has = (list: "tasks" | "threads" | "locks") => runs.some(({ trace }) => trace[list].length > 0);
    this.#table.update(timelineTable(runs, now, looks, showing), {
      tasks: has("tasks") ? () => taskTable(runs, now, looks, showing) : undefined,
      threads: has("threads") ? () => threadTable(runs, now, looks, showing) : undefined,
      locks: has("locks") ? () => lockTable(runs, now, looks, showing) : undefined,
    });
    const text = summary(runs, now, looks.times);
    if (this.summary.textContent !== text) this.summary.textContent = text;
    this.#options.onDraw();
  }
}

function countRequests(runs: readonly TimelineRun[]): number {
  return runs.reduce((sum, { trace }) => sum + trace.requests.length, 0);
}
