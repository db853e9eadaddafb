// <live-pane>: an example that can be edited and run. Its store, views and effects are made when it is first used.

import { ask } from "../controls/ask.ts";
import { fillIn, readable, takeOut } from "../screen/deferred.ts";
import { networkOf, type Talk } from "../talk/talk.ts";
import { type Recording, record } from "../trace/recording/recording.ts";
import type { Trace } from "../trace/trace.ts";
import { type ComposedPane, composePane } from "./composed-pane.ts";
import { keptDraft } from "./keeping/draft-keeper.ts";
import { keepsDrafts } from "./keeping/drafts.ts";
import { restoreResults } from "./keeping/results-keeper.ts";
import { cuesOf, entryFiles, languageIn, originalsOf, runsOf } from "./markup/pane-host.ts";
import { type DeckKeys, deckKeys } from "./pane-keys.ts";
import { recordRuns } from "./runs/record-runs.ts";
import { recordingName } from "./runs/recording-name.ts";
import { changedTexts } from "./state/draft.ts";
import { newestTraces } from "./state/going-on.ts";
import { next } from "./state/next.ts";
import type { PaneEvent } from "./state/pane-event.ts";
import { firstState, type PaneSetup, type PaneState } from "./state/pane-state.ts";
import { readOnly } from "./state/pane-store.ts";
import { saved } from "./state/saved-state.ts";
import { isTouched } from "./state/touched.ts";

/**
 * A live-coding pane. Its markup is made at build time by pane-template.ts. With the attribute `mirror` it only shows
 * another pane: `follow` gives it that pane's events. A mirror runs nothing, stores nothing and has no editor.
 */
export class LivePane extends HTMLElement {
  /** The talk of the pane; set by the module that defines the element. */
  readonly talk: Talk = {};
  readonly #actions = {
    run: () => this.run(),
    stop: () => this.stop(),
    reset: () => void this.reset(),
    pause: () => this.togglePause(),
    step: () => this.step(),
  };
  #composed: ComposedPane | undefined;
  #isRestored = false;
  #followsAbility = false;
  #isHeard = false;

  connectedCallback(): void {
    this.tabIndex = -1;
    // A finger that scrolls the code must not change the slide (an attribute of reveal.js).
    this.setAttribute("data-prevent-swipe", "");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Live code: ${entryFiles(this).join(" against ")}`);
  }

  /** Makes the pane's parts now, so that it can be used. */
  compose(): void {
    void this.#parts;
  }

  // Made on first use: a deck has many panes, and only one is seen.
  get #parts(): ComposedPane {
    this.#composed ??= this.#compose();
    return this.#composed;
  }

  #compose(): ComposedPane {
    fillIn(this);
    return composePane({
      pane: this,
      setup: this.#setup,
      cast: this.talk.cast,
      actions: this.#actions,
      isMirror: this.isMirror,
    });
  }

  get #setup(): PaneSetup {
    const markup = readable(this);
    return {
      originals: originalsOf(markup),
      planned: runsOf(this),
      network: networkOf(this.talk),
      cues: cuesOf(markup).length,
    };
  }

  /** The present state. Reading it does not make the pane's parts. */
  get #state(): PaneState {
    if (this.#composed) return this.#composed.store.state;
    return next(firstState(this.#setup), { kind: "draft", draft: keptDraft(this.id) });
  }

  /** True for a pane that shows another one. */
  get isMirror(): boolean {
    return this.hasAttribute("mirror");
  }

  /**
   * Reports everything that happens in the pane. The first event holds the whole present state. The events are plain
   * JSON data: a pane with the same markup and the attribute `mirror` shows the same if `follow` is called with each of
   * them.
   * @returns a function that ends the reports
   */
  listen(hear: (event: PaneEvent) => void): () => void {
    const { store } = this.#parts;
    this.#isHeard = true;
    hear({ kind: "state", state: saved(store.state) });
    return store.listen((event) => hear(event));
  }

  /** Applies an event of the pane that this one mirrors. */
  follow(event: PaneEvent): void {
    this.#parts.store.send(event);
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
    return this.#parts.store.state.file;
  }

  set file(file: string) {
    this.#send({ kind: "file", file: this.#known(file) });
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
    return this.#parts.store.state.texts;
  }

  /** The traces of the newest runs: one, or those of a race or of several workers. They grow while the programs run. */
  get traces(): readonly Trace[] {
    return newestTraces(this.#parts.store.state);
  }

  /** The recording of the newest runs so far, as plain JSON. */
  get trace(): Recording {
    return record(this.traces);
  }

  /** Replaces a file's text. In an open editor this is one undoable step. */
  setText(file: string, text: string): void {
    this.#send({ kind: "text", file: this.#known(file), text });
  }

  /** @throws {RangeError} for a file that the pane does not have */
  #known(file: string): string {
    const names = [...this.files.keys()];
    if (names.includes(file)) return file;
    throw new RangeError(`The pane has no file "${file}", only ${names.join(", ")}.`);
  }

  /** Sends an event, except in a mirror, which does nothing by itself. */
  #send(event: PaneEvent): void {
    if (!this.isMirror) this.#parts.store.send(event);
  }

  /**
   * Runs the pane's program. Resolves with its recording when it has ended, in whatever way. The recording has no runs
   * if the program did not start: the code has errors, or `run` was called again.
   */
  async run(): Promise<Recording> {
    return record((await this.#parts.effects?.runner.run()) ?? []);
  }

  /**
   * Runs the pane's program in deterministic mode: time jumps, and the same text, network and seed give the same
   * recording to the last character, here and in Node. Nothing of it is shown, and the pane's parts are not made for
   * it.
   * @param seed whole number
   */
  async record(seed = 1): Promise<Recording> {
    const { texts, setup, network } = this.#state;
    return record(await recordRuns(texts, setup.planned, network, seed));
  }

  /**
   * The name of the deck's recording of the program that `record` runs; `undefined` if the text is the audience's own.
   */
  get recordingName(): string | undefined {
    return recordingName(this, this.#state);
  }

  /**
   * Stops the run, whatever it is doing. If the program has ended, interrupts the entry of the prompt, or ends what
   * earlier entries left running.
   */
  stop(): void {
    this.#send({ kind: "stop" });
  }

  /** Pauses the clock of what runs, or resumes it. */
  togglePause(): void {
    this.#send({ kind: "pause" });
  }

  /** Lets the next thing that is due happen, then the clock stands still. What is not paused yet is only paused. */
  step(): void {
    this.#send({ kind: "step" });
  }

  /** Restores the author's text and clears output and timeline. Asks first if the audience's changes would be lost. */
  async reset(): Promise<void> {
    if (this.isMirror) return;
    const changed = Object.keys(changedTexts(this.#parts.store.state));
    if (changed.length > 0 && !(await confirmReset(changed))) return;
    if (this.#parts.store.state.stage !== "idle") this.#send({ kind: "stop" });
    this.#send({ kind: "reset" });
  }

  /** Tells in the console that changes are saved by themselves, or that the browser cannot. Called by Ctrl+S. */
  tellKept(): void {
    const text = keepsDrafts()
      ? "Nothing has to be saved: this browser keeps what you type until Reset."
      : "This browser keeps nothing of this page: copy what you want to have after a reload.";
    this.#send({ kind: "hint", text });
  }

  /** What the deck's keys do to the pane. */
  get keys(): DeckKeys {
    const { views, store } = this.#parts;
    return deckKeys(views, this.isMirror ? readOnly(store) : store);
  }

  /** Opens the editor in place of the highlighted text. Called when the pane's slide comes near. */
  async wake(): Promise<void> {
    if (this.isMirror) return;
    this.#restoreResults();
    await this.#parts.views.code.editor.open();
    this.restore();
  }

  /** Prepares the first run, so that it starts at once. Called when the pane's slide is shown or comes next. */
  async prepare(): Promise<void> {
    await this.#parts.effects?.runner.prepare();
  }

  /** Shows the stored runs; if programs cannot run here, the recording that ships with the deck. */
  restore(): void {
    this.#restoreResults();
    if (this.#followsAbility) return;
    this.#followsAbility = true;
    // Loads what runs programs, to find out.
    this.#parts.effects?.recorded.followAbility();
  }

  #restoreResults(): void {
    const { store, effects } = this.#parts;
    if (this.#isRestored || !effects) return;
    this.#isRestored = true;
    restoreResults(this.id, store);
  }

  /** Stops the playhead. Called when the pane is no longer seen. */
  rest(): void {
    if (this.#composed) this.#send({ kind: "halt" });
  }

  /** Closes the editor and the prompt; texts and results stay. Called when the slide is far away. */
  sleep(): void {
    if (!this.#composed) return;
    this.#composed.views.code.editor.close();
    this.#send({ kind: "leave" });
  }

  /**
   * Takes the pane's parts and content out of the document if nothing happened in it. They come back when they are
   * needed.
   * @returns false if something happened, and the pane stays as it is
   */
  putAway(): boolean {
    if (this.#isHeard || this.isMirror || (this.#composed && isTouched(this.#composed.store.state)))
      return false;
    this.#composed?.end();
    this.#composed = undefined;
    this.#isRestored = false;
    this.#followsAbility = false;
    takeOut(this);
    return true;
  }

  /** Shows the recording that ships with the deck in place of runs. */
  async showRecorded(): Promise<void> {
    await this.#parts.effects?.recorded.show();
  }

  /** Shows the recording at once if there are no runs. Called when the page is about to be printed. */
  showForPrint(): void {
    const { effects, views } = this.#parts;
    effects?.recorded.showForPrint();
    views.drawing.drawNow();
  }

  /** Removes the recording again. Called when the page has been printed. */
  endPrint(): void {
    this.#composed?.effects?.recorded.hide();
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
