// A picture of a slide: a copy of its markup at a step, scaled to the width of its place.

import type { SlidePlace } from "../../deck/shown-deck.ts";
import { LivePane } from "../../pane/live-pane.ts";
import type { Slides } from "./slides.ts";
import { showSteps, stepsOf } from "./steps.ts";

export class Picture {
  /** As wide as its place. Its height follows. */
  readonly element = document.createElement("div");
  readonly #slides: Slides;
  readonly #stage = document.createElement("div");
  /** True if the picture's panes show those of the deck. */
  readonly #isLive: boolean;
  #slide: HTMLElement | undefined;

  constructor(slides: Slides, { isLive }: { readonly isLive: boolean }) {
    this.#slides = slides;
    this.#isLive = isLive;
    this.element.className = "desk-picture";
    // The classes of the deck's own stage, so that the style sheets of the slides apply.
    const reveal = Object.assign(document.createElement("div"), { className: "reveal ready" });
    this.#stage.className = "slides";
    reveal.append(this.#stage);
    this.element.append(reveal);
    if (!isLive) {
      this.element.inert = true;
      this.element.setAttribute("aria-hidden", "true");
    }
  }

  /**
   * Shows a place of the talk; `undefined` shows nothing.
   * @returns true if the slide is another one than before
   */
  show(place: SlidePlace | undefined): boolean {
    const isOther = place?.slide !== this.#slide?.id;
    if (isOther) this.#replace(place);
    if (this.#slide) showSteps(stepsOf([...this.#slide.querySelectorAll(".fragment")]), place?.step ?? 0);
    return isOther;
  }

  /** The box of the slide, in the deck's units. */
  get stage(): HTMLElement {
    return this.#stage;
  }

  /** The panes of the picture. */
  get panes(): LivePane[] {
    const found = this.#slide?.querySelectorAll("live-pane") ?? [];
    return [...found].filter((element) => element instanceof LivePane);
  }

  #replace(place: SlidePlace | undefined): void {
    this.#slide = place && this.#slides.copy(place.slide);
    if (this.#slide) {
      this.#slide.classList.add("present");
      for (const pane of this.#slide.querySelectorAll("live-pane")) pane.setAttribute("mirror", "");
    }
    this.#stage.replaceChildren(...(this.#slide ? [this.#slide] : []));
    if (this.#isLive) for (const pane of this.panes) pane.compose();
  }
}
