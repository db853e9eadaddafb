// Folds the events of one run into what the views draw. Appending costs the same at the first event and the last.

import {
  type ErrorReport,
  mainTask,
  type OutputLevel,
  type RequestId,
  type RequestOutcome,
  type RunOutcome,
  type TaskId,
  type TraceEvent,
} from "./events.ts";

/** One request from the call to its end. Times are milliseconds since the run began. */
export interface RequestSpan {
  readonly request: RequestId;
  readonly task: TaskId;
  readonly method: string;
  readonly url: string;
  readonly start: number;
  /** When the reply was there; undefined while it is on its way, and for a request that got none. */
  ready?: number;
  /** When the program took the reply or the error. */
  end?: number;
  outcome?: RequestOutcome;
}

/** One line of the console. */
export interface OutputLine {
  readonly task: TaskId;
  readonly level: OutputLevel;
  /** When its first character was printed. */
  readonly start: number;
  /** When its last character so far was printed. */
  end: number;
  text: string;
  /** False while more text may be written to it. */
  complete: boolean;
  /** Set where the line tells of an error that nobody caught. */
  readonly error?: ErrorReport;
}

/** A line with more characters goes on in the next one: drawing a line takes time for all of it. */
export const longestLine = 100_000;

/** The state of a run that its events so far amount to. */
export class Trace {
  readonly events: TraceEvent[] = [];
  readonly requests: RequestSpan[] = [];
  readonly lines: OutputLine[] = [];
  entry = "";
  /** How the run ended; undefined while it goes on. */
  outcome: RunOutcome | undefined;

  /** Time of the newest event in milliseconds: the run's total once it has ended. */
  get duration(): number {
    return this.events.at(-1)?.t ?? 0;
  }

  /**
   * Takes one more event.
   * @throws {RangeError} when the event does not follow the one before it: a recording with a hole proves nothing.
   */
  append(event: TraceEvent): void {
    if (event.seq !== this.events.length || event.t < this.duration) {
      throw new RangeError(
        `Event ${event.seq} at ${event.t} ms does not follow event ${this.events.length - 1} at ${this.duration} ms.`,
      );
    }
    this.events.push(event);
    this.#fold(event);
  }

  #fold(event: TraceEvent): void {
    switch (event.kind) {
      case "run-start":
        this.entry = event.entry;
        break;
      case "request-start": {
        const { request, task, method, url, t } = event;
        this.requests[request] = { request, task, method, url, start: t };
        break;
      }
      case "request-ready":
        this.#openRequest(event.request).ready = event.t;
        break;
      case "request-end":
        Object.assign(this.#openRequest(event.request), { end: event.t, outcome: event.outcome });
        break;
      case "output":
        this.#print(event.t, event.task, event.level, event.text);
        break;
      case "error":
        this.#tellError(event.t, event.task, event.error);
        break;
      case "run-end":
        this.#endRun(event.t, event.outcome);
        break;
      default:
        event satisfies never;
    }
  }

  #openRequest(id: RequestId): RequestSpan {
    const span = this.requests[id];
    if (!span) throw new RangeError(`The trace speaks of request ${id}, which was never started.`);
    if (span.outcome) throw new RangeError(`The trace goes on with request ${id}, which has ended.`);
    return span;
  }

  #print(t: number, task: TaskId, level: OutputLevel, text: string): void {
    const pieces = text.split("\n");
    const rest = pieces.pop() ?? "";
    for (const piece of pieces) this.#extendLine(t, task, level, piece, true);
    if (rest !== "") this.#extendLine(t, task, level, rest, false);
  }

  #extendLine(t: number, task: TaskId, level: OutputLevel, text: string, complete: boolean): void {
    const open = this.lines.at(-1);
    const isFull = open !== undefined && open.text.length >= longestLine;
    if (!open || open.complete || open.level !== level || isFull) {
      if (open) open.complete = true;
      this.lines.push({ task, level, start: t, end: t, text, complete });
      return;
    }
    open.text += text;
    open.end = t;
    open.complete = complete;
  }

  #tellError(t: number, task: TaskId, error: ErrorReport): void {
    this.#closeLine();
    const text = error.headline;
    this.lines.push({ task, level: "error", start: t, end: t, text, complete: true, error });
  }

  #endRun(t: number, outcome: RunOutcome): void {
    this.outcome = outcome;
    this.#closeLine();
    if (outcome.kind !== "limit") return;
    const { reason: text } = outcome;
    this.lines.push({ task: mainTask, level: "error", start: t, end: t, text, complete: true });
  }

  #closeLine(): void {
    const open = this.lines.at(-1);
    if (open) open.complete = true;
  }
}

/** Builds the trace of a whole list of events. */
export function foldEvents(events: Iterable<TraceEvent>): Trace {
  const trace = new Trace();
  for (const event of events) trace.append(event);
  return trace;
}
