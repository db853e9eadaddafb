// Compiles a pane's files and runs them: one run for a pane, several side by side for a race and for workers.

import type { Diagnostic, Language } from "../../languages/language.ts";
import { languageOf } from "../../languages/languages.ts";
import type { ClockMode, NetworkConditions } from "../../protocol/protocol.ts";
import type { Run } from "../../runner/run.ts";
import type { Trace } from "../../trace/trace.ts";
import { entriesOf, type PlannedRun, runSetups } from "../markup/planned-runs.ts";

export type PaneState = "idle" | "loading" | "compiling" | "running";

/** What the viewer sets for the next run. */
export interface Conditions {
  readonly network: NetworkConditions;
  readonly clock: ClockMode;
}

/** What a run did not even begin for, or what the compiler warned of. */
export interface CompileReport {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PaneRunsOptions {
  readonly onState: (state: PaneState) => void;
  readonly onReport: (report: CompileReport) => void;
  /** The pane itself failed: the error is a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
  /** The runs of this pane have been replaced, or one of them has more to show. */
  readonly onEvents: () => void;
}

const notLoaded = "The deck could not load what runs programs.";

/** What compiles and runs: loaded when first needed, because nothing heavy comes before the first slide is painted. */
async function loadTools(language: Language) {
  try {
    const [compiler, worker, runner] = await Promise.all([
      language.loadCompiler(),
      language.loadWorker(),
      import("../../runner/run.ts"),
    ]);
    return { compiler, worker, ...runner };
  } catch (cause) {
    throw new Error(`${notLoaded} Check the connection and press Run again.`, { cause });
  }
}

/** Has a language's compiler and run worker ready before somebody presses Run. Where that fails, Run says so. */
export async function warmUp(language: Language): Promise<void> {
  const { compiler, worker, warmWorkers } = await loadTools(language);
  warmWorkers(worker);
  await compiler.loadCompiler();
}

/** Resolves with a sentence once it is known that programs cannot run here; where they can it never does. */
export async function whenUnable(language: Language): Promise<string> {
  try {
    const { startProblem } = await loadTools(language);
    return await startProblem;
  } catch {
    return notLoaded;
  }
}

/** All files of a pane are of one language: the build sees to that. */
function languageOfRuns(planned: readonly PlannedRun[]): Language {
  return languageOf(planned[0]?.entry ?? "");
}

/** True for runs of which no worker started. */
export function areUnable(traces: readonly Trace[]): boolean {
  return traces.length > 0 && traces.every(({ entry, outcome }) => entry === "" && outcome?.kind === "limit");
}

/** In real milliseconds. */
const longestRecording = 20_000;

/** What is recorded at present, by whichever pane. */
let recording: Promise<unknown> = Promise.resolve();

/**
 * Makes the planned runs in deterministic mode, at once and unseen; the panes that ask for it take turns.
 * @param seed whole number; the same seed gives the same traces
 * @returns the traces; none where the code has errors
 */
export function recordRuns(...asked: Parameters<typeof recordNow>): Promise<readonly Trace[]> {
  // A program that has to share the machine with all others of the deck would come to its deadline.
  const traces = recording.then(() => recordNow(...asked));
  recording = traces.catch(() => undefined);
  return traces;
}

async function recordNow(
  files: ReadonlyMap<string, string>,
  planned: readonly PlannedRun[],
  network: NetworkConditions,
  seed: number,
): Promise<readonly Trace[]> {
  const { compiler, worker, Run } = await loadTools(languageOfRuns(planned));
  await compiler.loadCompiler();
  const results = await Promise.all(entriesOf(planned).map((entry) => compiler.compileProgram(files, entry)));
  const programs = results.flatMap((result) => (result.ok ? [result.program] : []));
  if (programs.length < results.length) return [];
  const clock = { kind: "deterministic", seed } as const;
  const setups = runSetups(planned, programs, { worker, network, clock });
  const runs = setups.map((setup) => new Run(setup, () => undefined));
  const stop = () => {
    for (const run of runs) run.stop();
  };
  // Time that jumps does not end a program that never gives up control.
  const deadline = setTimeout(stop, longestRecording);
  const traces = await Promise.all(runs.map((run) => run.ended));
  clearTimeout(deadline);
  stop();
  return traces;
}

/** The newest runs of one pane. */
export class PaneRuns {
  readonly #options: PaneRunsOptions;
  #runs: readonly Run[] = [];
  #restored: readonly Trace[] = [];
  #files: ReadonlyMap<string, string> = new Map();
  #state: PaneState = "idle";
  /** Counts calls of start and stop, so that a compilation that was overtaken starts nothing. */
  #turn = 0;

  constructor(options: PaneRunsOptions) {
    this.#options = options;
  }

  get state(): PaneState {
    return this.#state;
  }

  get traces(): readonly Trace[] {
    return this.#runs.length > 0 ? this.#runs.map((run) => run.trace) : this.#restored;
  }

  /** The texts that the newest runs were made from, by the names of their files. */
  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  /** True while a program goes on. */
  get isRunning(): boolean {
    return this.#runs.some((run) => !run.isOver);
  }

  /** True while time passes, for a program or for what was entered at the prompt. */
  get isGoing(): boolean {
    return this.#runs.some((run) => run.isGoing);
  }

  /** True while programs go on whose clocks were told to stand still. */
  get isPaused(): boolean {
    const open = this.#runs.filter((run) => !run.isOver);
    return open.length > 0 && open.every((run) => run.isPaused);
  }

  /** Milliseconds since the runs began, the same for all; undefined when all are over and nothing goes on. */
  now(): number | undefined {
    return this.isRunning || this.isGoing ? Math.max(...this.#runs.map((run) => run.now())) : undefined;
  }

  /** The newest run with this number, while its worker lives: what the prompt goes on with. */
  session(index: number): Run | undefined {
    const run = this.#runs[index];
    return run?.isOpen ? run : undefined;
  }

  /** Lets the clocks of what runs go on at `speed`; 0 lets them stand still. */
  setSpeed(speed: number): void {
    for (const run of this.#runs) run.setSpeed(speed);
  }

  /** While the clocks stand still: lets the next thing that is due happen. */
  step(): void {
    for (const run of this.#runs) if (run.isPaused) run.step();
  }

  /**
   * Stops what runs, then compiles each entry and makes the planned runs; the prompts of the last runs close.
   * Where a file has errors nothing runs, and the last runs stay to be seen.
   * @returns the traces of these runs when all have ended; none where they did not begin
   */
  async start(
    files: ReadonlyMap<string, string>,
    planned: readonly PlannedRun[],
    conditions: Conditions,
  ): Promise<readonly Trace[]> {
    this.stop();
    const turn = this.#turn;
    try {
      const traces = await this.#compileAndRun(files, planned, conditions, () => turn === this.#turn);
      if (turn === this.#turn) this.#enter("idle");
      return traces;
    } catch (error) {
      // What was overtaken has nothing to say any more.
      if (turn !== this.#turn) return [];
      this.#enter("idle");
      this.#options.onProblem(error);
      return [];
    }
  }

  /** Ends what is compiling or running; what is over keeps its prompt. */
  stop(): void {
    this.#turn += 1;
    for (const run of this.#runs) if (!run.isOver) run.stop();
    this.#enter("idle");
  }

  /** Ends all, the prompts too. What has run stays to be seen. */
  close(): void {
    this.stop();
    for (const run of this.#runs) run.stop();
  }

  /** Shows what was recorded before this page was loaded, until something runs. */
  restore(traces: readonly Trace[]): void {
    if (traces.length === 0 || this.#runs.length > 0) return;
    this.#restored = traces;
    this.#options.onEvents();
  }

  /** Shows what was recorded elsewhere, in place of what has run. */
  show(traces: readonly Trace[]): void {
    this.close();
    this.#runs = [];
    this.#files = new Map();
    this.#restored = traces;
    this.#options.onEvents();
  }

  /** Forgets the runs. */
  clear(): void {
    this.close();
    this.#runs = [];
    this.#restored = [];
    this.#options.onEvents();
  }

  async #compileAndRun(
    files: ReadonlyMap<string, string>,
    planned: readonly PlannedRun[],
    conditions: Conditions,
    isWanted: () => boolean,
  ): Promise<readonly Trace[]> {
    this.#enter("loading");
    const { compiler, worker, Run } = await loadTools(languageOfRuns(planned));
    await compiler.loadCompiler();
    if (!isWanted()) return [];
    this.#enter("compiling");
    const results = await Promise.all(
      entriesOf(planned).map((entry) => compiler.compileProgram(files, entry)),
    );
    if (!isWanted()) return [];
    this.#options.onReport(report(results));
    const programs = results.flatMap((result) => (result.ok ? [result.program] : []));
    if (programs.length < results.length) return [];
    this.#enter("running");
    for (const run of this.#runs) run.stop();
    const setups = runSetups(planned, programs, { worker, ...conditions });
    const runs = setups.map((setup) => new Run(setup, this.#options.onEvents));
    this.#runs = runs;
    this.#files = new Map(files);
    this.#options.onEvents();
    return Promise.all(runs.map((run) => run.ended));
  }

  #enter(state: PaneState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

/** The entries of a race share files, whose problems are told once. */
function report(results: readonly CompileReport[]): CompileReport {
  const all = new Map(
    results.flatMap(({ diagnostics }) => diagnostics.map((each) => [JSON.stringify(each), each])),
  );
  return { ok: results.every(({ ok }) => ok), diagnostics: [...all.values()] };
}
