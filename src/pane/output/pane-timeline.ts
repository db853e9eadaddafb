// What a viewer can do with a pane's timeline besides reading it: the box of its tools, predictions, files.

import type { Trace } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import type { PaneResults } from "./pane-results.ts";
import { Prediction } from "./prediction.ts";
import { chooseRecording, open, save, savingChoices } from "./saving.ts";
import { TimelineTools } from "./timeline-tools.ts";

export interface PaneTimelineOptions {
  /** For the names of files. */
  readonly pane: string;
  /** What the pane's runs are called. */
  readonly labels: readonly string[];
  readonly times: Times;
  /** Takes files that are dropped onto it. */
  readonly area: HTMLElement;
  /** The timeline's element. */
  readonly host: HTMLElement;
  /** The box, and the button that opens it. */
  readonly panel: HTMLElement;
  readonly button: HTMLElement;
  readonly results: PaneResults;
  /** The longest time that can be predicted, in milliseconds. */
  readonly longestGuess: () => number;
  /** A recording was opened. */
  readonly onOpened: (traces: readonly Trace[]) => void;
}

/** Ties tools, predictions and files to one pane's results. */
export class PaneTimeline {
  readonly #options: PaneTimelineOptions;
  readonly #tools: TimelineTools;
  readonly #prediction: Prediction;

  constructor(options: PaneTimelineOptions) {
    this.#options = options;
    const { panel, button, results, labels, times, host } = options;
    const onClose = () => {
      // The slider that has the focus is gone.
      if (host.parentElement?.contains(document.activeElement)) button.focus();
      this.#expect();
    };
    this.#prediction = new Prediction({ labels, times, onClose });
    host.after(this.#prediction.element);
    this.#tools = new TimelineTools({
      panel,
      button,
      timeline: results.timeline,
      playhead: results.playhead,
      choices: () => this.#told(savingChoices, []),
      actions: {
        keep: () => results.keep(),
        forgetKept: () => results.forgetKept(),
        predict: () => this.#prediction.open(options.longestGuess()),
        save: (format) => void this.#told(() => save(format, this.#view()), undefined),
        open: () => void this.#told(() => this.#choose(), undefined),
      },
    });
    // Who wants to open one has a button, too, which tells what is wrong.
    this.#acceptFiles().catch(() => undefined);
  }

  /** Shows what can be done now. */
  show(): void {
    const { results } = this.#options;
    this.#tools.show({ hasRuns: results.runs.length > 0, hasKept: results.hasKept });
  }

  /** The program runs now: what was predicted stands. */
  begin(): void {
    this.#prediction.close();
  }

  /** Nothing is predicted any more. */
  reset(): void {
    this.#prediction.cancel();
  }

  #expect(): void {
    const { guesses } = this.#prediction;
    this.#options.results.expect(guesses);
  }

  #view() {
    const { pane: name, host: figure, results } = this.#options;
    return { name, figure, runs: results.runs };
  }

  async #choose(): Promise<void> {
    const file = await chooseRecording();
    if (file) await this.#open(file);
  }

  async #open(file: File): Promise<void> {
    this.#options.onOpened(await open(file));
    this.#options.results.notices.tellProblem(undefined);
    this.#options.results.notices.tellHint(`You see the recording ${file.name}. Run replaces it.`);
  }

  async #acceptFiles(): Promise<void> {
    const { acceptFiles } = await import("../../export/file-drop.ts");
    acceptFiles(this.#options.area, {
      onFile: (file) => void this.#told(() => this.#open(file), undefined),
    });
  }

  /** What goes wrong is told in the pane, and loses nothing. */
  async #told<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#options.results.notices.tellProblem(error);
      return otherwise;
    }
  }
}
