// The next step or slide, as a small picture.

import { isDroppedIn } from "../pace/plan.ts";
import { Picture } from "../pictures/picture.ts";
import type { Slides } from "../pictures/slides.ts";
import { type Area, areaElement, type DeskView, isCueNext, part, setText } from "./area.ts";

export class NextArea implements Area {
  readonly element = areaElement("next", "Next");
  readonly #picture: Picture;
  readonly #heading = part("h2", "desk-heading");

  constructor(slides: Slides) {
    this.#picture = new Picture(slides, { isLive: false });
    this.element.append(this.#heading, this.#picture.element);
  }

  show(view: DeskView): void {
    const { slides, place, plan } = view;
    const next = slides.after(place);
    this.#picture.show(next);
    this.#picture.element.hidden = next === undefined;
    const isDropped = next !== undefined && next.slide !== place.slide && isDroppedIn(plan, next.slide);
    const told = describe(slides, place.slide, next?.slide);
    const after = isCueNext(view) ? told.replace("Next:", "After the cues:") : told;
    setText(this.#heading, isDropped ? `${after} (dropped in your plan)` : after);
  }
}

function describe(slides: Slides, present: string, next: string | undefined): string {
  if (next === undefined) return "Next: the end of the talk";
  return next === present ? "Next: a step on this slide" : `Next: ${slides.title(next)}`;
}
