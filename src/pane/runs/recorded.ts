// Shows a pane's recordings that ship with the deck: if its program cannot run, and in print.

import type { Language } from "../../languages/language.ts";
import { record } from "../../trace/recording/recording.ts";
import type { Trace } from "../../trace/trace.ts";
import { newestTraces } from "../state/going-on.ts";
import { problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { areUnable, whenUnable } from "./load-tools.ts";
import { loadRecording, readRecordingNow } from "./shipped-recordings.ts";
import { lacksThreads } from "./threads-here.ts";

export interface RecordedOptions {
  /** The pane's id. */
  readonly pane: string;
  readonly store: Store;
  readonly language: Language;
  /** The name of the recording of the pane's present texts; `undefined` if they are somebody's own. */
  readonly present: () => string | undefined;
}

/** Shows the recordings of one pane in place of runs. */
export class Recorded {
  readonly #options: RecordedOptions;
  /** Counts the requests for a recording: only the newest one is shown. */
  #asked = 0;

  constructor(options: RecordedOptions) {
    this.#options = options;
    options.store.listen((_, state, before) => {
      if (state.stage === "idle" && before.stage !== "idle" && couldNotRun(state)) this.followAbility();
    });
  }

  /** Shows the recording once it is known that programs cannot run here. */
  followAbility(): void {
    // The promise may never settle. It must not keep the pane's parts once the pane is put away.
    const self = new WeakRef(this);
    void whenUnable(this.#options.language).then((problem) => self.deref()?.standIn(problem));
  }

  /**
   * If the deck has a recording of the present program, and the program starts threads in a page that has none, shows the
   * recording. The pane says why by itself (src/pane/output/threads-bar.ts).
   * @returns what shows it; `undefined` if the program can run, or is somebody's own
   */
  get inPlaceOfThreads(): (() => Promise<void>) | undefined {
    const name = this.#nameInPlaceOfThreads();
    return name === undefined ? undefined : () => this.#showNamed(name);
  }

  /** Shows the recording in place of threads, unless something has run, or begins to run while the recording is loaded. */
  async followThreads(): Promise<void> {
    const { store } = this.#options;
    const hasNothing = () => store.state.newest.runs.length === 0 && store.state.stage === "idle";
    const name = this.#nameInPlaceOfThreads();
    if (name !== undefined && hasNothing()) await this.#showNamed(name, hasNothing);
  }

  #nameInPlaceOfThreads(): string | undefined {
    const { store, language, present } = this.#options;
    return lacksThreads(store.state, language) ? present() : undefined;
  }

  /** Shows the recording of the author's text. If it cannot be loaded, a sentence says so. */
  show(): Promise<void> {
    return this.#showNamed(this.#options.pane);
  }

  /** @param isWanted asked once the recording is loaded */
  async #showNamed(name: string, isWanted = () => true): Promise<void> {
    try {
      const traces = await loadRecording(name);
      if (isWanted()) this.#put(traces);
    } catch (error) {
      this.#options.store.send(problemEvent(error));
    }
  }

  /**
   * Shows the recording that fits the pane's cues and says why, unless there is a real run to be seen.
   * @param problem why programs cannot run, in a sentence
   */
  async standIn(problem: string): Promise<void> {
    const { pane, present, store } = this.#options;
    const tell = (text: string) => store.send({ kind: "hint", text });
    const clause = problem.replace(/\.$/, "");
    const name = present();
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const traces = await loadRecording(name ?? pane);
      // The text may have changed in the meantime, and its recording may be on the way.
      if (turn !== this.#asked || store.state.stage !== "idle") return;
      if (hasRun(newestTraces(store.state)) && !isRecorded(store.state)) return;
      this.#put(traces);
      const which = name === undefined ? ", made before you changed the text" : "";
      tell(`${clause}, so you see the deck's recording${which}; Run tries again.`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // A hint, not a problem: problems are cleared when the editor opens.
      tell(`${clause}, and ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
    }
  }

  /** Before printing: shows the recording at once if there is nothing else to show. */
  showForPrint(): void {
    const { store, present } = this.#options;
    const name = present();
    if (store.state.stage !== "idle" || store.state.newest.runs.length > 0 || name === undefined) return;
    const traces = readRecordingNow(name);
    if (traces) this.#put(traces);
  }

  /** After printing: removes the recording. */
  hide(): void {
    const { store } = this.#options;
    if (isRecorded(store.state)) store.send({ kind: "runs-cleared" });
  }

  #put(traces: readonly Trace[]): void {
    this.#options.store.send({ kind: "runs-shown", source: "recorded", runs: record(traces).runs });
  }
}

/** True if the pane shows its recording. */
function isRecorded({ newest }: PaneState): boolean {
  return newest.source === "recorded" && newest.runs.length > 0;
}

/**
 * True if programs cannot run. Without workers the compiler does not start either, so no run is lost: the pane may
 * still show the recording of another text.
 */
function couldNotRun(state: PaneState): boolean {
  return areUnable(newestTraces(state)) || isRecorded(state);
}

/** False if all runs were lost before their workers had started: such runs show nothing. */
function hasRun(traces: readonly Trace[]): boolean {
  return traces.some(({ entry }) => entry !== "");
}
