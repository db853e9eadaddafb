// Prepares the slides near the present one while nobody waits for them: fills in their content, composes their panes
// and opens their editors. Puts away the slides that are far. A turn itself does none of this.

import type { RevealApi } from "reveal.js";
import { LivePane } from "../pane/live-pane.ts";
import { fillIn, isDeferred, readable, takeOut } from "../screen/deferred.ts";
import { idle } from "../screen/idle.ts";
import { framePainted } from "../screen/painted.ts";
import { attempt, type Step } from "./start-order.ts";

/** In milliseconds: longer than a slide fades. A hidden window reports no end of a transition. */
export const longestTurn = 600;

/** In milliseconds: the rest after a turn, in which the eye still follows it and the next one may begin. */
const rest = 150;

/** The class of elements whose animations are paused. */
const still = "is-still";

/** Returns the panes of a slide or of the page. */
export function panesOf(part: Element | undefined): LivePane[] {
  return [...(part?.querySelectorAll("live-pane") ?? [])].filter((element) => element instanceof LivePane);
}

/** Puts the content of a slide and of its panes in its place. */
function fillSlide(slide: Element): void {
  if (isDeferred(slide)) {
    fillIn(slide);
    // reveal.js shows the steps of earlier slides, but it could not find these.
    if (slide.matches(".past"))
      for (const step of slide.querySelectorAll(".fragment")) step.classList.add("visible");
  }
  for (const pane of panesOf(slide)) fillIn(pane);
}

/** Fills all slides, for views that show more than one. */
export function fillAllSlides(): void {
  for (const slide of document.querySelectorAll(".slides > section")) fillSlide(slide);
}

/**
 * Returns the pane with this id. If its slide is far, fills in the slide.
 * @param slides the sections of all slides
 */
export function fillAround(slides: readonly Element[], id: string): LivePane | undefined {
  const find = () => slides.flatMap(panesOf).find((pane) => pane.id === id);
  // Asked for each key that is typed at the desk, and reading the slides that are far takes 25 ms.
  const near = find();
  if (near) return near;
  for (const slide of slides) {
    if (isDeferred(slide) && readable(slide).querySelector(`live-pane[id="${CSS.escape(id)}"]`))
      fillSlide(slide);
  }
  return find();
}

/** Returns the first pane of a slide. If the slide is far, fills it in. */
export function fillPane(slide: Element): LivePane | undefined {
  fillSlide(slide);
  return panesOf(slide)[0];
}

/** The slides of a deck of which only those near the present one are filled in and have editors. */
export class NearSlides {
  readonly #deck: RevealApi;
  /** Counts the turns: the preparation for an earlier one breaks off. */
  #turn = 0;

  /** Create this before the deck is initialized, so that the first slide is filled in, too. */
  constructor(deck: RevealApi) {
    this.#deck = deck;
    deck.on("beforeslidechange", (event) => {
      const slides = this.#slides;
      // The address may name no slide of the deck.
      const slide = slides["indexh" in event ? Math.min(Number(event.indexh), slides.length - 1) : 0];
      if (slide) {
        fillSlide(slide);
        move(slide);
      }
    });
    deck.on("overviewshown", fillAllSlides);
  }

  /** Prepares the slides near the present one after each turn from now on. */
  follow(): void {
    document.querySelector(".reveal")?.classList.add("is-turned");
    const prepare = () => void this.#prepareAfter(this.#turnEnded());
    this.#deck.on("slidechanged", prepare);
    this.#deck.on("overviewhidden", prepare);
  }

  /** Prepares the slides near the present one now. Resolves when they are ready, or when a slide was turned. */
  prepare(): Promise<void> {
    return this.#prepareAfter(Promise.resolve());
  }

  get #slides(): readonly HTMLElement[] {
    return this.#deck.getHorizontalSlides();
  }

  async #prepareAfter(start: Promise<unknown>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    // Panes of slides that were turned to too fast to be ready. Their buttons must work.
    await framePainted();
    for (const pane of panesOf(this.#deck.getCurrentSlide())) pane.compose();
    await start;
    for (const step of this.#steps()) {
      await idle();
      if (turn !== this.#turn) return;
      await attempt(step);
    }
  }

  /** The work in pieces, the most urgent first. */
  *#steps(): Generator<Step> {
    const current = this.#deck.getIndices().h;
    const slides = this.#slides;
    // The neighbours too, so that their editors are ready in time. The next slide is the likelier one.
    const awake = [current, current + 1, current - 1].flatMap((index) => slides[index] ?? []);
    // First, because they give back their editors. The overview shows all slides.
    if (!this.#deck.isOverview())
      yield () => slides.filter((slide) => !awake.includes(slide)).forEach(putAway);
    for (const slide of awake) {
      yield () => {
        fillSlide(slide);
        slide.classList.add("is-near");
        if (slide === slides[current]) move(slide);
        else keepStill(slide);
      };
      for (const pane of panesOf(slide)) {
        yield () => pane.compose();
        yield () => pane.wake();
      }
    }
    for (const pane of awake.flatMap(panesOf)) yield () => pane.prepare();
  }

  #turnEnded(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#deck.off("slidetransitionend", end);
        setTimeout(resolve, rest);
      };
      const timer = setTimeout(end, longestTurn);
      this.#deck.on("slidetransitionend", end);
    });
  }
}

/**
 * Pauses the animations of a slide. Only what moves gets the class: a turn computes the style of all elements that lose
 * it, and with one class for the slide that was the whole of it.
 */
function keepStill(slide: Element): void {
  for (const { effect } of slide.getAnimations({ subtree: true })) {
    if (effect instanceof KeyframeEffect && effect.target !== slide) effect.target?.classList.add(still);
  }
}

/** Lets the animations of a slide go on. */
function move(slide: Element): void {
  for (const element of slide.querySelectorAll(`.${still}`)) element.classList.remove(still);
}

/** Takes the content of a slide out of the document, except for panes in which something happened. */
function putAway(slide: Element): void {
  if (isDeferred(slide)) return;
  slide.classList.remove("is-near");
  move(slide);
  const panes = panesOf(slide);
  for (const pane of panes) pane.sleep();
  const stays = panes.filter((pane) => !pane.putAway());
  if (stays.length === 0) takeOut(slide);
}
