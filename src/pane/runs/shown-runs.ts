// Which runs a pane shows: kept ones and the newest, which of them the console is of, and when they were expected to end.

import { nameOf } from "../../languages/languages.ts";
import type { Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";
import type { Trace } from "../../trace/trace.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import { KeptRuns, type RunGroup, type ShownRun } from "./kept-runs.ts";
import type { PaneRuns } from "./pane-runs.ts";
import { loadKept, saveKept } from "./results.ts";

/** Where the runs come from. */
export interface RunSource {
  /** The pane's id. */
  readonly pane: string;
  readonly runs: Pick<PaneRuns, "traces" | "files">;
  readonly planned: readonly PlannedRun[];
}

/** The runs of one pane. */
export class ShownRuns {
  readonly #source: RunSource;
  readonly #kept = new KeptRuns();
  /** The number of the newest run that the console is of; of a kept one, how many before the newest it is. */
  #shown = 0;
  #guesses: ReadonlyMap<string, number> = new Map();

  constructor(source: RunSource) {
    this.#source = source;
  }

  /** Kept runs, then the newest. */
  get all(): readonly ShownRun[] {
    return this.#kept.shown(this.#newest());
  }

  /** The number, among all, of the run that the console is of. */
  get index(): number {
    return this.all.length - this.#source.runs.traces.length + this.#shown;
  }

  /** The run that the console is of. */
  get current(): ShownRun | undefined {
    return this.all[this.index];
  }

  /** Its number among the newest; below 0 for a kept one. */
  get shown(): number {
    return this.#shown;
  }

  /** @returns false where that is the run already */
  turnTo(shown: number): boolean {
    const isOther = shown !== this.#shown;
    this.#shown = shown;
    return isOther;
  }

  /**
   * The same by the number among all.
   * @returns false where that is the run already
   */
  choose(index: number): boolean {
    return this.turnTo(index - (this.all.length - this.#source.runs.traces.length));
  }

  get hasKept(): boolean {
    return !this.#kept.isEmpty;
  }

  /** Keeps what has run, to be compared with what runs next, over a reload, too. */
  keep(): void {
    this.#kept.keep(this.#newest());
    saveKept(this.#source.pane, this.#kept.groups);
  }

  /** Lets go of the kept runs. */
  forgetKept(): void {
    this.#kept.clear();
    saveKept(this.#source.pane, []);
  }

  /** Brings back what was kept before this page was loaded. */
  restoreKept(): void {
    this.#kept.restore(loadKept(this.#source.pane));
  }

  /** @param guesses when the newest runs are expected to end, in milliseconds, by their planned labels */
  expect(guesses: ReadonlyMap<string, number>): void {
    this.#guesses = guesses;
  }

  /** The guesses by what the newest runs are called now: otherwise, while others are kept. */
  get guesses(): ReadonlyMap<string, number> {
    const { labels } = this.#newest();
    const newest = this.all.slice(this.all.length - labels.length);
    return new Map(
      labels.flatMap((label, index) => {
        const [guess, shown] = [this.#guesses.get(label), newest[index]];
        return guess === undefined || !shown ? [] : [[shown.label, guess] as const];
      }),
    );
  }

  /**
   * Whether a line that a run tells of is still that line.
   * @param texts the present texts by file name
   */
  isPresent(run: number, place: Place, texts: ReadonlyMap<string, string>): boolean {
    if (promptOf(place) !== undefined) return true;
    const files = this.all[run]?.files;
    // Of what was recorded before, the text is not known.
    if (!files || files.size === 0) return texts.has(place.file);
    return files.has(place.file) && files.get(place.file) === texts.get(place.file);
  }

  #newest(): RunGroup {
    const { runs, planned } = this.#source;
    const { traces, files } = runs;
    const labels = traces.map((trace, index) => labelOf(trace, index, planned));
    const sets = traces.map((_, index) => planned[index]?.set ?? "");
    return { traces, labels, sets, files };
  }
}

/** A recording that was opened may be of another program than the pane's. */
function labelOf({ entry }: Trace, index: number, planned: readonly PlannedRun[]): string {
  const own = planned[index];
  if (own && (entry === own.entry || entry === "")) return own.label;
  const name = nameOf(entry);
  return index === 0 ? name : `${name} ${index + 1}`;
}
