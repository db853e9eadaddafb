// Folds the events of one run into what the views draw. Appending costs the same at the first event and the last.

import type { EventOf } from "./events/events.ts";
import { mainTask, type RunOutcome, type TaskId, type TraceEvent } from "./events/events.ts";
import type { FoldedRun } from "./fold/folded-run.ts";
import { Lines, type TracedLine } from "./fold/lines.ts";
import { PromptFold } from "./fold/prompts.ts";
import { type FlightStep, RequestFold, type RequestSpan } from "./fold/requests.ts";
import { TaskFold } from "./fold/task-fold.ts";
import type { Abort, ControlSpan, LiveTask, PromptEntry, TaskSpan, TimerSpan } from "./fold/tasks.ts";
import { TimerFold } from "./fold/timers.ts";
import { stuckLines } from "./words/words.ts";

export type { OutputLine } from "./fold/lines.ts";
export type { FlightStep, RequestSpan } from "./fold/requests.ts";

/** The state of a run that its events so far amount to. */
export class Trace implements FoldedRun {
  readonly #tasks = new TaskFold();
  readonly #timers = new TimerFold();
  readonly #requests = new RequestFold();
  readonly #prompts = new PromptFold();
  readonly #lines = new Lines();

  readonly events: TraceEvent[] = [];
  /** Each at the index that is its number, as are timers, requests and prompts. */
  readonly tasks: TaskSpan[] = this.#tasks.spans;
  readonly timers: TimerSpan[] = this.#timers.spans;
  readonly requests: RequestSpan[] = this.#requests.spans;
  /** How many requests are on their way, in the order of time. */
  readonly flight: FlightStep[] = this.#requests.flight;
  readonly prompts: PromptEntry[] = this.#prompts.entries;
  /** Who held control, in order; in the gaps the event loop has it. Nothing follows once the run is thinned. */
  readonly control: ControlSpan[] = this.#tasks.control.spans;
  readonly aborts: Abort[] = [];
  readonly lines: TracedLine[] = this.#lines.all;
  /** Those of the lines that tell of errors. */
  readonly failures: TracedLine[] = this.#lines.failures;
  entry = "";
  /** How the program ended; undefined while it goes on. */
  outcome: RunOutcome | undefined;
  /** When the program ended, in milliseconds; undefined while it goes on. */
  total: number | undefined;
  /** The event that the program ended with; undefined while it goes on. */
  endSeq: number | undefined;
  /** Since when hand-overs of control are no longer told, in milliseconds; undefined while all are. */
  thinnedAt: number | undefined;
  /** The event since which it is so. */
  thinnedSeq: number | undefined;

  /** Time of the newest event in milliseconds. What is entered at the prompt may come later than the program's end. */
  get duration(): number {
    return this.events.at(-1)?.t ?? 0;
  }

  /**
   * Takes one more event.
   * @throws {RangeError} when the event does not follow the one before it, or does not fit what they told: a recording
   *   with a hole proves nothing. The trace is then as it was.
   */
  append(event: TraceEvent): void {
    if (event.seq !== this.events.length || event.t < this.duration) {
      throw new RangeError(
        `Event ${event.seq} at ${event.t} ms does not follow event ${this.events.length - 1} at ${this.duration} ms.`,
      );
    }
    this.#fold(event);
    this.events.push(event);
  }

  /** The task that has control after the event `seq`; undefined for the event loop. */
  holderAt(seq: number): TaskId | undefined {
    return this.#tasks.control.holderAt(seq);
  }

  /** The tasks that have begun and not ended after the event `seq`, in the order in which they began. */
  liveAt(seq: number): LiveTask[] {
    return this.#tasks.history.at(seq);
  }

  /** The requests that were made and have not ended after the event `seq`, in the order in which they were made. */
  inFlightAt(seq: number): RequestSpan[] {
    return this.#requests.history.at(seq);
  }

  /** The console's lines as they were after the event `seq`. */
  linesAt(seq: number): TracedLine[] {
    return this.#lines.at(seq, (step) => this.events[step]?.t ?? 0);
  }

  #fold(event: TraceEvent): void {
    switch (event.kind) {
      case "run-start":
        this.entry = event.entry;
        break;
      case "task-start":
        this.#tasks.start(event);
        if (event.taskKind === "prompt") this.#prompts.join(event.task);
        break;
      case "task-suspend":
        this.#tasks.suspend(event);
        this.#timers.await(event.wait);
        break;
      case "task-resume":
        this.#tasks.resume(event);
        break;
      case "task-end":
        this.#tasks.end(event);
        break;
      case "thinned":
        this.#tasks.thin(event.seq, event.t);
        this.thinnedAt ??= event.t;
        this.thinnedSeq ??= event.seq;
        break;
      case "timer-start":
        this.#timers.start(event);
        break;
      case "timer-fire":
        this.#timers.fire(event);
        break;
      case "timer-clear":
        this.#timers.clear(event);
        break;
      case "abort":
        this.aborts.push({ seq: event.seq, t: event.t, task: event.task, reason: event.reason });
        break;
      case "request-start":
        this.#requests.start(event);
        break;
      case "request-ready":
        this.#requests.ready(event);
        break;
      case "request-end":
        this.#requests.end(event);
        break;
      case "output":
        this.#lines.print(event, event.level, event.text);
        break;
      case "error":
        this.#lines.add(event, "error", event.error.headline, { error: event.error });
        break;
      case "prompt-start":
        this.#startPrompt(event);
        break;
      case "prompt-value":
        this.#showValue(event);
        break;
      case "prompt-end":
        this.#endPrompt(event);
        break;
      case "run-end":
        this.#endRun(event);
        break;
      default:
        event satisfies never;
    }
  }

  #startPrompt(event: EventOf<"prompt-start">): void {
    const { seq, t, prompt, text } = event;
    this.#prompts.start(event, this.lines.length);
    this.#lines.add({ seq, t, task: mainTask }, "log", text, { prompt });
  }

  #showValue(event: EventOf<"prompt-value">): void {
    const { seq, t, value } = event;
    const { task = mainTask } = this.#prompts.value(event);
    this.#lines.add({ seq, t, task }, "log", value.text, { value });
  }

  #endPrompt(event: EventOf<"prompt-end">): void {
    this.#prompts.end(event, this.lines.length);
    // While the program goes on, a line may be its own, and it has more to write.
    if (!this.outcome) return;
    this.#lines.close(event.seq);
    // Where the prompt was ended from outside, its task still had control.
    this.#tasks.control.clear(event.seq, event.t);
  }

  #endRun({ seq, t, outcome }: EventOf<"run-end">): void {
    if (this.outcome) throw new RangeError("The trace ends a run that has ended.");
    Object.assign(this, { outcome, total: t, endSeq: seq });
    this.#lines.close(seq);
    if (outcome.kind === "limit") this.#lines.add({ seq, t, task: mainTask }, "error", outcome.reason);
    if (outcome.kind === "limit" || outcome.kind === "stopped") this.#tasks.control.clear(seq, t);
    for (const { task, text } of stuckLines(this)) this.#lines.add({ seq, t, task }, "error", text);
  }
}

/** One run, or one of the runs of a race, under the name that a viewer knows it by. */
export interface NamedRun {
  readonly label: string;
  readonly trace: Trace;
}

/** Builds the trace of a whole list of events. */
export function foldEvents(events: Iterable<TraceEvent>): Trace {
  const trace = new Trace();
  for (const event of events) trace.append(event);
  return trace;
}
