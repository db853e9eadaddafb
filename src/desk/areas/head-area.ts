// The head of the desk: the present slide's number and title, and how the projector differs from what the desk shows.

import { type Area, areaElement, type DeskView, part } from "./area.ts";

export class HeadArea implements Area {
  readonly element = areaElement("head", "Place in the talk");
  readonly #number = part("p", "desk-number");
  readonly #title = part("h1", "desk-title");
  readonly #difference = part("p", "desk-difference");

  constructor() {
    this.#difference.setAttribute("role", "status");
    this.element.append(this.#number, this.#title, this.#difference);
  }

  show(view: DeskView): void {
    const { slide, step } = view.place;
    const { slides, facts, isFrozen } = view;
    const steps = slides.steps(slide);
    const told = steps === 0 ? "" : `, step ${step} of ${steps}`;
    this.#number.textContent = `${slides.position(slide)} / ${slides.count}${told}`;
    this.#title.textContent = slides.title(slide);
    const difference = differenceIn(view);
    if (this.#difference.textContent !== difference) this.#difference.textContent = difference;
    document.documentElement.classList.toggle("is-elsewhere", facts.isBlack || isFrozen);
  }
}

/** Returns a sentence that says how the projector differs from the picture; "" if it does not. */
function differenceIn({ slides, facts, isFrozen }: DeskView): string {
  if (facts.isBlack) return "The projector is black";
  if (facts.isOverview) return "The projector shows all slides";
  return isFrozen ? `The projector stays on ${slides.position(facts.place.slide)}` : "";
}
