// The speaker notes of the present slide, with the part for the present step marked.

import { type Area, areaElement, type DeskView, part } from "./area.ts";
import { type StepRange, stepRanges } from "./note-steps.ts";

/** A paragraph or an item of the notes. */
interface Block extends StepRange {
  readonly element: Element;
}

export class NotesArea implements Area {
  readonly element = areaElement("notes", "Notes");
  readonly #text = part("div", "desk-notes-text");
  #slide: string | undefined;
  #step = 0;
  #blocks: readonly Block[] = [];

  constructor() {
    // A group that scrolls keeps the arrow keys (src/deck/key-owner.ts).
    this.#text.setAttribute("role", "group");
    this.#text.setAttribute("aria-label", "Notes of this slide");
    this.#text.tabIndex = 0;
    this.element.append(this.#text);
  }

  show({ slides, place: { slide, step } }: DeskView): void {
    const isNew = slide !== this.#slide;
    if (!isNew && step === this.#step) return;
    [this.#slide, this.#step] = [slide, step];
    if (isNew) this.#fill(slides.notes(slide));
    this.#mark(step);
  }

  #fill(notes: readonly Element[]): void {
    this.#text.replaceChildren(...(notes.length > 0 ? notes : [part("p", "", "This slide has no notes.")]));
    this.#text.scrollTop = 0;
    const elements = blocksIn(notes);
    const ranges = stepRanges(elements.map(({ textContent }) => textContent));
    // Notes that name no step belong to all of the slide, and nothing in them is marked.
    const hasSteps = ranges.some(({ from }) => from > 0);
    this.#blocks = hasSteps ? ranges.flatMap((range, index) => withElement(range, elements[index])) : [];
  }

  #mark(step: number): void {
    const present = this.#blocks.filter(({ element, from, to }) => {
      const isPresent = from <= step && step <= to;
      element.classList.toggle("is-present", isPresent);
      return isPresent;
    });
    if (present[0]) this.#scrollTo(present[0].element);
  }

  /** Leaves a line above the element. `scrollIntoView` would also scroll the desk, in a narrow window. */
  #scrollTo(element: Element): void {
    const line = Number.parseFloat(getComputedStyle(this.#text).lineHeight);
    const distance = element.getBoundingClientRect().top - this.#text.getBoundingClientRect().top;
    this.#text.scrollTop += distance - line;
  }
}

function withElement(range: StepRange, element: Element | undefined): Block[] {
  return element ? [{ ...range, element }] : [];
}

/** Returns the paragraphs and the items of lists, in order. */
function blocksIn(notes: readonly Element[]): Element[] {
  return notes.flatMap((element) => (element.matches("ul, ol") ? [...element.children] : [element]));
}
