// One run of one program, on the page's side: sends the program to a worker, passes its events to the keeper, and keeps
// the worker for the prompt until the run is closed.

import type {
  ClockMessage,
  ClockMode,
  CompletionsMessage,
  ControlMessage,
  Crew,
  NetworkConditions,
  SubtleAnswer,
  WorkerMessage,
} from "../protocol/protocol.ts";
import type { PromptId, RunOutcome, TraceEvent, TraceFact, WorkerId } from "../trace/events/events.ts";
import type { Trace } from "../trace/trace.ts";
import type { Standstill } from "./deadlock.ts";
import { Merge } from "./merge.ts";
import { OpenEvents } from "./open-events.ts";
import { promptEnd } from "./prompt-end.ts";
import { Numbers } from "./renumber.ts";
import { pageTime, type RunClock, shownBy } from "./run-clock.ts";
import { startSentence } from "./start-problem.ts";
import { PageSubtle } from "./subtle.ts";
import { RunThreads } from "./threads.ts";

export { startProblem } from "./start-problem.ts";
export { warmWorkers } from "./workers.ts";

/** What a run starts with: the program and its conditions. */
export interface RunSetup {
  /** The worker script of the program's language, a classic script. */
  readonly worker: string;
  /** The program for that worker. The page does not read it, nor entries and questions of the prompt. */
  readonly program: unknown;
  readonly crew: Crew;
  readonly network: NetworkConditions;
  readonly clock: ClockMode;
}

/** Names that may complete the text of the prompt. They replace `replaces` characters before the caret. */
export type Completions = Pick<CompletionsMessage, "replaces" | "names">;

/** In milliseconds: how long a program may keep control after an interrupt, or before it answers a question. */
const patience = 500;

/** Keeps a run's trace and clock. */
export interface RunKeeper {
  /** The trace of the run so far. */
  readonly trace: Trace;
  /** The last known state of the run's clock. */
  readonly clock: RunClock;
  /**
   * Appends events to the trace.
   * @returns a sentence if an event does not fit those before it
   */
  readonly append: (events: readonly TraceEvent[]) => string | undefined;
  /** Called when the clock shows `t` milliseconds and goes on at `speed`. */
  readonly setClock: (t: number, speed: number) => void;
  /** Called when the worker is gone. */
  readonly close: () => void;
}

/** A program and its worker. Trace and clock are kept outside: in the state of a pane, or by keep-alone.ts. */
export class Run {
  /** Resolves with the trace when the program has ended, in whatever way. The prompt may add to the trace later. */
  readonly ended: Promise<Trace>;
  readonly program: unknown;
  readonly #threads: RunThreads;
  readonly #keeper: RunKeeper;
  readonly #completions = new Map<number, (completions: Completions) => void>();
  readonly #events = new OpenEvents((events) => this.#takeEvents(events));
  readonly #numbers = new Numbers();
  readonly #merge = new Merge((merged) => {
    const events = merged.flatMap(
      ({ event, thread }) => this.#numbers.renumber(event, thread, this.#threads.nameOf(thread)) ?? [],
    );
    this.#events.take(events);
  });
  readonly #subtle = new PageSubtle();
  #resolve: (trace: Trace) => void = () => undefined;
  #isClosed = false;
  #entered = 0;
  #asked = 0;
  #steps = 0;

  /** Starts the program at once. The keeper is called only later. */
  constructor({ worker, program, crew, network, clock }: RunSetup, keeper: RunKeeper) {
    this.#keeper = keeper;
    this.program = program;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#threads = new RunThreads({
      code: worker,
      start: { kind: "start", program, crew, network, clock },
      onMessage: (message, thread) => this.#take(message, thread),
      onLost: (reason) => this.#lose(reason),
      onBegin: () => {
        this.#merge.begin();
        this.#numbers.begin();
      },
      onEnd: () => this.#merge.lose(),
      // The events that led to it come by other ways than the news of it.
      onStandstill: (standstill) => this.#merge.whenAt(standstill.events, () => this.#standStill(standstill)),
    });
  }

  /** The trace so far. */
  get trace(): Trace {
    return this.#keeper.trace;
  }

  /** True once the program has ended. */
  get isOver(): boolean {
    return this.trace.outcome !== undefined;
  }

  /** True while the worker lives, so that it can evaluate entries of the prompt. */
  get isOpen(): boolean {
    return !this.#isClosed;
  }

  /** True while an entry of the prompt has not ended. */
  get isPromptBusy(): boolean {
    return this.isOpen && this.#entered > this.#endedPrompts;
  }

  /** Entries are evaluated one after the other, so only the last one can be open. */
  get #endedPrompts(): number {
    const { prompts } = this.trace;
    const last = prompts.at(-1);
    return last && last.end === undefined ? prompts.length - 1 : prompts.length;
  }

  /** Sets the speed of the clock; 0 stops the clock. */
  setSpeed(speed: number): void {
    if (this.isOpen) this.#threads.tellAll({ kind: "speed", speed });
  }

  /** While the clock stands still: lets the next thing that is due happen. */
  step(): void {
    this.#steps += 1;
    if (this.isOpen) this.#threads.tellAll({ kind: "step", count: this.#steps });
  }

  /** The number of the next entry. */
  get nextPrompt(): PromptId {
    return this.#entered;
  }

  /** Evaluates an entry of the prompt as number `nextPrompt`, after the entries before it. */
  enter(text: string, program: unknown): void {
    const prompt = this.#entered;
    this.#entered += 1;
    this.#tell({ kind: "prompt", prompt, text, program });
  }

  /** Asks the worker for names. Resolves without names if the program keeps control. */
  complete(question: unknown): Promise<Completions> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#completions.set(id, resolve);
      setTimeout(() => this.#answer({ kind: "completions", id, replaces: 0, names: [] }), patience);
      this.#tell({ kind: "complete", id, question });
    });
  }

  /** Interrupts the entry that is being evaluated. If the program keeps control, the worker is terminated. */
  interrupt(): void {
    if (!this.isPromptBusy) return;
    const ended = this.#endedPrompts;
    this.#tell({ kind: "interrupt" });
    setTimeout(() => {
      // By then the next entry may be under way, which is not the one to interrupt.
      if (this.isPromptBusy && this.#endedPrompts === ended) this.stop();
    }, patience);
  }

  /** Stops the program, whatever it is doing, and closes the prompt. */
  stop(): void {
    this.#end({ kind: "stopped" });
  }

  #tell(message: ControlMessage | SubtleAnswer, thread?: WorkerId): void {
    if (this.isOpen) this.#threads.tell(message, thread);
  }

  #take(message: WorkerMessage, thread: WorkerId): void {
    if (this.#isClosed) return;
    switch (message.kind) {
      case "events":
        this.#merge.take(thread, message.events);
        if (message.isLast) this.#end({ kind: "stopped" });
        break;
      case "text":
        if (!this.#merge.fill(message.seq, message.text)) this.#events.fill(message.seq, message.text);
        break;
      case "clock":
        this.#takeClock(message);
        break;
      case "completions":
        this.#answer(message);
        break;
      case "subtle":
        void this.#subtle.answer(message).then((answer) => this.#tell(answer, thread));
        break;
      default:
        message satisfies never;
    }
  }

  #takeEvents(events: readonly TraceEvent[]): void {
    const problem = this.#keeper.append(this.#threads.areSeveral ? this.#stamped(events) : events);
    if (problem !== undefined) this.#lose(problem);
    else if (this.isOver) this.#resolve(this.trace);
  }

  /** Gives the events of several threads the trace's numbers, and times that never decrease: clocks of threads differ by a little. */
  #stamped(events: readonly TraceEvent[]): readonly TraceEvent[] {
    let { duration } = this.trace;
    return events.map((event, index) => {
      duration = Math.max(duration, event.t);
      return { ...event, seq: this.trace.events.length + index, t: duration };
    });
  }

  #takeClock({ t, speed }: ClockMessage): void {
    this.#keeper.setClock(t, speed);
  }

  #answer({ id, replaces, names }: CompletionsMessage): void {
    this.#completions.get(id)?.({ replaces, names });
    this.#completions.delete(id);
  }

  /** Ends the run because the worker did not start or broke. No program should be able to cause this. */
  #lose(reason: string): void {
    const broke = `The run's worker broke: ${reason.replace(/\.$/, "")}. Press Run to start anew.`;
    const hasStarted = this.trace.events.length > 0;
    this.#end({ kind: "limit", reason: hasStarted ? broke : startSentence(reason) });
  }

  /** No thread can go on. After the program's end that matters only to an entry of the prompt that waits. */
  #standStill({ idle, broken }: Standstill): void {
    if (this.isOver && !this.isPromptBusy) return;
    const ended = idle.filter((worker) => worker > 0);
    const ends = ended.map((worker): TraceFact => {
      return { kind: "thread-end", worker, how: broken.includes(worker) ? "failed" : "ended" };
    });
    this.#end({ kind: "deadlock" }, ends);
  }

  /** @param before facts that the end brings about, unless the program has ended before */
  #end(outcome: RunOutcome, before: readonly TraceFact[] = []): void {
    if (this.#isClosed) return;
    this.#merge.release();
    this.#events.release();
    // An event that does not fit has ended the run.
    if (this.#isClosed) return;
    const now = this.#now();
    const { isOver } = this;
    this.#close();
    const facts: readonly TraceFact[] = isOver ? [] : [...before, { kind: "run-end", outcome }];
    this.#append([...facts, ...promptEnd(this.trace, isOver ? outcome : undefined)], now);
    this.#keeper.close();
    this.#resolve(this.trace);
  }

  #append(facts: readonly TraceFact[], now: number): void {
    const { events, duration } = this.trace;
    const stamped = facts.map((fact, index) => ({
      seq: events.length + index,
      t: Math.max(now, duration),
      ...fact,
    }));
    if (stamped.length > 0) this.#keeper.append(stamped);
  }

  /** Milliseconds on the run's clock, as far as the page can tell. */
  #now(): number {
    return shownBy(this.#keeper.clock, pageTime());
  }

  #close(): void {
    this.#isClosed = true;
    this.#threads.close();
    for (const resolve of this.#completions.values()) resolve({ replaces: 0, names: [] });
    this.#completions.clear();
  }
}
