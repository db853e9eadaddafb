// Takes work out of reveal.js's turn of a slide that can be done after it: making slides inert, and the backgrounds.

import type { RevealApi } from "reveal.js";
import { framePainted } from "../screen/painted.ts";
import { longestTurn } from "./near-slides.ts";

/**
 * Makes slides inert after a turn instead of in it. The browser then computes the style of all their elements, which
 * takes 3 ms for a slide with an editor, and reveal.js waits for it. Keys and the pointer find slides as they should be.
 */
export function makeInertLater(slides: readonly Element[]): void {
  const late = new LateInert();
  for (const slide of slides) {
    // reveal.js has no option for it, and calls this method on each slide in each turn.
    slide.toggleAttribute = (name, force) => {
      if (name !== "inert" || force === undefined)
        return Element.prototype.toggleAttribute.call(slide, name, force);
      late.set(slide, force);
      return force;
    };
  }
}

class LateInert {
  readonly #wanted = new Map<Element, boolean>();
  #isExpected = false;
  #timer = 0;

  constructor() {
    const finish = () => this.#apply();
    for (const kind of ["keydown", "pointerdown", "touchstart"]) {
      addEventListener(kind, finish, { capture: true, passive: true });
    }
  }

  set(slide: Element, isInert: boolean): void {
    if (slide.hasAttribute("inert") === isInert) this.#wanted.delete(slide);
    else this.#wanted.set(slide, isInert);
    if (this.#isExpected || this.#wanted.size === 0) return;
    this.#isExpected = true;
    void this.#applyLater();
  }

  /** What is shown can be used from the first frame on. What fades out is dealt with when it is gone. */
  async #applyLater(): Promise<void> {
    await framePainted();
    this.#isExpected = false;
    this.#apply(false);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#apply(), longestTurn);
  }

  /** @param only which slides: those that are to be inert (true), those that are not (false); all if it is left out */
  #apply(only?: boolean): void {
    for (const [slide, isInert] of this.#wanted) {
      if (only !== undefined && isInert !== only) continue;
      this.#wanted.delete(slide);
      if (isInert) slide.setAttribute("inert", "");
      else slide.removeAttribute("inert");
    }
  }
}

/**
 * Takes the backgrounds of reveal.js out of the document if no slide has one, except in the overview, which frames
 * them. reveal.js changes the classes of all of them in each turn: 3 ms for 60 slides.
 */
export function keepBackgroundsOut(deck: RevealApi): void {
  const backgrounds = document.querySelector(".reveal > .backgrounds");
  if (!backgrounds || deck.getSlides().some(hasBackground)) return;
  const place = document.createComment("backgrounds");
  const takeOut = () => backgrounds.replaceWith(place);
  deck.on("overviewshown", () => place.replaceWith(backgrounds));
  deck.on("overviewhidden", takeOut);
  if (!deck.isOverview()) takeOut();
}

function hasBackground(slide: Element): boolean {
  return slide.getAttributeNames().some((name) => name.startsWith("data-background"));
}
