// Plays a pane's cues: types what a presenter would type, undoes it, and brings the pane to the state after a cue.

import { applyEdit, type Cue, stateAfter, typedEdit } from "../cues/cue.ts";
import { sessionOf } from "../state/going-on.ts";
import { type PaneEvent, problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { typingPaces } from "../state/settings.ts";
import { growing, type } from "./typing.ts";

/** In milliseconds. After this time a program that is still running is taken to be ready for entries. */
const longestRun = 8000;

/** Listens for cue events and sends the events that a presenter's typing would send. */
export class CuePlayer {
  readonly #cues: readonly Cue[];
  readonly #store: Store;
  readonly #run: () => Promise<unknown>;
  /** Counts the cues that were started. A cue that is no longer the newest goes no further. */
  #turn = 0;
  /** True if the cue that is being typed is to be completed at once. */
  #isHurried = false;

  /** @param run runs the program; resolves when it has ended or could not start */
  constructor(cues: readonly Cue[], store: Store, run: () => Promise<unknown>) {
    this.#cues = cues;
    this.#store = store;
    this.#run = run;
    store.listen((event, state, before) => this.#hear(event, state, before));
  }

  #hear(event: PaneEvent, state: PaneState, before: PaneState): void {
    switch (event.kind) {
      case "cue-next":
        this.#goOn(state, before);
        break;
      case "cue-go":
        this.#goTo(state.cues.done);
        break;
      case "reset":
        this.#turn += 1;
        break;
    }
  }

  #goOn(state: PaneState, before: PaneState): void {
    const cue = this.#cues[before.cues.done];
    if (before.cues.activity === "typing") this.#isHurried = true;
    else if (cue && state.cues.activity === "typing") {
      void this.#begin((isWanted) => this.#play(cue, isWanted));
    } else this.#goTo(state.cues.done);
  }

  #goTo(count: number): void {
    void this.#begin((isWanted) => this.#restore(count, isWanted));
  }

  async #begin(work: (isWanted: () => boolean) => Promise<void>): Promise<void> {
    this.#turn += 1;
    this.#isHurried = false;
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
    // The worker is gone, for example after a reload or because the slide was far away, and earlier entries are gone
    // with it.
    if (!sessionOf(state)) return send({ kind: "cue-go", count: state.cues.done });
    const show = (typed: string) => send({ kind: "prompt-text", text: typed });
    if (!(await this.#type(growing(text), show, isWanted))) return;
    show("");
    send({ kind: "prompt-enter", text });
  }

  async #edit(cue: Extract<Cue, { kind: "edit" }>, isWanted: () => boolean): Promise<void> {
    const { state, send } = this.#store;
    const { file } = cue;
    const present = state.texts.get(file) ?? "";
    send({ kind: "file", file });
    // If somebody's own changes are in the way, the text is set to the state after this cue.
    if (applyEdit(present, cue) === undefined) return send({ kind: "cue-go", count: state.cues.done });
    await this.#type(typedEdit(present, cue), (text) => send({ kind: "text", file, text }), isWanted);
  }

  #type(texts: readonly string[], show: (text: string) => void, isWanted: () => boolean): Promise<boolean> {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const pause = () => (isStill || this.#isHurried ? 0 : typingPaces[this.#store.state.cues.pace]);
    return type({ texts, show, pause, isWanted });
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
