// The buttons of the desk: turn, run, cues, and what the projector shows.

import { setUse, textButton } from "../../controls/button.ts";
import type { LivePane } from "../../pane/live-pane.ts";
import { buttonKeys } from "../keys/sent-key.ts";
import { type Area, areaElement, type DeskActions, type DeskView, part } from "./area.ts";

export class ToolsArea implements Area {
  readonly element = areaElement("tools", "Tools");
  readonly #actions: DeskActions;
  readonly #thaw = part("div", "desk-tools-row desk-thaw");
  readonly #run = part("div", "desk-tools-row");
  readonly #cues = part("div", "desk-tools-row");
  readonly #black: HTMLButtonElement;
  readonly #freeze: HTMLButtonElement;
  readonly #nextCue = this.#onPane("Next cue", (pane) => pane.keys.nextCue());
  readonly #cueBack = this.#onPane("Cue back", (pane) => pane.keys.takeCueBack());
  #pane: LivePane | undefined;

  constructor(actions: DeskActions) {
    this.#actions = actions;
    this.#black = textButton("Black", () => actions.press(buttonKeys.black));
    this.#freeze = textButton("Freeze", actions.freeze);
    this.#build();
  }

  show({ facts, isFrozen, panes: [pane] }: DeskView): void {
    this.#pane = pane;
    this.#black.setAttribute("aria-pressed", String(facts.isBlack));
    this.#freeze.hidden = isFrozen;
    this.#thaw.hidden = !isFrozen;
    this.#run.hidden = pane === undefined;
    const { count = 0, done = 0, hasNext = false } = pane?.cues.progress ?? {};
    this.#cues.hidden = count === 0;
    setUse(this.#nextCue, hasNext);
    setUse(this.#cueBack, done > 0);
  }

  #build(): void {
    const { press, turn, openMenu, showThis, goBack } = this.#actions;
    const turns = part("div", "desk-tools-row");
    const look = part("div", "desk-tools-row");
    turns.append(
      textButton("Back", () => turn("back")),
      textButton("Slides", openMenu),
      strong(textButton("Next", () => turn("next"))),
    );
    this.#run.append(
      strong(this.#onPane("Run", (pane) => pane.run())),
      this.#onPane("Stop", (pane) => pane.stop()),
      this.#onPane("Pause", (pane) => pane.togglePause()),
      this.#onPane("Step", (pane) => pane.step()),
    );
    const rescue = this.#onPane("Put right", (pane) => pane.keys.rescue());
    this.#cues.append(this.#cueBack, rescue, this.#nextCue);
    look.append(
      this.#black,
      this.#freeze,
      textButton("Theme", () => press(buttonKeys.theme)),
      labelled("A−", "A−, smaller code", () => press(buttonKeys.smaller)),
      labelled("A+", "A+, larger code", () => press(buttonKeys.larger)),
    );
    this.#thaw.append(
      strong(textButton("Show this slide", showThis)),
      textButton("Back to the projector", goBack),
    );
    this.element.append(this.#thaw, turns, this.#run, this.#cues, look);
    // A button that was clicked does not keep the focus: Space then still turns, and Enter presses nothing twice.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** A button that does something with the pane of the present slide. */
  #onPane(label: string, does: (pane: LivePane) => unknown): HTMLButtonElement {
    return textButton(label, () => void (this.#pane && does(this.#pane)));
  }
}

function strong(button: HTMLButtonElement): HTMLButtonElement {
  button.classList.add("desk-strong");
  return button;
}

function labelled(text: string, label: string, act: () => void): HTMLButtonElement {
  const button = textButton(text, act);
  button.setAttribute("aria-label", label);
  return button;
}
