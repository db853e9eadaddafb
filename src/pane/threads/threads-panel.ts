// The settings box of a pane whose program starts threads: real threads, or threads in turns under a seed.

import { placeBelow } from "../../controls/box-place.ts";
import { textButton } from "../../controls/button.ts";
import { languageIn, paneLinkEvent, partOf } from "../markup/pane-host.ts";
import { isIsolated, startsThreads } from "../runs/threads-here.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { greatestSeed, type ThreadChoice, type ThreadMode } from "../state/settings.ts";
import { anotherSeed, seedIn } from "./seeds.ts";

export interface ThreadsPanelOptions {
  /** The pane's element, filled by pane-template.ts. */
  readonly pane: HTMLElement;
  readonly store: Store;
  /** False in a mirror: its page is not the deck's. */
  readonly canLink: boolean;
}

/** The choices, each with what it means. */
const modes: readonly (readonly [mode: ThreadMode, label: string, meaning: string])[] = [
  ["real", "Real threads", "All at once. The system switches, so each run may come out differently."],
  [
    "in turns",
    "In turns",
    "One at a time. The seed switches, where a thread prints, waits or calls Atomics, so each run comes out the same.",
  ],
];

/** Fills the box, a popover that a button opens. Where the program starts no threads, or has none here, both are hidden. */
export class ThreadsPanel {
  readonly #options: ThreadsPanelOptions;
  readonly #panel: HTMLElement;
  readonly #button: HTMLElement;
  readonly #label: Element;
  readonly #seed = document.createElement("input");
  readonly #radios = new Map<ThreadMode, HTMLInputElement>();

  constructor(options: ThreadsPanelOptions) {
    this.#options = options;
    const { pane, store } = options;
    this.#panel = partOf(pane, "threads-panel");
    this.#button = partOf(pane, "threads");
    this.#label = this.#button.lastElementChild ?? this.#button;
    // Most programs start no threads: their box is built if somebody changes that.
    this.#panel.addEventListener("beforetoggle", () => this.#build(), { once: true });
    this.#panel.addEventListener("toggle", () => placeBelow(this.#panel, this.#button));
    this.#showUse(store.state);
    this.#show(store.state);
    store.listen((event, state, before) => {
      if (state.texts !== before.texts) this.#showUse(state);
      if (state.threads !== before.threads) this.#show(state);
      // The open box would cover the run.
      if (event.kind === "run") this.#panel.hidePopover();
    });
  }

  #build(): void {
    const panel = this.#panel;
    panel.classList.add("threads-box");
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-labelledby", `${panel.id}-heading`);
    const heading = document.createElement("h3");
    Object.assign(heading, { id: `${panel.id}-heading`, textContent: "Threads" });
    const choices = document.createElement("div");
    choices.setAttribute("role", "radiogroup");
    choices.setAttribute("aria-labelledby", heading.id);
    choices.append(...modes.map(([mode, label, meaning]) => this.#choice(mode, label, meaning)));
    panel.append(heading, choices, this.#seedRow(), this.#buttons());
    this.#show(this.#options.store.state);
  }

  #choice(mode: ThreadMode, label: string, meaning: string): HTMLElement {
    const [row, input, text] = [
      document.createElement("div"),
      document.createElement("input"),
      document.createElement("label"),
    ];
    const id = `${this.#panel.id}-${mode.replace(" ", "-")}`;
    Object.assign(input, { type: "radio", name: `${this.#panel.id}-mode`, id });
    input.setAttribute("aria-describedby", `${id}-meaning`);
    input.addEventListener("change", () => this.#choose({ mode }));
    Object.assign(text, { htmlFor: id, textContent: label });
    const note = Object.assign(document.createElement("p"), { id: `${id}-meaning`, textContent: meaning });
    row.append(input, text, note);
    this.#radios.set(mode, input);
    return row;
  }

  #seedRow(): HTMLElement {
    const row = document.createElement("label");
    row.className = "threads-seed";
    // No number field: a wheel over it would change the seed.
    Object.assign(this.#seed, { type: "text", inputMode: "numeric", autocomplete: "off", name: "turns" });
    this.#seed.maxLength = String(greatestSeed).length;
    this.#seed.addEventListener("input", () => {
      const seed = seedIn(this.#seed.value);
      if (seed !== undefined) this.#choose({ mode: "in turns", seed });
    });
    // What is no seed has changed nothing: the present one is shown again.
    this.#seed.addEventListener("blur", () => this.#show(this.#options.store.state));
    row.append("Seed", this.#seed);
    return row;
  }

  #buttons(): HTMLElement {
    const { pane, store, canLink } = this.#options;
    const row = document.createElement("div");
    const run = () => store.send({ kind: "run" });
    row.append(
      textButton("Run again", run),
      textButton("Another seed", () => {
        this.#choose({ mode: "in turns", seed: anotherSeed(store.state.threads.seed) });
        run();
      }),
    );
    const link = () => pane.dispatchEvent(new Event(paneLinkEvent, { bubbles: true }));
    // A file has no address that leads others to it.
    if (canLink && location.protocol !== "file:") row.append(textButton("Copy link", link));
    return row;
  }

  #choose(change: Partial<ThreadChoice>): void {
    const { state, send } = this.#options.store;
    send({ kind: "threads", threads: { ...state.threads, ...change } });
  }

  /** Without threads in this page the choice has no effect (src/pane/output/threads-bar.ts). */
  #showUse(state: PaneState): void {
    this.#button.hidden = !isIsolated() || !startsThreads(state, languageIn(this.#options.pane));
    if (this.#button.hidden) this.#panel.hidePopover();
  }

  #show({ threads: { mode, seed } }: PaneState): void {
    for (const [each, input] of this.#radios) input.checked = each === mode;
    if (seedIn(this.#seed.value) !== seed) this.#seed.value = String(seed);
    const isReal = mode === "real";
    this.#label.textContent = isReal ? "real" : `seed ${seed}`;
    const name = isReal ? "Threads: real" : `Threads: seed ${seed}, in turns`;
    this.#button.title = name;
    this.#button.setAttribute("aria-label", name);
  }
}
