// Runs a pane's program when an event asks for it, and sends what follows as events.

import type { Language } from "../../languages/language.ts";
import type { ClockMode } from "../../protocol/protocol.ts";
import type { Run, RunKeeper } from "../../runner/run.ts";
import { pageTime } from "../../runner/run-clock.ts";
import { Trace } from "../../trace/trace.ts";
import { canInterrupt, isGoing, isPaused, isRunning, promptRun } from "../state/going-on.ts";
import { type PaneEvent, problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { nextNumber } from "../state/replace-runs.ts";
import { begunRun, type Stage } from "../state/run-state.ts";
import { compileEntries, compileRuns } from "./compile-runs.ts";
import { loadTools } from "./load-tools.ts";
import { isIsolated, startsThreads } from "./threads-here.ts";

/** In milliseconds: somebody who has changed nothing for so long has stopped typing. */
const typingPause = 500;

/** What a runner may be given. */
export interface RunnerOptions {
  readonly load?: typeof loadTools;
  /** Returns what shows something else in place of a run that cannot be made here; `undefined` if the program can run. */
  readonly instead?: () => (() => Promise<void>) | undefined;
}

/** The workers of one pane's newest runs. */
export class Runner {
  readonly #store: Store;
  readonly #load: () => ReturnType<typeof loadTools>;
  readonly #language: Language;
  readonly #instead: NonNullable<RunnerOptions["instead"]>;
  #runs: readonly Run[] = [];
  /** The present stage. The state's stage may be older while events are queued. */
  #stage: Stage = "idle";
  #expecting: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and stops, so that a compilation that was superseded starts nothing. */
  #turn = 0;
  /** The callers of `run` that wait for their traces, by the event that was sent for them. */
  readonly #waiting = new Map<PaneEvent, (traces: Promise<readonly Trace[]>) => void>();

  /** @param language the language of the pane's files */
  constructor(store: Store, language: Language, { load = loadTools, instead }: RunnerOptions = {}) {
    this.#store = store;
    this.#load = () => load(language);
    this.#language = language;
    this.#instead = instead ?? (() => undefined);
    store.listen((event, state) => this.#hear(event, state));
  }

  /** Does all that a run of the present texts needs, up to starting it. If it fails, the next run tells why. */
  async prepare(): Promise<void> {
    const { texts, setup } = this.#store.state;
    const { compiler, worker, warmWorkers } = await this.#load();
    warmWorkers(worker, setup.planned.length, startsThreads({ texts }, this.#language));
    await compiler.loadCompiler(texts);
    await compileEntries(compiler, texts, setup.planned);
  }

  /**
   * Asks for a run.
   * @returns the traces of its runs when all have ended; none if they did not start
   */
  run(): Promise<readonly Trace[]> {
    const event: PaneEvent = { kind: "run" };
    return new Promise((resolve) => {
      this.#waiting.set(event, resolve);
      this.#store.send(event);
    });
  }

  /** The run that evaluates the prompt's entries, or `undefined` if its worker is gone. */
  session(): Run | undefined {
    const run = this.#runs[promptRun(this.#store.state)];
    return run?.isOpen ? run : undefined;
  }

  #hear(event: PaneEvent, state: PaneState): void {
    switch (event.kind) {
      case "run": {
        const traces = this.#start();
        this.#waiting.get(event)?.(traces);
        this.#waiting.delete(event);
        break;
      }
      case "text":
        this.#expectRun();
        break;
      case "stop":
        this.#stopWhatGoesOn(state);
        break;
      case "prompt-interrupt":
        if (!canInterrupt(state)) this.#stopWhatGoesOn(state);
        break;
      case "pause":
        this.#togglePause(state);
        break;
      case "step":
        if (isPaused(state)) for (const run of this.#running) run.step();
        else this.#togglePause(state);
        break;
      case "speed":
        if (!isPaused(state)) this.#setSpeed(event.speed);
        break;
      case "reset":
      case "runs-shown":
      case "runs-cleared":
        this.#close();
        this.#runs = [];
        break;
      case "leave":
        if (state.stage === "idle") this.#close();
        break;
    }
  }

  /** Loads the compiler for a changed text when somebody has stopped typing: they will run it. */
  #expectRun(): void {
    clearTimeout(this.#expecting);
    this.#expecting = setTimeout(() => {
      const { texts } = this.#store.state;
      const loading = this.#load().then(({ compiler }) => compiler.loadCompiler(texts));
      // If it fails, the run tries again and tells why.
      loading.catch(() => undefined);
    }, typingPause);
  }

  get #running(): readonly Run[] {
    return this.#runs.filter((run) => !run.isOver);
  }

  /**
   * Stops the run; if none runs, ends what the entries left running. An entry that is being evaluated is interrupted
   * elsewhere (prompt-entries.ts).
   */
  #stopWhatGoesOn(state: PaneState): void {
    if (state.stage !== "idle") this.#stop();
    else if (!canInterrupt(state) && isGoing(state)) this.#close();
  }

  #togglePause(state: PaneState): void {
    if (isPaused(state)) this.#setSpeed(state.speed);
    else if (isRunning(state)) this.#setSpeed(0);
  }

  #setSpeed(speed: number): void {
    for (const run of this.#runs) run.setSpeed(speed);
  }

  /** Stops compilation and unfinished runs. Runs that have ended keep their prompt. */
  #stop(): void {
    this.#turn += 1;
    for (const run of this.#running) run.stop();
    this.#enter("idle");
  }

  /** Ends all workers, and so all prompts. The traces stay. */
  #close(): void {
    this.#stop();
    for (const run of this.#runs) run.stop();
  }

  #enter(stage: Stage): void {
    if (stage === this.#stage) return;
    this.#stage = stage;
    this.#store.send({ kind: "stage", stage });
  }

  /** Compiles and runs. If a file has errors nothing runs, and the last runs stay to be seen. */
  async #start(): Promise<readonly Trace[]> {
    this.#stop();
    const turn = this.#turn;
    const isWanted = () => turn === this.#turn;
    try {
      const instead = this.#instead();
      if (instead) {
        await this.#replay(instead);
        return [];
      }
      const traces = await this.#compileAndRun(isWanted);
      if (isWanted()) this.#enter("idle");
      return traces;
    } catch (error) {
      // The error of a superseded run concerns nobody.
      if (!isWanted()) return [];
      this.#enter("idle");
      this.#store.send(problemEvent(error));
      return [];
    }
  }

  /** Shows what stands in for a run, and plays it from its beginning, as a run would be seen. */
  async #replay(show: () => Promise<void>): Promise<void> {
    await show();
    const { newest } = this.#store.state;
    if (newest.source === "recorded" && newest.runs.length > 0) this.#store.send({ kind: "play" });
  }

  /** Threads run in turns only where a program has threads. All other programs run in real time. */
  #clock(): ClockMode {
    const { texts, speed, threads } = this.#store.state;
    const hasThreads = isIsolated() && startsThreads({ texts }, this.#language);
    return hasThreads && threads.mode === "in turns"
      ? { kind: "deterministic", seed: threads.seed }
      : { kind: "live", speed };
  }

  async #compileAndRun(isWanted: () => boolean): Promise<readonly Trace[]> {
    const { texts, network, speed, setup } = this.#store.state;
    const clock = this.#clock();
    this.#enter("loading");
    const { compiler, worker, Run } = await this.#load();
    await compiler.loadCompiler(texts);
    if (!isWanted()) return [];
    this.#enter("compiling");
    const compiled = await compileRuns(compiler, texts, setup.planned, { worker, network, clock });
    if (!isWanted()) return [];
    this.#store.send({ kind: "report", report: compiled.report });
    if (!compiled.report.ok) return [];
    this.#enter("running");
    for (const run of this.#runs) run.stop();
    const first = nextNumber(this.#store.state.newest);
    const jumps = clock.kind === "deterministic";
    this.#store.send({ kind: "runs-began", first, planned: setup.planned, files: [...texts], speed, jumps });
    const keeperOf = (index: number) => new KeptInState(this.#store, first + index);
    this.#runs = compiled.setups.map((each, index) => new Run(each, keeperOf(index)));
    return Promise.all(this.#runs.map((run) => run.ended));
  }
}

/** Keeps a run's trace and clock in the state of its pane, by events. */
class KeptInState implements RunKeeper {
  readonly trace: Trace;
  readonly #store: Store;
  readonly #number: number;

  constructor(store: Store, number: number) {
    this.#store = store;
    this.#number = number;
    this.trace = this.#run?.trace ?? new Trace();
  }

  get clock() {
    return this.#run?.clock ?? begunRun(0).clock;
  }

  get #run() {
    const { first, runs } = this.#store.state.newest;
    return runs[this.#number - first];
  }

  append(events: Parameters<RunKeeper["append"]>[0]): string | undefined {
    this.#store.send({ kind: "run-events", run: this.#number, at: pageTime(), events });
    return this.#run?.problem;
  }

  setClock(t: number, speed: number): void {
    this.#store.send({ kind: "run-clock", run: this.#number, at: pageTime(), t, speed });
  }

  close(): void {
    this.#store.send({ kind: "run-closed", run: this.#number });
  }
}
