// The life of a pane: its store, views and effects are made when its slide comes near, and put away when it is far.

import { fillIn, readable, takeOut } from "../screen/deferred.ts";
import { networkOf, type Talk } from "../talk/talk.ts";
import { type ComposedPane, composePane } from "./composed-pane.ts";
import { keptDraft } from "./keeping/draft-keeper.ts";
import { restoreResults } from "./keeping/results-keeper.ts";
import { cuesOf, originalsOf, runsOf } from "./markup/pane-host.ts";
import type { PaneControls } from "./pane-controls.ts";
import { next } from "./state/next.ts";
import type { PaneEvent } from "./state/pane-event.ts";
import { firstState, type PaneSetup, type PaneState } from "./state/pane-state.ts";
import { isTouched } from "./state/touched.ts";

/** What the deck calls as slides come and go. `LivePane` adds what people and programs do with a pane. */
export abstract class PaneLifecycle extends HTMLElement implements PaneControls {
  /** The talk of the pane; set by the module that defines the element. */
  readonly talk: Talk = {};
  /** The number of listeners to the pane's events. A pane that is heard is not put away. */
  protected ears = 0;
  /** Takes what a person does in a mirror. */
  protected onDeed: (deed: PaneEvent) => void = () => undefined;
  #composed: ComposedPane | undefined;
  #isRestored = false;
  #followsAbility = false;

  abstract run(): unknown;
  abstract stop(): void;
  abstract togglePause(): void;
  abstract step(): void;
  abstract reset(): unknown;
  abstract tellKept(): void;

  /** Makes the pane's parts now, so that it can be used. */
  compose(): void {
    void this.parts;
  }

  // Made on first use: a deck has many panes, and only one is seen.
  protected get parts(): ComposedPane {
    this.#composed ??= this.#compose();
    return this.#composed;
  }

  #compose(): ComposedPane {
    fillIn(this);
    return composePane({
      pane: this,
      setup: this.#setup,
      cast: this.talk.cast,
      onDeed: this.isMirror ? (event) => this.onDeed(event) : undefined,
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
  protected get state(): PaneState {
    if (this.#composed) return this.#composed.store.state;
    return next(firstState(this.#setup), { kind: "draft", draft: keptDraft(this.id) });
  }

  /** True for a pane that shows another one. */
  get isMirror(): boolean {
    return this.hasAttribute("mirror");
  }

  /** Sends what a person or a program does. In a mirror it goes to the mirrored pane. */
  protected send(event: PaneEvent): void {
    this.parts.hand.send(event);
  }

  /** Opens the editor in place of the highlighted text. Called when the pane's slide comes near. */
  async wake(): Promise<void> {
    if (this.isMirror) return;
    this.#restoreResults();
    await this.parts.views.code.editor.open();
    this.restore();
  }

  /** Prepares the first run, so that it starts at once. Called when the pane's slide is shown or comes next. */
  async prepare(): Promise<void> {
    await this.parts.effects?.runner.prepare();
  }

  /** Shows the stored runs; if programs cannot run here, or have no threads, the recording that ships with the deck. */
  restore(): void {
    this.#restoreResults();
    if (this.#followsAbility) return;
    this.#followsAbility = true;
    const recorded = this.parts.effects?.recorded;
    void recorded?.followThreads();
    // Loads what runs programs, to find out.
    recorded?.followAbility();
  }

  #restoreResults(): void {
    const { store, effects } = this.parts;
    if (this.#isRestored || !effects) return;
    this.#isRestored = true;
    restoreResults(this.id, store);
  }

  /** Stops the playhead. Called when the pane is no longer seen. */
  rest(): void {
    if (this.#composed && !this.isMirror) this.send({ kind: "halt" });
  }

  /** Closes the editor and the prompt; texts and results stay. Called when the slide is far away. */
  sleep(): void {
    if (!this.#composed || this.isMirror) return;
    this.#composed.views.code.editor.close();
    this.send({ kind: "leave" });
  }

  /**
   * Takes the pane's parts and content out of the document if nothing happened in it. They come back when they are
   * needed.
   * @returns false if something happened, and the pane stays as it is
   */
  putAway(): boolean {
    if (this.ears > 0 || this.isMirror || (this.#composed && isTouched(this.#composed.store.state)))
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
    await this.parts.effects?.recorded.show();
  }

  /** Shows the recording at once if there are no runs. Called when the page is about to be printed. */
  showForPrint(): void {
    const { effects, views } = this.parts;
    effects?.recorded.showForPrint();
    views.drawing.drawNow();
  }

  /** Removes the recording again. Called when the page has been printed. */
  endPrint(): void {
    this.#composed?.effects?.recorded.hide();
  }
}
