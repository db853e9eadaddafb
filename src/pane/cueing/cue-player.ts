// Plays a pane's cues: types what a presenter would type, takes it back, and brings the pane to where a cue leads.

import { applyEdit, type Cue, stateAfter, typedEdit } from "../cues/cue.ts";
import { sessionOf } from "../state/going-on.ts";
import { type PaneEvent, problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { growing, type } from "./typing.ts";

/** Milliseconds after which a program that goes on is taken to be ready for what is entered. */
const longestRun = 8000;

/** Hears of the cues that are to be played, and does by events what a presenter would do. */
export class CuePlayer {
  readonly #cues: readonly Cue[];
  readonly #store: Store;
  readonly #run: () => Promise<unknown>;
  /** Counts what was begun: what was overtaken goes no further. */
  #turn = 0;

  /** @param run runs the program; resolves when it has ended, or could not begin */
  constructor(cues: readonly Cue[], store: Store, run: () => Promise<unknown>) {
    this.#cues = cues;
    this.#store = store;
    this.#run = run;
    store.listen((event, state, before) => this.#hear(event, state, before));
  }

  #hear(event: PaneEvent, state: PaneState, before: PaneState): void {
    switch (event.kind) {
      case "cue-next": {
        const cue = this.#cues[before.cues.done];
        // What is still being typed is done at once first.
        const isNew = cue && !before.cues.isTyping;
        void this.#begin((isWanted) =>
          isNew ? this.#play(cue, isWanted) : this.#restore(state.cues.done, isWanted),
        );
        break;
      }
      case "cue-go":
        void this.#begin((isWanted) => this.#restore(state.cues.done, isWanted));
        break;
      case "reset":
        this.#turn += 1;
        break;
    }
  }

  async #begin(work: (isWanted: () => boolean) => Promise<void>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isWanted = () => turn === this.#turn;
    try {
      await work(isWanted);
    } catch (error) {
      this.#store.send(problemEvent(error));
    }
    if (isWanted()) this.#store.send({ kind: "cue-typed" });
  }

  async #play(cue: Cue, isWanted: () => boolean): Promise<void> {
    switch (cue.kind) {
      case "run":
        void this.#run();
        return;
      case "keep":
        this.#store.send({ kind: "keep" });
        return;
      case "prompt":
        await this.#enter(cue.text, isWanted);
        return;
      case "edit":
        await this.#edit(cue, isWanted);
        return;
      default:
        cue satisfies never;
    }
  }

  async #enter(text: string, isWanted: () => boolean): Promise<void> {
    const { state, send } = this.#store;
    // What was entered before is gone with the session, when the slide was far or the page was loaded again.
    if (!sessionOf(state)) return this.#restore(state.cues.done, isWanted);
    const show = (typed: string) => send({ kind: "prompt-text", text: typed });
    if (!(await type(growing(text), state.cues.pace, show, isWanted))) return;
    show("");
    send({ kind: "prompt-enter", text });
  }

  async #edit(cue: Extract<Cue, { kind: "edit" }>, isWanted: () => boolean): Promise<void> {
    const { state, send } = this.#store;
    const { file } = cue;
    const present = state.texts.get(file) ?? "";
    send({ kind: "file", file });
    // What was typed meanwhile may be in the way: then the cue leads where it leads in the talk.
    if (applyEdit(present, cue) === undefined) return this.#restore(state.cues.done, isWanted);
    await type(
      typedEdit(present, cue),
      state.cues.pace,
      (text) => send({ kind: "text", file, text }),
      isWanted,
    );
  }

  async #restore(count: number, isWanted: () => boolean): Promise<void> {
    const { state, send } = this.#store;
    const { texts, runs, entries } = stateAfter(this.#cues, count, state.setup.originals);
    for (const [file, text] of texts) if (state.texts.get(file) !== text) send({ kind: "text", file, text });
    send({ kind: "prompt-text", text: "" });
    if (!runs) return;
    await Promise.race([this.#run(), new Promise((resolve) => setTimeout(resolve, longestRun))]);
    for (const text of entries) if (isWanted()) send({ kind: "prompt-enter", text });
  }
}
