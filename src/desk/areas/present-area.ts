// The present slide as the audience sees it. Its panes are mirrors, and what is done in them is done in the deck.

import { Picture } from "../pictures/picture.ts";
import type { Slides } from "../pictures/slides.ts";
import { type Area, areaElement, type DeskView, part } from "./area.ts";

export class PresentArea implements Area {
  readonly element = areaElement("present", "Present slide");
  readonly picture: Picture;
  readonly #cover = part("p", "desk-cover");
  readonly #onSlide: () => void;

  /** @param onSlide called when the picture has other panes than before */
  constructor(slides: Slides, onSlide: () => void) {
    this.#onSlide = onSlide;
    this.picture = new Picture(slides, { isLive: true });
    this.#cover.setAttribute("role", "status");
    this.element.append(this.picture.element, this.#cover);
  }

  show(view: DeskView): void {
    if (this.picture.show(view.place)) this.#onSlide();
    const told = difference(view);
    if (this.#cover.textContent !== told) this.#cover.textContent = told;
  }
}

/** Returns a sentence that says how the projector differs from the picture; "" if it does not. */
function difference({ slides, facts, isFrozen }: DeskView): string {
  if (facts.isBlack) return "The projector is black";
  if (facts.isOverview) return "The projector shows all slides";
  return isFrozen ? `The projector is frozen on: ${slides.title(facts.place.slide)}` : "";
}
