// The head of the desk: the present slide's number and title.

import { type Area, areaElement, type DeskView, part } from "./area.ts";

export class HeadArea implements Area {
  readonly element = areaElement("head", "Place in the talk");
  readonly #number = part("p", "desk-number");
  readonly #title = part("h1", "desk-title");

  constructor() {
    this.element.append(this.#number, this.#title);
  }

  show({ slides, place: { slide, step } }: DeskView): void {
    const steps = slides.steps(slide);
    const told = steps === 0 ? "" : `, step ${step} of ${steps}`;
    this.#number.textContent = `${slides.position(slide)} / ${slides.count}${told}`;
    this.#title.textContent = slides.title(slide);
  }
}
