// The slides of the talk as the desk has them: taken out of the page, and copied for each picture.

import { notesOf, sections, titleOf } from "../../deck/menu/slide-list.ts";
import type { SlidePlace } from "../../deck/shown-deck.ts";
import { readable } from "../../screen/deferred.ts";
import type { SlideTime } from "../pace/slide-time.ts";
import { stepsOf } from "./steps.ts";

/** What the desk asks about a slide again and again. */
interface SlideFacts {
  readonly title: string;
  /** The number of its steps. */
  readonly steps: number;
}

export class Slides {
  /** The sections of the slides, in order. */
  readonly sections: readonly HTMLElement[];
  /** By the slide's id. To find them, the slide is copied. */
  readonly #facts = new Map<string, SlideFacts>();

  /** Takes the slides out of the page. Call this before the custom elements in them are defined. */
  constructor() {
    this.sections = sections();
    document.querySelector(".reveal")?.remove();
  }

  get count(): number {
    return this.sections.length;
  }

  /** The times of the slides whose notes name one (src/build/slides/times.ts). */
  get times(): SlideTime[] {
    return this.sections.flatMap(({ id, dataset: { number, minutes, drop } }) => {
      if (minutes === undefined) return [];
      return {
        id,
        number: Number(number),
        minutes: Number(minutes),
        drop: drop === undefined ? drop : Number(drop),
      };
    });
  }

  /** Returns the position of a slide, from 1; 0 if there is no such slide. */
  position(id: string): number {
    return this.sections.findIndex((section) => section.id === id) + 1;
  }

  /** Returns a new copy of a slide with all of its content, or an empty slide if there is none. */
  copy(id: string): HTMLElement {
    const section = this.#find(id);
    if (!section) return document.createElement("section");
    return document.importNode(readable(section), true) as HTMLElement;
  }

  title(id: string): string {
    return this.#factsOf(id).title;
  }

  /** Returns copies of the elements of a slide's notes. */
  notes(id: string): Element[] {
    const section = this.#find(id);
    const notes = section && notesOf(readable(section));
    return [...(notes?.children ?? [])].map((child) => document.importNode(child, true));
  }

  /** Returns the number of steps of a slide. */
  steps(id: string): number {
    return this.#factsOf(id).steps;
  }

  /** Returns the next step or slide; `undefined` at the end of the talk. */
  after({ slide, step }: SlidePlace): SlidePlace | undefined {
    if (step < this.steps(slide)) return { slide, step: step + 1 };
    const next = this.sections[this.position(slide)];
    return next && { slide: next.id, step: 0 };
  }

  /** Returns the step or slide before; `undefined` at the beginning of the talk. */
  before({ slide, step }: SlidePlace): SlidePlace | undefined {
    if (step > 0) return { slide, step: step - 1 };
    const last = this.sections[this.position(slide) - 2];
    return last && { slide: last.id, step: this.steps(last.id) };
  }

  #factsOf(id: string): SlideFacts {
    const section = this.#find(id);
    const known = this.#facts.get(id) ?? (section ? factsIn(readable(section)) : { title: "", steps: 0 });
    this.#facts.set(id, known);
    return known;
  }

  #find(id: string): HTMLElement | undefined {
    return this.sections.find((section) => section.id === id);
  }
}

function factsIn(slide: Element): SlideFacts {
  return { title: titleOf(slide), steps: stepsOf([...slide.querySelectorAll(".fragment")]).length };
}
