// The recordings of a pane that ship with the deck: loaded and shown where the pane's program cannot run, and in print.

import type { Language } from "../../languages/language.ts";
import { record } from "../../trace/recording/recording.ts";
import type { Trace } from "../../trace/trace.ts";
import { newestTraces } from "../state/going-on.ts";
import { problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { areUnable, whenUnable } from "./load-tools.ts";
import { loadRecording, readRecordingNow } from "./shipped-recordings.ts";

export interface RecordedOptions {
  /** The pane's id. */
  readonly pane: string;
  readonly store: Store;
  readonly language: Language;
  /** The name of the recording of the pane's present texts; undefined where they are somebody's own. */
  readonly present: () => string | undefined;
}

/** Shows the recordings of one pane in place of runs. */
export class Recorded {
  readonly #options: RecordedOptions;
  /** How often a recording was asked for: only the newest counts. */
  #asked = 0;

  constructor(options: RecordedOptions) {
    this.#options = options;
    options.store.listen((_, state, before) => {
      if (state.stage === "idle" && before.stage !== "idle" && couldNotRun(state)) this.followAbility();
    });
  }

  /** Lets the recording stand in once it is known that programs cannot run here. */
  followAbility(): void {
    void whenUnable(this.#options.language).then((problem) => this.standIn(problem));
  }

  /** Shows the recording of the author's text. Where it cannot be loaded, a sentence says so. */
  async show(): Promise<void> {
    const { pane, store } = this.#options;
    try {
      this.#put(await loadRecording(pane));
    } catch (error) {
      store.send(problemEvent(error));
    }
  }

  /**
   * Shows the recording of what the pane's cues have led to unless there is a run to be seen, and tells why.
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
      // The text may have been changed since, and a recording of that be on its way.
      if (turn !== this.#asked || store.state.stage !== "idle") return;
      if (hasRun(newestTraces(store.state)) && !isRecorded(store.state)) return;
      this.#put(traces);
      const which = name === undefined ? ", made before you changed the text" : "";
      tell(`${clause}, so you see the deck's recording${which}; Run tries again.`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // A hint: what is told as a problem goes when the editor opens.
      tell(`${clause}, and ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
    }
  }

  /** Before printing: shows the recording at once where there is nothing else to show. */
  showForPrint(): void {
    const { store, present } = this.#options;
    const name = present();
    if (store.state.stage !== "idle" || store.state.newest.runs.length > 0 || name === undefined) return;
    const traces = readRecordingNow(name);
    if (traces) this.#put(traces);
  }

  /** After printing: takes it away again. */
  hide(): void {
    const { store } = this.#options;
    if (isRecorded(store.state)) store.send({ kind: "runs-cleared" });
  }

  #put(traces: readonly Trace[]): void {
    this.#options.store.send({ kind: "runs-shown", source: "recorded", runs: record(traces).runs });
  }
}

/** True while what the pane shows is its recording. */
function isRecorded({ newest }: PaneState): boolean {
  return newest.source === "recorded" && newest.runs.length > 0;
}

/** Without workers the compiler does not start either; what is shown may then be the recording of another text. */
function couldNotRun(state: PaneState): boolean {
  return areUnable(newestTraces(state)) || isRecorded(state);
}

/** A run that was lost before its worker had started tells nothing. */
function hasRun(traces: readonly Trace[]): boolean {
  return traces.some(({ entry }) => entry !== "");
}
