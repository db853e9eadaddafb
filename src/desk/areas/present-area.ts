// The present slide as the audience sees it. Its panes are mirrors, and what is done in them is done in the deck.

import { Picture } from "../pictures/picture.ts";
import type { Slides } from "../pictures/slides.ts";
import { type Area, areaElement, type DeskView } from "./area.ts";

export class PresentArea implements Area {
  readonly element = areaElement("present", "Present slide");
  readonly picture: Picture;
  readonly #onSlide: () => void;

  /** @param onSlide called when the picture has other panes than before */
  constructor(slides: Slides, onSlide: () => void) {
    this.#onSlide = onSlide;
    this.picture = new Picture(slides, { isLive: true });
    this.element.append(this.picture.element);
  }

  show({ place }: DeskView): void {
    if (this.picture.show(place)) this.#onSlide();
  }
}
