// The next cue of the present slide in words: what it does, and what there will be to notice.

import { noteNodes } from "../../pane/cueing/cue-bar.ts";
import { type Area, areaElement, type DeskView, isCueNext, part, setText } from "./area.ts";
import { cueInWords } from "./cue-words.ts";

export class CueArea implements Area {
  readonly element = areaElement("cue", "Next cue");
  readonly #heading = part("h2", "desk-heading");
  readonly #does = part("p", "desk-cue-does");
  readonly #note = part("p", "desk-cue-text");
  /** What is shown, to change the page only if it is something else. */
  #shown = "";

  constructor() {
    this.element.append(this.#heading, this.#does, this.#note);
  }

  show(view: DeskView): void {
    const { panes } = view;
    const { list = [], progress } = panes[0]?.cues ?? {};
    const { done = 0 } = progress ?? {};
    const next = list[done];
    this.element.hidden = list.length === 0;
    setText(this.#heading, `Next cue (${isCueNext(view) ? "→" : "X"}): ${done} of ${list.length} played`);
    this.#tell(next ? cueInWords(next) : "All cues of this slide are played.", next?.note ?? "");
  }

  #tell(does: string, note: string): void {
    const told = `${does}\n${note}`;
    if (told === this.#shown) return;
    this.#shown = told;
    this.#does.replaceChildren(...noteNodes(does));
    this.#note.replaceChildren(...noteNodes(note));
  }
}
