// The plan of the talk: a button with the minutes that the speaker has, and a box to change them, which says what goes.

import { placeBelow } from "../../controls/box-place.ts";
import { planInWords } from "../pace/plan.ts";
import { lengths } from "../pace/talk-clock.ts";
import { inHalves } from "../pace/words.ts";
import { type DeskView, part, setText } from "./area.ts";

const boxId = "desk-plan";

export class PlanBox {
  readonly button = Object.assign(document.createElement("button"), { type: "button" });
  readonly element = part("div", "desk-plan");
  readonly #field = Object.assign(document.createElement("input"), { type: "number" });
  readonly #text = part("p", "desk-plan-text");

  /** @param choose called with the minutes that the speaker has */
  constructor(choose: (minutes: number) => void) {
    const label = document.createElement("label");
    label.append("Minutes for this talk ", this.#field);
    this.element.append(label, this.#text);
    this.element.id = boxId;
    this.element.popover = "auto";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Plan");
    this.element.addEventListener("toggle", () => placeBelow(this.element, this.button));
    this.button.setAttribute("popovertarget", boxId);
    this.#field.min = String(lengths.shortest);
    this.#field.max = String(lengths.longest);
    this.#field.addEventListener("input", () => {
      if (this.#field.value !== "" && this.#field.validity.valid) choose(this.#field.valueAsNumber);
    });
  }

  show({ plan, slides, facts }: DeskView): void {
    const { length } = facts.clock;
    setText(this.button, `${inHalves(length)} min`);
    this.button.setAttribute("aria-label", `${inHalves(length)} min, the plan`);
    if (document.activeElement !== this.#field) this.#field.value = String(length);
    setText(
      this.#text,
      planInWords(plan, (id) => slides.title(id)),
    );
  }
}
