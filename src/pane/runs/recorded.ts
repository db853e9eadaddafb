// The recordings of a pane that ship with the deck: loaded and shown where the pane's program cannot run, and in print.

import type { Trace } from "../../trace/trace.ts";
import type { PaneRuns } from "./pane-runs.ts";
import { loadRecording, readRecordingNow } from "./shipped-recordings.ts";

export interface RecordedOptions {
  /** The pane's id. */
  readonly pane: string;
  readonly runs: Pick<PaneRuns, "traces" | "state" | "show" | "clear">;
  /** The name of the recording of the pane's present texts; undefined where they are somebody's own. */
  readonly present: () => string | undefined;
  readonly onHint: (sentence: string) => void;
  readonly onProblem: (error: Error) => void;
}

/** Shows the recordings of one pane in place of runs. */
export class Recorded {
  readonly #options: RecordedOptions;
  #traces: readonly Trace[] | undefined;
  /** How often a recording was asked for: only the newest counts. */
  #asked = 0;

  constructor(options: RecordedOptions) {
    this.#options = options;
  }

  /** True while what the pane shows is its recording. */
  get isShown(): boolean {
    return this.#traces !== undefined && this.#options.runs.traces === this.#traces;
  }

  /** Shows the recording of the author's text. Where it cannot be loaded, a sentence says so. */
  async show(): Promise<void> {
    try {
      this.#put(await loadRecording(this.#options.pane));
    } catch (error) {
      this.#options.onProblem(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /**
   * Shows the recording of what the pane's cues have led to unless there is a run to be seen, and tells why.
   * @param problem why programs cannot run, in a sentence
   */
  async standIn(problem: string): Promise<void> {
    const { pane, present, runs, onHint } = this.#options;
    const clause = problem.replace(/\.$/, "");
    const name = present();
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const traces = await loadRecording(name ?? pane);
      // The text may have been changed since, and a recording of that be on its way.
      if (turn !== this.#asked || runs.state !== "idle") return;
      if (hasRun(runs.traces) && !this.isShown) return;
      this.#put(traces);
      const which = name === undefined ? ", made before you changed the text" : "";
      onHint(`${clause}, so you see the deck's recording${which}; Run tries again.`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // A hint: what is told as a problem goes when the editor opens.
      onHint(`${clause}, and ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
    }
  }

  /** Before printing: shows the recording at once where there is nothing else to show. */
  showForPrint(): void {
    const { runs, present } = this.#options;
    const name = present();
    if (runs.state !== "idle" || runs.traces.length > 0 || name === undefined) return;
    const traces = readRecordingNow(name);
    if (traces) this.#put(traces);
  }

  /** After printing: takes it away again. */
  hide(): void {
    if (this.isShown) this.#options.runs.clear();
    this.#traces = undefined;
  }

  #put(traces: readonly Trace[]): void {
    this.#traces = traces;
    this.#options.runs.show(traces);
  }
}

/** A run that was lost before its worker had started tells nothing. */
function hasRun(traces: readonly Trace[]): boolean {
  return traces.some(({ entry }) => entry !== "");
}
