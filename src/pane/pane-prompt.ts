// The prompt of a pane: what is entered goes to the newest run, one entry after the other.

import type { Language } from "../languages/language.ts";
import type { Completions, Run } from "../runner/run.ts";

export interface PanePromptOptions {
  readonly language: Pick<Language, "loadPrompt">;
  /** The run that the prompt goes on with; undefined where there is none. */
  readonly session: () => Run | undefined;
  /** Runs the pane's program; resolves when that has ended, or could not begin. */
  readonly run: () => Promise<unknown>;
  /** Something is entered that has not been handed over, or no longer. */
  readonly onChange: () => void;
  /** All that was entered has ended. */
  readonly onEnded: () => void;
  /** An entry could not be evaluated: it must not be lost. */
  readonly onUnused: (text: string) => void;
  /** The pane itself failed: the error is a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
}

/** Loaded when something is first entered. */
async function loadPrompt({ language }: Pick<PanePromptOptions, "language">) {
  try {
    return await language.loadPrompt();
  } catch (cause) {
    const sentence = "The deck could not load what evaluates the prompt. Check the connection and try again.";
    throw new Error(sentence, { cause });
  }
}

/** Hands to the newest run what is entered, in order. */
export class PanePrompt {
  readonly #options: PanePromptOptions;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #wasBusy = false;
  /** Told when a run has begun that an entry needs. */
  #onBegun: (() => void) | undefined;

  constructor(options: PanePromptOptions) {
    this.#options = options;
  }

  /** True while something that was entered is on its way to the run, or has not ended there. */
  get isBusy(): boolean {
    return this.#waiting > 0 || (this.#options.session()?.isPromptBusy ?? false);
  }

  /** To be called whenever the runs have been replaced, or one of them has more to show. */
  follow(): void {
    if (this.#options.session()) this.#onBegun?.();
    const wasBusy = this.#wasBusy;
    this.#wasBusy = this.isBusy;
    if (wasBusy && !this.#wasBusy) this.#options.onEnded();
  }

  /** Lets go of what a run evaluates, or is about to; false where there is neither, also while the run itself begins. */
  interrupt(): boolean {
    const { session } = this.#options;
    const run = session();
    if (!run || !this.isBusy) return false;
    if (run.isPromptBusy) run.interrupt();
    else void this.#last.then(() => session()?.interrupt());
    return true;
  }

  /** Evaluates `text` after what was entered before; without a run, the program runs first. */
  enter(text: string): void {
    const { onProblem, onChange, onUnused } = this.#options;
    this.#waiting += 1;
    onChange();
    const handOver = async () => {
      const isUsed = await this.#enter(text).catch((error) => {
        onProblem(error);
        return false;
      });
      this.#waiting -= 1;
      if (!isUsed) onUnused(text);
      onChange();
    };
    this.#last = this.#last.then(handOver);
  }

  /** Whether Enter evaluates `text`, or begins a new line of it. */
  async isComplete(text: string): Promise<boolean> {
    const { isComplete } = await loadPrompt(this.#options);
    return isComplete(text);
  }

  /** The names that may follow `text`, which ends at the cursor. */
  async complete(text: string): Promise<Completions> {
    const { questionOf } = await loadPrompt(this.#options);
    const question = questionOf(text);
    // What was entered just now may declare the name.
    await this.#last;
    return (
      (question !== undefined ? await this.#options.session()?.complete(question) : undefined) ?? {
        replaces: 0,
        names: [],
      }
    );
  }

  /** @returns false where nothing evaluates it */
  async #enter(text: string): Promise<boolean> {
    const { session } = this.#options;
    const { compileEntry } = await loadPrompt(this.#options);
    if (!session()) await this.#begin();
    for (let run = session(); run; run = session()) {
      const program = await compileEntry(text, run.program, run.nextPrompt);
      // Another run may have begun meanwhile, with other names.
      if (run !== session()) continue;
      run.enter(text, program);
      return true;
    }
    return false;
  }

  /** Runs the program; resolves when it has begun, or cannot. */
  #begin(): Promise<void> {
    return new Promise((resolve) => {
      this.#onBegun = resolve;
      void this.#options.run().then(() => resolve());
    });
  }
}
