// The box of what can be done with a timeline: zoom, play, compare, predict, save, open; and what its signs mean.

import { placeAbove } from "../../controls/box-place.ts";
import { setUse, textButton } from "../../controls/button.ts";
import type { TimelineView } from "../../timeline/timeline.ts";
import { togglePlaying } from "../state/deeds.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { longestOf } from "../state/prediction.ts";
import type { DrawnView } from "./drawing.ts";
import { legend } from "./legend.ts";

/** How fast a run can be played again, against the run's own clock. */
const playSpeeds: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10];

/** What is done with files. */
export interface FileActions {
  /** What can be saved. */
  readonly choices: () => Promise<readonly { readonly id: string; readonly label: string }[]>;
  /** @param format the id of one of the choices */
  readonly save: (format: string) => void;
  readonly open: () => void;
}

export interface TimelineToolsOptions {
  /** An empty popover. */
  readonly panel: HTMLElement;
  /** Opens it. */
  readonly button: HTMLElement;
  readonly timeline: TimelineView;
  readonly store: Store;
  readonly files: FileActions;
}

/** Fills the box, and keeps it showing what can be done. */
export class TimelineTools implements DrawnView {
  readonly #options: TimelineToolsOptions;
  readonly #play: HTMLButtonElement;
  readonly #live: HTMLButtonElement;
  readonly #keep: HTMLButtonElement;
  readonly #forget: HTMLButtonElement;
  readonly #speed = document.createElement("select");
  readonly #handovers: HTMLButtonElement;
  readonly #needRuns: HTMLButtonElement[] = [];
  readonly #saving = section("Save", []);
  #hasChoices = false;

  constructor(options: TimelineToolsOptions) {
    this.#options = options;
    const { panel, button, timeline, store, files } = options;
    const { send } = store;
    this.#play = this.#tool("Play again", () => togglePlaying(store));
    this.#live = this.#tool("Back to live", () => send({ kind: "seek", position: null }));
    this.#keep = this.#tool("Keep this run", () => send({ kind: "keep" }));
    this.#forget = this.#tool("Let go of kept runs", () => send({ kind: "forget-kept" }));
    this.#handovers = textButton("All hand-overs", () => {
      timeline.toggleHandovers();
      this.draw(this.#options.store.state);
    });
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", "Timeline tools");
    // Most panes' boxes are never opened.
    panel.addEventListener("beforetoggle", () => panel.append(...this.#build()), { once: true });
    panel.addEventListener("toggle", ({ newState }) => {
      if (newState !== "open") return;
      placeAbove(this.#options.panel, this.#options.button);
      if (!this.#hasChoices) void this.#addChoices();
    });
    // What takes time to load is there when the box opens, so that nothing in it moves.
    for (const name of ["pointerenter", "focus"]) {
      button.addEventListener(name, () => void files.choices(), { once: true });
    }
    button.hidden = false;
  }

  /** Shows what can be done now. */
  draw(state: PaneState): undefined {
    const { playhead, kept, newest } = state;
    const hasRuns = kept.length > 0 || newest.runs.length > 0;
    setText(this.#play, playhead.isPlaying ? "Stand still" : "Play again");
    setUse(this.#play, hasRuns);
    setUse(this.#live, playhead.position !== undefined);
    setUse(this.#keep, hasRuns);
    setUse(this.#forget, kept.length > 0);
    this.#speed.value = String(playhead.speed);
    for (const button of this.#needRuns) setUse(button, hasRuns);
    this.#handovers.setAttribute("aria-pressed", String(this.#options.timeline.hasHandovers));
  }

  #build(): HTMLElement[] {
    const { timeline, store, files } = this.#options;
    const predict = () => store.send({ kind: "predict", longest: longestOf(store.state) });
    for (const speed of playSpeeds) this.#speed.add(new Option(`${speed}×`, String(speed)));
    this.#speed.value = String(store.state.playhead.speed);
    this.#speed.setAttribute("aria-label", "How fast it is played");
    this.#speed.addEventListener("change", () => {
      store.send({ kind: "play-speed", speed: Number(this.#speed.value) });
    });
    const view = [
      textButton("Closer", () => timeline.zoom(1)),
      textButton("Farther", () => timeline.zoom(-1)),
      textButton("All of it", () => timeline.zoom(0)),
      textButton("Fold all", () => timeline.foldAll(true)),
      textButton("Unfold all", () => timeline.foldAll(false)),
      this.#handovers,
    ];
    this.#needRuns.push(...view);
    return [
      section("See", view),
      section("Go back", [this.#play, this.#speed, this.#live]),
      section("Compare", [this.#keep, this.#forget, this.#tool("Predict the end", predict)]),
      this.#saving,
      section("Open", [this.#tool("A recording …", files.open)]),
      legend(),
    ];
  }

  // Where they could not be loaded they are asked for again when the box is opened again.
  async #addChoices(): Promise<void> {
    const { files } = this.#options;
    const choices = await files.choices();
    const buttons = choices.map(({ id, label }) => this.#tool(label, () => files.save(id)));
    if (this.#hasChoices || buttons.length === 0) return;
    this.#hasChoices = true;
    this.#saving.append(...buttons);
    this.#needRuns.push(...buttons);
    this.draw(this.#options.store.state);
    placeAbove(this.#options.panel, this.#options.button);
  }

  /** Closes the box first: what is done shows below it. */
  #tool(text: string, act: () => void): HTMLButtonElement {
    return textButton(text, () => {
      this.#options.panel.hidePopover();
      act();
    });
  }
}

function section(title: string, content: readonly HTMLElement[]): HTMLElement {
  // No section element: reveal.js takes one inside of a slide for a slide of its own.
  const element = document.createElement("div");
  element.className = "timeline-tools-part";
  element.append(Object.assign(document.createElement("h3"), { textContent: title }), ...content);
  return element;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
