// <live-pane>: an example that can be edited and run. What is in it is composed when somebody comes near it or asks for it.

import { ask } from "../controls/ask.ts";
import { plainCast } from "../talk/cast.ts";
import { networkOf, type Talk } from "../talk/talk.ts";
import { type Recording, record } from "../trace/recording/recording.ts";
import type { Trace } from "../trace/trace.ts";
import { takeCodeSize } from "./code/code-size.ts";
import { keptDraft } from "./keeping/draft-keeper.ts";
import { keepsDrafts } from "./keeping/drafts.ts";
import { restoreResults } from "./keeping/results-keeper.ts";
import { cuesOf, entryFiles, languageIn, originalsOf, runsOf } from "./markup/pane-host.ts";
import { announce } from "./pane-announcer.ts";
import { PaneEffects } from "./pane-effects.ts";
import { type DeckKeys, deckKeys, listenForKeys } from "./pane-keys.ts";
import { PaneViews } from "./pane-views.ts";
import { recordRuns } from "./runs/record-runs.ts";
import { recordingName } from "./runs/recording-name.ts";
import { changedTexts } from "./state/draft.ts";
import { newestTraces } from "./state/going-on.ts";
import { next } from "./state/next.ts";
import type { PaneEvent } from "./state/pane-event.ts";
import { firstState, type PaneSetup, type PaneState } from "./state/pane-state.ts";
import { PaneStore, readOnly } from "./state/pane-store.ts";
import { saved } from "./state/saved-state.ts";

/** What a pane consists of once somebody has come near it. */
interface Composed {
  readonly store: PaneStore;
  readonly views: PaneViews;
  /** Undefined in a mirror. */
  readonly effects: PaneEffects | undefined;
}

/**
 * A live-coding pane. Its markup is made at build time by pane-template.ts. With the attribute `mirror` it shows what another
 * one does, whose events it is told by `follow`, and nothing else: it runs nothing, keeps nothing and has no editor.
 */
export class LivePane extends HTMLElement {
  /** The talk that it belongs to; who defines the element gives it one. */
  readonly talk: Talk = {};
  readonly #actions = {
    run: () => this.run(),
    stop: () => this.stop(),
    reset: () => void this.reset(),
    pause: () => this.togglePause(),
    step: () => this.step(),
  };
  #composed: Composed | undefined;
  #isRestored = false;

  connectedCallback(): void {
    this.tabIndex = -1;
    // A finger that scrolls the code must not turn the slide (an attribute of reveal.js).
    this.setAttribute("data-prevent-swipe", "");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Live code: ${entryFiles(this).join(" against ")}`);
  }

  /** Makes it ready to be used. */
  compose(): void {
    void this.#parts;
  }

  // A deck has many panes, of which one is looked at.
  get #parts(): Composed {
    this.#composed ??= this.#compose();
    return this.#composed;
  }

  #compose(): Composed {
    const store = new PaneStore(firstState(this.#setup));
    const effects = this.isMirror ? undefined : new PaneEffects(this, store);
    const views = new PaneViews({
      pane: this,
      store: effects ? store : readOnly(store),
      cast: { ...plainCast, ...this.talk.cast },
      actions: this.#actions,
      answers: effects?.prompt,
    });
    if (!effects) takeCodeSize(this, store);
    announce(this, store);
    listenForKeys(this, views);
    return { store, views, effects };
  }

  get #setup(): PaneSetup {
    return {
      originals: originalsOf(this),
      planned: runsOf(this),
      network: networkOf(this.talk),
      cues: cuesOf(this).length,
    };
  }

  /** Without the pane being composed for it. */
  get #state(): PaneState {
    if (this.#composed) return this.#composed.store.state;
    return next(firstState(this.#setup), { kind: "draft", draft: keptDraft(this.id) });
  }

  /** True for a pane that shows what another one does. */
  get isMirror(): boolean {
    return this.hasAttribute("mirror");
  }

  /**
   * Tells everything that happens in the pane, beginning with an event that holds all that is so now. The events are plain JSON
   * data; a pane with the same markup and the attribute `mirror` that is told them by `follow` shows the same.
   * @returns ends the telling
   */
  listen(hear: (event: PaneEvent) => void): () => void {
    const { store } = this.#parts;
    hear({ kind: "state", state: saved(store.state) });
    return store.listen((event) => hear(event));
  }

  /** Shows what has happened in the pane that this one is a mirror of. */
  follow(event: PaneEvent): void {
    this.#parts.store.send(event);
  }

  /** The text of the file that is shown. */
  get text(): string {
    return this.files.get(this.file) ?? "";
  }

  set text(text: string) {
    this.setText(this.file, text);
  }

  /** The name of the file that is shown. */
  get file(): string {
    return this.#parts.store.state.file;
  }

  set file(file: string) {
    this.#send({ kind: "file", file: this.#known(file) });
  }

  /** The language of its files, such as "typescript". */
  get language(): string {
    return languageIn(this).id;
  }

  /** @throws {RangeError} for a language that the pane does not have */
  set language(language: string) {
    if (language === this.language) return;
    throw new RangeError(`The pane has no files in "${language}", only in "${this.language}".`);
  }

  /** The present text of each file by its name. */
  get files(): ReadonlyMap<string, string> {
    return this.#parts.store.state.texts;
  }

  /** The newest run, or those of a race and of workers; they grow while they run. */
  get traces(): readonly Trace[] {
    return newestTraces(this.#parts.store.state);
  }

  /** What the newest runs have recorded so far, as plain JSON. */
  get trace(): Recording {
    return record(this.traces);
  }

  /** Replaces a file's text, as one step that can be undone where the editor is open. */
  setText(file: string, text: string): void {
    this.#send({ kind: "text", file: this.#known(file), text });
  }

  /** @throws {RangeError} for a file that the pane does not have */
  #known(file: string): string {
    const names = [...this.files.keys()];
    if (names.includes(file)) return file;
    throw new RangeError(`The pane has no file "${file}", only ${names.join(", ")}.`);
  }

  /** A mirror does nothing by itself. */
  #send(event: PaneEvent): void {
    if (!this.isMirror) this.#parts.store.send(event);
  }

  /**
   * Runs the pane's program and resolves with its recording when it has ended, however it ended. Where it did not even
   * begin, because of errors in the code or another call of `run`, the recording has no runs.
   */
  async run(): Promise<Recording> {
    return record((await this.#parts.effects?.runner.run()) ?? []);
  }

  /**
   * Runs the pane's program in deterministic mode: time passes at once, and the same text, network and seed give the same
   * recording to the last character, here and in Node. Nothing of it is shown, and nothing is composed for it.
   * @param seed whole number
   */
  async record(seed = 1): Promise<Recording> {
    const { texts, setup, network } = this.#state;
    return record(await recordRuns(texts, setup.planned, network, seed));
  }

  /** The name of the deck's recording of what `record` runs; undefined where the text is the audience's own. */
  get recordingName(): string | undefined {
    return recordingName(this, this.#state);
  }

  /**
   * Ends the run whatever it is doing; where the program is over, lets go of what was entered at the prompt, or ends what
   * that left behind.
   */
  stop(): void {
    this.#send({ kind: "stop" });
  }

  /** Lets the clock of what runs stand still, or go on. */
  togglePause(): void {
    this.#send({ kind: "pause" });
  }

  /** Lets the next thing that is due happen, and the clock stand still from there; pauses what runs first. */
  step(): void {
    this.#send({ kind: "step" });
  }

  /** Puts back the author's text, after asking where the audience's would be lost; clears output and timeline. */
  async reset(): Promise<void> {
    if (this.isMirror) return;
    const changed = Object.keys(changedTexts(this.#parts.store.state));
    if (changed.length > 0 && !(await confirmReset(changed))) return;
    if (this.#parts.store.state.stage !== "idle") this.#send({ kind: "stop" });
    this.#send({ kind: "reset" });
  }

  /** Says that nothing has to be saved: for who presses the keys for it. */
  tellKept(): void {
    const text = keepsDrafts()
      ? "Nothing has to be saved: this browser keeps what you type until Reset."
      : "This browser keeps nothing of this page: copy what you want to have after a reload.";
    this.#send({ kind: "hint", text });
  }

  /** What the deck's keys do to it. */
  get keys(): DeckKeys {
    const { views, store } = this.#parts;
    return deckKeys(views, this.isMirror ? readOnly(store) : store);
  }

  /** Opens the editor in place of the highlighted text: called when the pane's slide comes near. */
  async wake(): Promise<void> {
    if (this.isMirror) return;
    this.restore();
    await this.#parts.views.code.editor.open();
  }

  /** Shows what it kept of earlier runs; where programs cannot run, the recording that ships with the deck. */
  restore(): void {
    const { store, effects } = this.#parts;
    if (this.#isRestored || !effects) return;
    this.#isRestored = true;
    restoreResults(this.id, store);
    effects.recorded.followAbility();
  }

  /** Nobody sees the pane any more: what is played again stands still. */
  rest(): void {
    if (this.#composed) this.#send({ kind: "halt" });
  }

  /** Closes the editor and the prompt: called when the slide is far. Texts and results stay. */
  sleep(): void {
    if (!this.#composed) return;
    this.#composed.views.code.editor.close();
    this.#send({ kind: "leave" });
  }

  /** Shows the recording that ships with the deck in place of runs. */
  async showRecorded(): Promise<void> {
    await this.#parts.effects?.recorded.show();
  }

  /** Shows it at once where there is nothing else to show: called when the page is about to be printed. */
  showForPrint(): void {
    const { effects, views } = this.#parts;
    effects?.recorded.showForPrint();
    views.drawing.drawNow();
  }

  /** Called when the page has been printed. */
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
