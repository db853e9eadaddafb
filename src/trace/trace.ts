// Folds the events of one run into the state that the views draw. Appending costs the same at the first event and the
// last.

import type { EventOf } from "./events/events.ts";
import {
  type Cell,
  type MessageId,
  mainTask,
  type RunOutcome,
  type TaskId,
  type TraceEvent,
  type WorkerId,
} from "./events/events.ts";
import type { FoldedRun } from "./fold/folded-run.ts";
import { Lines, type TracedLine } from "./fold/lines.ts";
import { LockFold } from "./fold/locks.ts";
import { PromptFold } from "./fold/prompts.ts";
import { type FlightStep, RequestFold, type RequestSpan } from "./fold/requests.ts";
import { TaskFold } from "./fold/task-fold.ts";
import type { Abort, ControlSpan, LiveTask, PromptEntry, TaskSpan, TimerSpan } from "./fold/tasks.ts";
import { settleThreads } from "./fold/thread-pieces.ts";
import type { Lock, MessageSpan, ThreadSpan } from "./fold/thread-spans.ts";
import { foldThreadEvent, ThreadFold } from "./fold/threads.ts";
import { TimerFold } from "./fold/timers.ts";
import { deadlockLines } from "./words/deadlock.ts";
import { stuckLines } from "./words/words.ts";

export type { OutputLine, Speaker } from "./fold/lines.ts";
export type { FlightStep, RequestSpan } from "./fold/requests.ts";
export type { MessageSpan, ThreadSpan } from "./fold/thread-spans.ts";

/** The state of a run after all its events so far. */
export class Trace implements FoldedRun {
  readonly #tasks = new TaskFold();
  readonly #timers = new TimerFold();
  readonly #requests = new RequestFold();
  readonly #prompts = new PromptFold();
  readonly #threads = new ThreadFold();
  readonly #locks = new LockFold();
  readonly #lines = new Lines();

  readonly events: TraceEvent[] = [];
  /** A task's number is its index. The same holds for timers, requests and prompts. */
  readonly tasks: TaskSpan[] = this.#tasks.spans;
  readonly timers: TimerSpan[] = this.#timers.spans;
  readonly requests: RequestSpan[] = this.#requests.spans;
  /** How many requests are in flight, ordered by time. */
  readonly flight: FlightStep[] = this.#requests.flight;
  readonly prompts: PromptEntry[] = this.#prompts.entries;
  /**
   * Who had control, in order. In the gaps the event loop has it. Nothing is added once the run is thinned. The spans
   * of several workers overlap.
   */
  readonly control: ControlSpan[] = this.#tasks.control.spans;
  readonly aborts: Abort[] = [];
  /** In the order in which they were started, the program's own first. Empty for a program without threads. */
  readonly threads: ThreadSpan[] = this.#threads.spans;
  /** The messages between threads, in the order in which they were sent. */
  readonly messages: MessageSpan[] = this.#threads.messages;
  /** In the order in which they were first taken. */
  readonly locks: Lock[] = this.#locks.all;
  readonly lines: TracedLine[] = this.#lines.all;
  /** The lines that show errors. */
  readonly failures: TracedLine[] = this.#lines.failures;
  entry = "";
  /** The seed of the threads' turns; undefined if threads are real, and for a program without threads. */
  turns: number | undefined;
  /** How the program ended; undefined while it runs. */
  outcome: RunOutcome | undefined;
  /** When the program ended, in milliseconds; undefined while it runs. */
  total: number | undefined;
  /** Number of the event that ended the program; undefined while it runs. */
  endSeq: number | undefined;
  /**
   * When the run was thinned (hand-overs of control are no longer recorded), in milliseconds; undefined if it was
   * not.
   */
  thinnedAt: number | undefined;
  /** Number of the event that thinned the run. */
  thinnedSeq: number | undefined;

  /** Time of the newest event in milliseconds. Entries at the prompt may come after the program's end. */
  get duration(): number {
    return this.events.at(-1)?.t ?? 0;
  }

  /**
   * Appends one event.
   * @throws {RangeError} if the event does not follow the one before it or does not fit the earlier events: a
   * recording with a hole proves nothing. The trace is then unchanged.
   */
  append(event: TraceEvent): void {
    if (event.seq !== this.events.length || event.t < this.duration) {
      throw new RangeError(
        `Event ${event.seq} at ${event.t} ms does not follow event ${this.events.length - 1} at ${this.duration} ms.`,
      );
    }
    this.#fold(event);
    if (this.threads.length > 0) settleThreads(event, this, this.#tasks.control);
    this.events.push(event);
  }

  /** Who had control in the worker that runs the program's top level, in order. These spans never overlap. */
  get mainControl(): readonly ControlSpan[] {
    return this.#tasks.control.spansOf(this.tasks[mainTask]?.worker);
  }

  /** Who had control in one thread, in order. These spans never overlap. */
  controlOf(worker: WorkerId | undefined): readonly ControlSpan[] {
    return this.#tasks.control.spansOf(worker);
  }

  /** Returns the thread that a task or an event names; `undefined` for a program without threads. */
  threadOf(worker: WorkerId | undefined): ThreadSpan | undefined {
    return this.#threads.get(worker);
  }

  /** Returns the message with this number; `undefined` if its sending was not told. */
  messageOf(message: MessageId): MessageSpan | undefined {
    return this.#threads.message(message);
  }

  /** Returns the lock of a cell of shared memory; `undefined` if nobody has taken one there. */
  lockOf(on: Cell): Lock | undefined {
    return this.#locks.of(on);
  }

  /** Returns the tasks that have control after the event `seq`: at most one for each thread. */
  holdersAt(seq: number): ReadonlySet<TaskId> {
    return this.#tasks.control.holdersAt(seq);
  }

  /** Returns the task that has control after the event `seq`; `undefined` for the event loop. */
  holderAt(seq: number): TaskId | undefined {
    return this.#tasks.control.holderAt(seq);
  }

  /** Returns the tasks that have begun and not ended after the event `seq`, in the order in which they began. */
  liveAt(seq: number): LiveTask[] {
    return this.#tasks.history.at(seq);
  }

  /**
   * Returns the requests that were made and have not ended after the event `seq`, in the order in which they were
   * made.
   */
  inFlightAt(seq: number): RequestSpan[] {
    return this.#requests.history.at(seq);
  }

  /** Returns the console's lines as they were after the event `seq`. */
  linesAt(seq: number): TracedLine[] {
    return this.#lines.at(seq, (step) => this.events[step]?.t ?? 0);
  }

  #fold(event: TraceEvent): void {
    switch (event.kind) {
      case "run-start":
        this.entry = event.entry;
        this.turns = event.turns;
        this.#threads.begin(event);
        break;
      case "task-start":
        this.#tasks.start(event);
        this.#threads.startTop(event);
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
      case "body-chunk":
        this.#requests.read(event);
        break;
      case "body-end":
        this.#requests.endBody(event);
        break;
      case "output":
        this.#lines.print(event, event.level, event.text);
        break;
      case "error":
        this.#lines.add(event, "error", event.error.headline, { error: event.error });
        this.#threads.fail(event);
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
      case "thread-end":
        foldThreadEvent(event, this.#threads, this.#locks);
        if (event.how === "terminated" || event.how === "closed") this.#tasks.endThread(event);
        break;
      case "thread-start":
      case "message-sent":
      case "message-taken":
      case "message-handled":
      case "block":
      case "wake":
      case "lock-taken":
      case "lock-released":
        foldThreadEvent(event, this.#threads, this.#locks);
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
    // While the program runs, the half-written line may be the program's own, and it may go on writing.
    if (!this.outcome) return;
    this.#lines.close(event.seq);
    // If the prompt was ended from outside, its task still had control.
    this.#tasks.control.clear(event.seq, event.t);
  }

  #endRun({ seq, t, outcome }: EventOf<"run-end">): void {
    if (this.outcome) throw new RangeError("The trace ends a run that has ended.");
    Object.assign(this, { outcome, total: t, endSeq: seq });
    this.#lines.close(seq);
    this.#threads.stop(seq, t);
    if (outcome.kind === "limit") this.#lines.add({ seq, t, task: mainTask }, "error", outcome.reason);
    if (outcome.kind !== "finished" && outcome.kind !== "failed") this.#tasks.control.clear(seq, t);
    for (const { task, text } of [...stuckLines(this), ...deadlockLines(this)])
      this.#lines.add({ seq, t, task }, "error", text);
  }
}

/** One run, or one of the runs of a race, with the name that viewers see. */
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
