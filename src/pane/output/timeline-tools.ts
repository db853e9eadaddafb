// The timeline's tools box: zoom, play, compare, predict, save and open; below them the legend.

import { placeAbove } from "../../controls/box-place.ts";
import { setUse, textButton } from "../../controls/button.ts";
import type { TimelineView } from "../../timeline/timeline.ts";
import { togglePlaying } from "../state/deeds.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { longestOf } from "../state/prediction.ts";
import type { DrawnView } from "./drawing.ts";
import { legend } from "./legend.ts";

/** The speeds at which a run can be played again; 1 is the run's own clock. */
const playSpeeds: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Actions with files. */
export interface FileActions {
  /** The formats in which runs can be saved. */
  readonly choices: () => Promise<readonly { readonly id: string; readonly label: string }[]>;
  /** @param format the id of one of the choices */
  readonly save: (format: string) => void;
  readonly open: () => void;
}

export interface TimelineToolsOptions {
  /** An empty popover. */
  readonly panel: HTMLElement;
  /** The button that opens it. */
  readonly button: HTMLElement;
  readonly timeline: TimelineView;
  readonly store: Store;
  readonly files: FileActions;
}

/** Fills the box, and enables those tools that have something to do. */
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
    // Built on first opening: most boxes are never opened.
    panel.addEventListener("beforetoggle", () => panel.append(...this.#build()), { once: true });
    panel.addEventListener("toggle", ({ newState }) => {
      if (newState !== "open") return;
      placeAbove(this.#options.panel, this.#options.button);
      if (!this.#hasChoices) void this.#addChoices();
    });
    // Starts loading the formats early, so that nothing in the open box moves.
    for (const name of ["pointerenter", "focus"]) {
      button.addEventListener(name, () => void files.choices(), { once: true });
    }
    button.hidden = false;
  }

  /** Updates the tools to the state. */
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

  // If the formats could not be loaded, the next opening of the box tries again.
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

  /** A button that closes the box first, so that the result below it is seen. */
  #tool(text: string, act: () => void): HTMLButtonElement {
    return textButton(text, () => {
      this.#options.panel.hidePopover();
      act();
    });
  }
}

function section(title: string, content: readonly HTMLElement[]): HTMLElement {
  // A div: reveal.js would take a section inside a slide for a slide of its own.
  const element = document.createElement("div");
  element.className = "timeline-tools-part";
  element.append(Object.assign(document.createElement("h3"), { textContent: title }), ...content);
  return element;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
