// Hands the entries of the prompt to the newest run, one after the other.

import type { Language } from "../../languages/language.ts";
import type { Completions, Run } from "../../runner/run.ts";
import { canInterrupt, sessionOf } from "../state/going-on.ts";
import { type PaneEvent, problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { nextNumber } from "../state/replace-runs.ts";
import type { Runner } from "./runner.ts";

/** The part of the pane's runner that is needed here. */
export type PromptRunner = Pick<Runner, "run" | "session">;

/** The part of the language of the pane's files that is needed here. */
export type PromptLanguage = Pick<Language, "loadPrompt">;

/** Loads the prompt's compiler on first use. */
async function loadPrompt(language: PromptLanguage) {
  try {
    return await language.loadPrompt();
  } catch (cause) {
    const sentence = "The deck could not load what evaluates the prompt. Check the connection and try again.";
    throw new Error(sentence, { cause });
  }
}

/** Listens for entries and sends what follows. */
export class PromptEntries {
  readonly #store: Store;
  readonly #runner: PromptRunner;
  readonly #language: PromptLanguage;
  #last: Promise<void> = Promise.resolve();
  /** Called when the run that an entry needs has begun. */
  #onBegun: (() => void) | undefined;

  constructor(store: Store, runner: PromptRunner, language: PromptLanguage) {
    this.#store = store;
    this.#runner = runner;
    this.#language = language;
    store.listen((event, state) => this.#hear(event, state));
  }

  /** True if Enter evaluates `text`; false if it starts a new line. */
  async isComplete(text: string): Promise<boolean> {
    const { isComplete } = await loadPrompt(this.#language);
    return isComplete(text);
  }

  /** The names that may follow `text`, which ends at the caret. */
  async complete(text: string): Promise<Completions> {
    const { questionOf } = await loadPrompt(this.#language);
    const question = questionOf(text);
    // The entry before may declare the name.
    await this.#last;
    const answer = question === undefined ? undefined : this.#runner.session()?.complete(question);
    return (await answer) ?? { replaces: 0, names: [] };
  }

  #hear(event: PaneEvent, state: PaneState): void {
    if (sessionOf(state)) this.#onBegun?.();
    switch (event.kind) {
      case "prompt-enter":
        this.#last = this.#last.then(() => this.#handOver(event.text));
        break;
      case "prompt-interrupt":
        this.#interrupt(state);
        break;
      case "stop":
        if (state.stage === "idle") this.#interrupt(state);
        break;
    }
  }

  /** Interrupts the entry that a run evaluates, or is about to. */
  #interrupt(state: PaneState): void {
    if (!canInterrupt(state)) return;
    const run = this.#runner.session();
    if (run?.isPromptBusy) run.interrupt();
    else void this.#last.then(() => this.#runner.session()?.interrupt());
  }

  async #handOver(text: string): Promise<void> {
    const { send } = this.#store;
    try {
      if (!(await this.#enter(text))) send({ kind: "prompt-unused", text });
    } catch (error) {
      send(problemEvent(error));
      send({ kind: "prompt-unused", text });
    }
  }

  /** @returns false if no run evaluates the entry */
  async #enter(text: string): Promise<boolean> {
    const session = () => this.#runner.session();
    const { compileEntry } = await loadPrompt(this.#language);
    if (!session()) await this.#begin();
    for (let run = session(); run; run = session()) {
      const program = await compileEntry(text, run.program, run.nextPrompt);
      // Another run may have begun in the meantime, with other names.
      if (run !== session()) continue;
      run.enter(text, program);
      this.#store.send({ kind: "prompt-given", run: this.#numberOf(run) });
      return true;
    }
    return false;
  }

  #numberOf(run: Run): number {
    const { newest } = this.#store.state;
    const index = newest.runs.findIndex(({ trace }) => trace === run.trace);
    return index < 0 ? nextNumber(newest) : newest.first + index;
  }

  /** Runs the program. Resolves when it has begun, or cannot. */
  #begin(): Promise<void> {
    return new Promise((resolve) => {
      this.#onBegun = resolve;
      void this.#runner.run().then(() => resolve());
    });
  }
}
