// One run of one program, from the page's side: hands it to a worker, folds what comes back, and keeps the worker for the
// prompt until the run is closed.

import type {
  ClockMessage,
  ClockMode,
  CompletionsMessage,
  ControlMessage,
  Crew,
  NetworkConditions,
  StartMessage,
  WorkerMessage,
} from "../protocol/protocol.ts";
import {
  mainTask,
  type PromptId,
  type RunOutcome,
  type TraceEvent,
  type TraceFact,
} from "../trace/events/events.ts";
import type { Trace } from "../trace/trace.ts";
import type { FramedWorker } from "./frame.ts";
import { pageTime, type RunClock, shownBy } from "./run-clock.ts";
import { startSentence } from "./start-problem.ts";
import { takeWorker } from "./workers.ts";

export { startProblem } from "./start-problem.ts";
export { warmWorkers } from "./workers.ts";

/** What runs, and under which conditions. */
export interface RunSetup {
  /** The worker of the program's language, as one classic script. */
  readonly worker: string;
  /** What that worker runs: handed on unread, as is all that is entered and asked. */
  readonly program: unknown;
  readonly crew: Crew;
  readonly network: NetworkConditions;
  readonly clock: ClockMode;
}

/** Names that may follow what was typed at the prompt; `replaces` characters before the cursor are part of them. */
export type Completions = Pick<CompletionsMessage, "replaces" | "names">;

/** Milliseconds that a program may keep control after it was told to let go of what was entered at the prompt. */
const patience = 500;

/** Who keeps what a run tells. */
export interface RunKeeper {
  /** What has happened in the run so far. */
  readonly trace: Trace;
  /** Its clock, as last heard of. */
  readonly clock: RunClock;
  /**
   * Appends events to the trace.
   * @returns a sentence where one does not follow those before it
   */
  readonly append: (events: readonly TraceEvent[]) => string | undefined;
  /** The clock shows `t` milliseconds now, and goes at a speed. */
  readonly setClock: (t: number, speed: number) => void;
  /** The worker is gone. */
  readonly close: () => void;
}

/** A program and its worker. What it tells is kept outside of it: as the state of a pane, or for one purpose alone. */
export class Run {
  /** Resolves with the trace when the program is over, however it ended. The prompt may add to the trace later. */
  readonly ended: Promise<Trace>;
  readonly program: unknown;
  readonly #worker: FramedWorker;
  readonly #keeper: RunKeeper;
  readonly #completions = new Map<number, (completions: Completions) => void>();
  #resolve: (trace: Trace) => void = () => undefined;
  #isClosed = false;
  #entered = 0;
  #asked = 0;

  /** Starts at once. The keeper hears of everything later. */
  constructor({ worker, program, crew, network, clock }: RunSetup, keeper: RunKeeper) {
    this.#keeper = keeper;
    this.program = program;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#worker = takeWorker(worker);
    this.#worker.onLost = (reason) => this.#lose(reason);
    this.#worker.port.onmessage = ({ data }: MessageEvent<WorkerMessage>) => this.#take(data);
    this.#worker.port.postMessage({ kind: "start", program, crew, network, clock } satisfies StartMessage);
  }

  /** What has happened so far. */
  get trace(): Trace {
    return this.#keeper.trace;
  }

  /** True once the program has ended. */
  get isOver(): boolean {
    return this.trace.outcome !== undefined;
  }

  /** True while the worker lives: what is entered at the prompt is evaluated. */
  get isOpen(): boolean {
    return !this.#isClosed;
  }

  /** True while something that was entered at the prompt has not ended. */
  get isPromptBusy(): boolean {
    return this.isOpen && this.#entered > this.#endedPrompts;
  }

  /** Entries are evaluated one after the other: the last may not have ended. */
  get #endedPrompts(): number {
    const { prompts } = this.trace;
    const last = prompts.at(-1);
    return last && last.end === undefined ? prompts.length - 1 : prompts.length;
  }

  /** Lets the clock go on at `speed`; 0 lets it stand still. */
  setSpeed(speed: number): void {
    this.#tell({ kind: "speed", speed });
  }

  /** While the clock stands still: lets the next thing that is due happen. */
  step(): void {
    this.#tell({ kind: "step" });
  }

  /** The number that what is entered next will have. */
  get nextPrompt(): PromptId {
    return this.#entered;
  }

  /** Evaluates what was entered at the prompt as number `nextPrompt`, after what was entered before. */
  enter(text: string, program: unknown): void {
    const prompt = this.#entered;
    this.#entered += 1;
    this.#tell({ kind: "prompt", prompt, text, program });
  }

  /** The names that the worker answers with; none where the program keeps control. */
  complete(question: unknown): Promise<Completions> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#completions.set(id, resolve);
      setTimeout(() => this.#answer({ kind: "completions", id, replaces: 0, names: [] }), patience);
      this.#tell({ kind: "complete", id, question });
    });
  }

  /** Lets go of what was entered at the prompt; where the program keeps control, the worker is ended with it. */
  interrupt(): void {
    if (!this.isPromptBusy) return;
    const ended = this.#endedPrompts;
    this.#tell({ kind: "interrupt" });
    setTimeout(() => {
      // What was entered next may be under way by then, and keeps nobody waiting.
      if (this.isPromptBusy && this.#endedPrompts === ended) this.stop();
    }, patience);
  }

  /** Ends the program whatever it is doing, and closes the prompt. */
  stop(): void {
    this.#end({ kind: "stopped" });
  }

  #tell(message: ControlMessage): void {
    if (this.isOpen) this.#worker.port.postMessage(message);
  }

  #take(message: WorkerMessage): void {
    if (this.#isClosed) return;
    switch (message.kind) {
      case "events":
        this.#takeEvents(message.events);
        if (message.isLast) this.#end({ kind: "stopped" });
        break;
      case "clock":
        this.#takeClock(message);
        break;
      case "completions":
        this.#answer(message);
        break;
      default:
        message satisfies never;
    }
  }

  #takeEvents(events: readonly TraceEvent[]): void {
    const problem = this.#keeper.append(events);
    if (problem !== undefined) this.#lose(problem);
    else if (this.isOver) this.#resolve(this.trace);
  }

  #takeClock({ t, speed }: ClockMessage): void {
    this.#keeper.setClock(t, speed);
  }

  #answer({ id, replaces, names }: CompletionsMessage): void {
    this.#completions.get(id)?.({ replaces, names });
    this.#completions.delete(id);
  }

  /** The worker did not start, or broke, which no program should be able to do. */
  #lose(reason: string): void {
    const broke = `The run's worker broke: ${reason.replace(/\.$/, "")}. Press Run to start anew.`;
    const hasStarted = this.trace.events.length > 0;
    this.#end({ kind: "limit", reason: hasStarted ? broke : startSentence(reason) });
  }

  #end(outcome: RunOutcome): void {
    if (this.#isClosed) return;
    const now = this.#now();
    const { isOver } = this;
    this.#close();
    const facts: readonly TraceFact[] = isOver ? [] : [{ kind: "run-end", outcome }];
    this.#append([...facts, ...this.#promptEnd(isOver ? outcome : undefined)], now);
    this.#keeper.close();
    this.#resolve(this.trace);
  }

  /** @param outcome what ended the prompt, where nothing else tells */
  #promptEnd(outcome: RunOutcome | undefined): readonly TraceFact[] {
    const open = this.trace.prompts.find(({ end }) => end === undefined);
    if (!open) return [];
    const end: TraceFact = { kind: "prompt-end", prompt: open.prompt };
    if (!outcome) return [end];
    const headline = outcome.kind === "limit" ? outcome.reason : "Stopped, and the program's names with it.";
    const error = { headline, frames: [], rejection: false };
    return [{ kind: "error", task: open.task ?? mainTask, error }, end];
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
    this.#worker.port.close();
    this.#worker.terminate();
    for (const resolve of this.#completions.values()) resolve({ replaces: 0, names: [] });
    this.#completions.clear();
  }
}
