// The prompt of a pane: what is entered goes to the newest run, one entry after the other.

import type { Completions, Run } from "../runner/run.ts";

export interface PanePromptOptions {
  /** The run that the prompt goes on with; undefined where there is none. */
  readonly session: () => Run | undefined;
  /** What is entered without a session needs one: runs the pane's program; resolves when that has begun, or cannot. */
  readonly onWantRun: () => Promise<unknown>;
  /** Something is entered that has not been handed over, or no longer. */
  readonly onChange: () => void;
  /** An entry could not be evaluated: it must not be lost. */
  readonly onUnused: (text: string) => void;
  /** The pane itself failed: the error is a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
}

/** Loaded when something is first entered. */
async function loadPrompt() {
  try {
    return await import("../compiler/prompt.ts");
  } catch (cause) {
    throw new Error(
      "The deck could not load what evaluates the prompt. Check the connection and try again.",
      {
        cause,
      },
    );
  }
}

/** Hands to the newest run what is entered, in order. */
export class PanePrompt {
  readonly #options: PanePromptOptions;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(options: PanePromptOptions) {
    this.#options = options;
  }

  /** True while something that was entered is on its way to the run. */
  get isBusy(): boolean {
    return this.#waiting > 0;
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
    const { isComplete } = await loadPrompt();
    return isComplete(text);
  }

  async complete(text: string): Promise<Completions> {
    // What was entered just now may declare the name.
    await this.#last;
    return (await this.#options.session()?.complete(text)) ?? { replaces: 0, names: [] };
  }

  /** @returns false where nothing evaluates it */
  async #enter(text: string): Promise<boolean> {
    const { session, onWantRun } = this.#options;
    const { compilePrompt } = await loadPrompt();
    if (!session()) await onWantRun();
    for (let run = session(); run; run = session()) {
      const program = await compilePrompt(text, run.names, run.nextPrompt);
      // Another run may have begun meanwhile, with other names.
      if (run !== session()) continue;
      run.enter(text, program);
      return true;
    }
    return false;
  }
}
