// The next cue of the present slide in words.

import { type Area, areaElement, type DeskView, part } from "./area.ts";

export class CueArea implements Area {
  readonly element = areaElement("cue", "Next cue");
  readonly #heading = part("h2", "desk-heading");
  readonly #text = part("p", "desk-cue-text");

  constructor() {
    this.element.append(this.#heading, this.#text);
  }

  show({ panes }: DeskView): void {
    const { list = [], progress } = panes[0]?.cues ?? {};
    const { done = 0 } = progress ?? {};
    this.element.hidden = list.length === 0;
    this.#tell(this.#heading, `Next cue (X): ${done} of ${list.length} played`);
    this.#tell(this.#text, list[done]?.note ?? "All cues of this slide are played.");
  }

  #tell(element: HTMLElement, text: string): void {
    if (element.textContent !== text) element.textContent = text;
  }
}
