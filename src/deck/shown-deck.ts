// The deck as another window sees it: where it is, its shape, whether it is black, and its panes.

import type { RevealApi } from "reveal.js";
import type { LivePane } from "../pane/live-pane.ts";
import type { CanvasSize } from "../screen/canvas.ts";
import type { LinkedPlace } from "../screen/slide-address.ts";
import type { CueTurns } from "./cue-turns.ts";
import { fillAround } from "./near-slides.ts";
import { openLinked } from "./pane-links.ts";

/** A place in the talk. */
export interface SlidePlace {
  /** The slide's id. */
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly step: number;
}

/** reveal.js's events after which one of the properties of `ShownDeck` may be different. */
const changes = [
  "slidechanged",
  "fragmentshown",
  "fragmenthidden",
  "paused",
  "resumed",
  "overviewshown",
  "overviewhidden",
] as const;

export class ShownDeck {
  readonly #deck: RevealApi;
  readonly #turns: CueTurns;

  constructor(deck: RevealApi, turns: CueTurns) {
    this.#deck = deck;
    this.#turns = turns;
  }

  get place(): SlidePlace {
    // reveal.js counts from 0 and gives no number for slides without steps.
    const { f: last = -1 }: { f?: number } = this.#deck.getIndices();
    return { slide: this.#deck.getCurrentSlide().id, step: last + 1 };
  }

  get canvas(): CanvasSize {
    const { width, height } = this.#deck.getConfig();
    return { width: Number(width), height: Number(height) };
  }

  get isBlack(): boolean {
    return this.#deck.isPaused();
  }

  /** True while all slides are shown at a glance. */
  get isOverview(): boolean {
    return this.#deck.isOverview();
  }

  /** Shows a place. Does nothing if there is no such slide. */
  go({ slide, step }: SlidePlace): void {
    const index = this.#deck.getHorizontalSlides().findIndex(({ id }) => id === slide);
    if (index >= 0) this.#turns.jump(() => this.#deck.slide(index, 0, step - 1));
  }

  /** Shows the first slide. */
  goToStart(): void {
    this.#deck.slide(0);
  }

  /** Takes an address that a person chose before reveal.js does, and brings a pane to the state that it names. */
  async openLinked(place: LinkedPlace): Promise<void> {
    this.#turns.expectJump(place.slide);
    await openLinked(this.#deck.getHorizontalSlides(), place);
  }

  leaveOverview(): void {
    this.#deck.toggleOverview(false);
  }

  /** Returns a pane of any slide. The content of a far slide is filled in for it. */
  pane(id: string): LivePane | undefined {
    return fillAround(this.#deck.getHorizontalSlides(), id);
  }

  /** Calls `hear` whenever the first slide was left. */
  onLeaveFirst(hear: () => void): void {
    let isFirst = this.#deck.isFirstSlide();
    this.#deck.on("slidechanged", () => {
      const wasFirst = isFirst;
      isFirst = this.#deck.isFirstSlide();
      if (wasFirst && !isFirst) hear();
    });
  }

  /** Calls `hear` after each change of the place, of `canvas`, of `isBlack` and of `isOverview`. */
  onChange(hear: () => void): void {
    for (const change of changes) this.#deck.on(change, hear);
    // reveal.js says nothing of a canvas of another size that has the same scale.
    const slides = this.#deck.getSlidesElement();
    if (slides) new MutationObserver(hear).observe(slides, { attributeFilter: ["style"] });
  }
}
