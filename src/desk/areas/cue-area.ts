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
    const { notes, done } = panes[0]?.cues ?? { notes: [], done: 0 };
    this.element.hidden = notes.length === 0;
    this.#tell(this.#heading, `Next cue (X): ${done} of ${notes.length} played`);
    this.#tell(this.#text, notes[done] ?? "All cues of this slide are played.");
  }

  #tell(element: HTMLElement, text: string): void {
    if (element.textContent !== text) element.textContent = text;
  }
}
