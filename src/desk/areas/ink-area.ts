// Pointing and drawing on the picture of the present slide. The projector shows the same, and the other way round.

import { Ink } from "../../ink/ink.ts";
import type { InkEvent, Page } from "../../ink/state/ink-event.ts";
import { noInk, pageOf } from "../../ink/state/ink-state.ts";
import { InkStore } from "../../ink/state/ink-store.ts";
import { isUpright } from "../../screen/canvas.ts";
import { type Area, areaElement, type DeskView } from "./area.ts";

export class InkArea implements Area {
  readonly element = areaElement("ink", "Pointing and drawing");
  readonly ink: Ink;
  #page: Page = "";
  #isFrozen = false;

  /**
   * @param picture the box of the slides in the picture
   * @param pass takes what is done here to the deck, which tells it back
   */
  constructor(picture: HTMLElement, pass: (event: InkEvent) => void) {
    const store = new InkStore(noInk, (event) => {
      // The projector stands still, maybe at another slide.
      if (event.kind !== "point" || !this.#isFrozen) pass(event);
    });
    this.ink = new Ink(store, { slides: picture, page: () => this.#page, bar: this.element });
  }

  /** Applies what the deck tells. */
  hear(event: InkEvent): void {
    this.ink.store.follow(event);
  }

  show({ place, facts, isFrozen }: DeskView): void {
    this.#isFrozen = isFrozen;
    const page = pageOf(place.slide, isUpright(facts.canvas));
    if (page === this.#page) return;
    this.#page = page;
    this.ink.show();
  }
}
