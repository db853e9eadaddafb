// The buttons of the desk: turn, run, cues, and what the projector looks like.

import { setUse, textButton } from "../../controls/button.ts";
import type { LivePane } from "../../pane/live-pane.ts";
import { buttonKeys } from "../keys/sent-key.ts";
import { type Area, areaElement, type DeskActions, type DeskView, part } from "./area.ts";

export class ToolsArea implements Area {
  readonly element = areaElement("tools", "Tools");
  readonly #run = part("div", "desk-tools-row");
  readonly #cues = part("div", "desk-tools-row");
  readonly #black: HTMLButtonElement;
  readonly #nextCue: HTMLButtonElement;
  readonly #cueBack: HTMLButtonElement;
  #pane: LivePane | undefined;

  constructor({ press }: DeskActions) {
    const act = (label: string, does: (pane: LivePane) => unknown) =>
      textButton(label, () => void (this.#pane && does(this.#pane)));
    this.#black = textButton("Black", () => press(buttonKeys.black));
    this.#nextCue = act("Next cue", (pane) => pane.keys.nextCue());
    this.#cueBack = act("Cue back", (pane) => pane.keys.takeCueBack());
    const [next, run] = [textButton("Next", () => press(buttonKeys.next)), act("Run", (pane) => pane.run())];
    for (const strong of [next, run]) strong.classList.add("desk-strong");
    const turn = part("div", "desk-tools-row");
    turn.append(
      textButton("Back", () => press(buttonKeys.back)),
      next,
    );
    this.#run.append(
      run,
      act("Stop", (pane) => pane.stop()),
      act("Pause", (pane) => pane.togglePause()),
      act("Step", (pane) => pane.step()),
    );
    this.#cues.append(
      this.#cueBack,
      this.#nextCue,
      act("Put right", (pane) => pane.keys.rescue()),
    );
    const look = part("div", "desk-tools-row");
    look.append(
      this.#black,
      textButton("Light / dark", () => press(buttonKeys.theme)),
      labelled("A−", "Smaller code", () => press(buttonKeys.smaller)),
      labelled("A+", "Larger code", () => press(buttonKeys.larger)),
    );
    this.element.append(turn, this.#run, this.#cues, look);
  }

  show({ facts, panes: [pane] }: DeskView): void {
    this.#pane = pane;
    this.#black.setAttribute("aria-pressed", String(facts.isBlack));
    this.#run.hidden = pane === undefined;
    const { count = 0, done = 0, hasNext = false } = pane?.cues.progress ?? {};
    this.#cues.hidden = count === 0;
    setUse(this.#nextCue, hasNext);
    setUse(this.#cueBack, done > 0);
  }
}

function labelled(text: string, label: string, act: () => void): HTMLButtonElement {
  const button = textButton(text, act);
  button.setAttribute("aria-label", label);
  return button;
}
