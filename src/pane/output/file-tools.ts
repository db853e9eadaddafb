// Saves what a pane's timeline shows as a file, and opens recordings that are chosen or dropped.

import { record } from "../../trace/recording/recording.ts";
import { problemEvent } from "../state/pane-event.ts";
import type { Store } from "../state/pane-store.ts";
import { shownRuns } from "../state/shown-runs.ts";
import { chooseRecording, open, save, savingChoices } from "./saving.ts";
import type { FileActions } from "./timeline-tools.ts";

export interface FileToolsOptions {
  /** The beginning of the files' names. */
  readonly name: string;
  readonly store: Store;
  /** The timeline's element. */
  readonly figure: HTMLElement;
}

export class FileTools implements FileActions {
  readonly #options: FileToolsOptions;

  constructor(options: FileToolsOptions) {
    this.#options = options;
  }

  /** Opens recordings that are dropped onto an element. */
  acceptDrops(area: HTMLElement, end: AbortSignal): void {
    const onFile = (file: File) => void this.#told(() => this.#open(file), undefined);
    // A failure is silent here: the button "A recording …" also opens files, and tells what is wrong.
    import("../../export/file-drop.ts")
      .then(({ acceptFiles }) => acceptFiles(area, { onFile, end }))
      .catch(() => undefined);
  }

  readonly choices = () => this.#told(savingChoices, []);

  readonly save = (format: string): void => {
    const { name, store, figure } = this.#options;
    void this.#told(() => save(format, { name, figure, runs: shownRuns(store.state) }), undefined);
  };

  readonly open = (): void => {
    void this.#told(() => this.#choose(), undefined);
  };

  async #choose(): Promise<void> {
    const file = await chooseRecording();
    if (file) await this.#open(file);
  }

  async #open(file: File): Promise<void> {
    const { send, state } = this.#options.store;
    const { runs } = record(await open(file));
    if (state.stage !== "idle") send({ kind: "stop" });
    send({ kind: "runs-shown", source: "opened", runs });
    send({ kind: "problem", text: null });
    send({ kind: "hint", text: `You see the recording ${file.name}. Run replaces it.` });
  }

  /** Does the work. A failure is shown in the pane, and the result is `otherwise`. */
  async #told<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#options.store.send(problemEvent(error));
      return otherwise;
    }
  }
}
