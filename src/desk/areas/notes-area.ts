// The speaker notes of the present slide.

import { type Area, areaElement, type DeskView, part } from "./area.ts";

export class NotesArea implements Area {
  readonly element = areaElement("notes", "Notes");
  readonly #text = part("div", "desk-notes-text");
  #slide: string | undefined;

  constructor() {
    // A group that scrolls keeps the arrow keys (src/deck/key-owner.ts).
    this.#text.setAttribute("role", "group");
    this.#text.setAttribute("aria-label", "Notes of this slide");
    this.#text.tabIndex = 0;
    this.element.append(this.#text);
  }

  show({ slides, place }: DeskView): void {
    if (place.slide === this.#slide) return;
    this.#slide = place.slide;
    const notes = slides.notes(place.slide);
    this.#text.replaceChildren(...(notes.length > 0 ? notes : [part("p", "", "This slide has no notes.")]));
    this.#text.scrollTop = 0;
  }
}
