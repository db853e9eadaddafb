// <live-pane>: an example that can be edited and run. Here is what the page and programs outside can do with it.

import { ask } from "../controls/ask.ts";
import type { ColouredPiece } from "../editor/support/colours.ts";
import { type Recording, record } from "../trace/recording/recording.ts";
import type { Trace } from "../trace/trace.ts";
import { type CueSteps, cueSteps } from "./cueing/cue-steps.ts";
import { keepsDrafts } from "./keeping/drafts.ts";
import { cuesOf, entryFiles, languageIn } from "./markup/pane-host.ts";
import { type DeckKeys, deckKeys } from "./pane-keys.ts";
import { PaneLifecycle } from "./pane-lifecycle.ts";
import { recordRuns } from "./runs/record-runs.ts";
import { recordingName } from "./runs/recording-name.ts";
import { lacksThreads, startsThreads } from "./runs/threads-here.ts";
import { changedTexts } from "./state/draft.ts";
import { newestTraces } from "./state/going-on.ts";
import type { PaneEvent } from "./state/pane-event.ts";
import { saved } from "./state/saved-state.ts";
import type { ThreadChoice, ThreadMode } from "./state/settings.ts";

/**
 * A live-coding pane. Its markup is made at build time by pane-template.ts. With the attribute `mirror` it only shows
 * another pane: `follow` gives it that pane's events. A mirror runs nothing, stores nothing and has no editor. What a
 * person does in it changes nothing unless `steer` says who takes it.
 */
export class LivePane extends PaneLifecycle {
  connectedCallback(): void {
    this.tabIndex = -1;
    // A finger that scrolls the code must not change the slide (an attribute of reveal.js).
    this.setAttribute("data-prevent-swipe", "");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Live code: ${entryFiles(this).join(" against ")}`);
  }

  /**
   * Reports everything that happens in the pane. The first event holds the whole present state. The events are plain
   * JSON data: a pane with the same markup and the attribute `mirror` shows the same if `follow` is called with each of
   * them.
   * @returns a function that ends the reports
   */
  listen(hear: (event: PaneEvent) => void): () => void {
    const { store } = this.parts;
    this.ears += 1;
    hear({ kind: "state", state: saved(store.state) });
    const end = store.listen((event) => hear(event));
    return () => {
      if (end()) this.ears -= 1;
    };
  }

  /** Applies an event of the pane that this one mirrors. */
  follow(event: PaneEvent): void {
    this.parts.store.send(event);
  }

  /**
   * Hands on what a person does in this mirror, as events for `follow` of the mirrored pane. They show here when they
   * come back from it.
   */
  steer(take: (deed: PaneEvent) => void): void {
    this.onDeed = take;
    this.classList.add("is-steered");
  }

  /** The colours of each line of a file, as the editor shows it; none while the pane has no editor. */
  colours(file: string): readonly (readonly ColouredPiece[])[] {
    return this.parts.views.code.editor.colours(this.#known(file));
  }

  /** Shows lines of a mirror in the colours of the pane that it mirrors. */
  colour(lines: readonly (readonly ColouredPiece[])[]): void {
    this.parts.views.code.colour(lines);
  }

  /** The text of the shown file. */
  get text(): string {
    return this.files.get(this.file) ?? "";
  }

  set text(text: string) {
    this.setText(this.file, text);
  }

  /** The name of the shown file. */
  get file(): string {
    return this.parts.store.state.file;
  }

  set file(file: string) {
    this.send({ kind: "file", file: this.#known(file) });
  }

  /** The language of the pane's files, for example "typescript". */
  get language(): string {
    return languageIn(this).id;
  }

  /** @throws {RangeError} for any language but the pane's own */
  set language(language: string) {
    if (language === this.language) return;
    throw new RangeError(`The pane has no files in "${language}", only in "${this.language}".`);
  }

  /** The present text of each file, by its name. */
  get files(): ReadonlyMap<string, string> {
    return this.parts.store.state.texts;
  }

  /** The author's cues, to be played as steps of the talk. */
  get cues(): CueSteps {
    return cueSteps(cuesOf(this), this.parts.hand);
  }

  /** The traces of the newest runs: one, or those of a race or of several workers. They grow while the programs run. */
  get traces(): readonly Trace[] {
    return newestTraces(this.parts.store.state);
  }

  /** The recording of the newest runs so far, as plain JSON. */
  get trace(): Recording {
    return record(this.traces);
  }

  /** Replaces a file's text. In an open editor this is one undoable step. */
  setText(file: string, text: string): void {
    this.send({ kind: "text", file: this.#known(file), text });
  }

  /** @throws {RangeError} for a file that the pane does not have */
  #known(file: string): string {
    const names = [...this.files.keys()];
    if (names.includes(file)) return file;
    throw new RangeError(`The pane has no file "${file}", only ${names.join(", ")}.`);
  }

  /**
   * Runs the pane's program. Resolves with its recording when it has ended, in whatever way. The recording has no runs
   * if the program did not start: the code has errors, or `run` was called again. A mirror has no recording to give.
   */
  async run(): Promise<Recording> {
    const { effects } = this.parts;
    if (!effects) this.send({ kind: "run" });
    return record((await effects?.runner.run()) ?? []);
  }

  /**
   * Runs the pane's program in deterministic mode: time jumps, and the same text, network and seed give the same
   * recording to the last character, here and in Node. Nothing of it is shown, and the pane's parts are not made for
   * it. Real threads run in real time, and never the same way twice. Threads that run in turns, one at a time, switch
   * where the seed says.
   * @param seed whole number
   */
  async record(seed = 1, threads: ThreadMode = "real"): Promise<Recording> {
    const { texts, setup, network } = this.state;
    return record(await recordRuns(texts, setup.planned, network, seed, threads));
  }

  /** True if the program starts threads, and this page has none for it: it is not cross-origin isolated. */
  get lacksThreads(): boolean {
    return lacksThreads(this.state, languageIn(this));
  }

  /** How threads run; `undefined` if the program starts none. */
  get threads(): ThreadChoice | undefined {
    return startsThreads(this.state, languageIn(this)) ? this.state.threads : undefined;
  }

  /** True if program and network are those of the talk after the played cues, which a link leads to. */
  get isAsLinked(): boolean {
    const { network, setup } = this.state;
    return !this.cues.progress.isChangedByHand && JSON.stringify(network) === JSON.stringify(setup.network);
  }

  /**
   * Shows what a link leads to: the talk's program and network after so many cues, with threads in turns under the
   * seed. Runs it if this page has threads.
   */
  openInTurns(seed: number, cues: number): void {
    this.send({ kind: "network", conditions: this.state.setup.network });
    this.send({ kind: "threads", threads: { mode: "in turns", seed } });
    this.send({ kind: "cue-go", count: cues });
    // The cues may have run it already.
    if (this.state.stage === "idle" && !this.lacksThreads) this.send({ kind: "run" });
  }

  /**
   * The name of the deck's recording of the program that `record` runs; `undefined` if the text is the audience's own.
   */
  get recordingName(): string | undefined {
    return recordingName(this, this.state);
  }

  /**
   * Stops the run, whatever it is doing. If the program has ended, interrupts the entry of the prompt, or ends what
   * earlier entries left running.
   */
  stop(): void {
    this.send({ kind: "stop" });
  }

  /** Pauses the clock of what runs, or resumes it. */
  togglePause(): void {
    this.send({ kind: "pause" });
  }

  /** Lets the next thing that is due happen, then the clock stands still. What is not paused yet is only paused. */
  step(): void {
    this.send({ kind: "step" });
  }

  /** Restores the author's text and clears output and timeline. Asks first if the audience's changes would be lost. */
  async reset(): Promise<void> {
    const changed = Object.keys(changedTexts(this.parts.store.state));
    if (changed.length > 0 && !(await confirmReset(changed))) return;
    if (this.parts.store.state.stage !== "idle") this.send({ kind: "stop" });
    this.send({ kind: "reset" });
  }

  /** Tells in the console that changes are saved by themselves, or that the browser cannot. Called by Ctrl+S. */
  tellKept(): void {
    const text = keepsDrafts()
      ? "Nothing has to be saved: this browser keeps what you type until Reset."
      : "This browser keeps nothing of this page: copy what you want to have after a reload.";
    this.send({ kind: "hint", text });
  }

  /** What the deck's keys do to the pane. */
  get keys(): DeckKeys {
    const { views, hand } = this.parts;
    return deckKeys(views, hand);
  }
}

function confirmReset(files: readonly string[]): Promise<boolean> {
  return ask({
    title: "Reset this pane?",
    text: `Your changes to ${files.join(" and ")} will be replaced by the original text.`,
    yes: "Reset",
    no: "Keep my changes",
  });
}
