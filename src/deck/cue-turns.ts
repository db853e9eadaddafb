// Plays the cues of a slide's pane as steps of the slide, if the setting "Cues with →" is on: next plays them before it
// leaves the slide, previous takes them back.

import type { RevealApi } from "reveal.js";
import type { LivePane } from "../pane/live-pane.ts";
import { cuesAreSteps } from "../screen/settings.ts";
import { panesOf } from "./near-slides.ts";

export type Turn = "next" | "previous";

type Deck = Pick<
  RevealApi,
  "getCurrentSlide" | "getIndices" | "isOverview" | "isPaused" | "next" | "on" | "prev"
>;

export class CueTurns {
  readonly #deck: Deck;
  #isJump = false;
  /** The slide that an address leads to. */
  #named: string | undefined;

  constructor(deck: Deck) {
    this.#deck = deck;
    this.#followTurns();
  }

  /**
   * Plays the next cue of the present slide, or takes the last one back. A cue that is being typed is completed.
   * @param isHeld true for the repeats of a key that is held down: they play nothing
   * @returns false if there is no such cue, or a step of the slide comes first: reveal.js is to turn
   */
  take(turn: Turn, isHeld = false): boolean {
    const pane = this.#paneFor(turn);
    if (!pane) return false;
    if (isHeld) return true;
    if (turn === "next") pane.cues.next();
    else pane.cues.back();
    return true;
  }

  /** Plays a cue or takes it back, or turns to the next or previous step or slide. */
  turn(turn: Turn): void {
    if (this.take(turn)) return;
    if (turn === "next") this.#deck.next();
    else this.#deck.prev();
  }

  /** Goes to a place, of which no slide is a neighbour that was turned to. */
  jump(go: () => void): void {
    this.#isJump = true;
    go();
    this.#isJump = false;
  }

  /** Says that an address leads to a slide, which reveal.js is going to show: a jump, too, if it is a neighbour. */
  expectJump(slide: string): void {
    if (slide !== this.#deck.getCurrentSlide().id) this.#named = slide;
  }

  #paneFor(turn: Turn): LivePane | undefined {
    if (!cuesAreSteps() || this.#deck.isOverview() || this.#deck.isPaused()) return undefined;
    return cuePane(this.#deck.getCurrentSlide(), turn);
  }

  /**
   * Treats cues as reveal.js treats steps when a neighbouring slide is turned to: forwards they begin, backwards they
   * have all been played. Jumps leave them as they are, and so does a program that somebody has changed by hand.
   */
  #followTurns(): void {
    let before = this.#deck.getIndices().h;
    this.#deck.on("slidechanged", () => {
      const { h } = this.#deck.getIndices();
      const way = h - before;
      before = h;
      const isNamed = this.#named === this.#deck.getCurrentSlide().id;
      this.#named = undefined;
      if (this.#isJump || isNamed || Math.abs(way) !== 1 || !cuesAreSteps()) return;
      for (const pane of panesOf(this.#deck.getCurrentSlide())) enter(pane, way > 0 ? "next" : "previous");
    });
  }
}

/** Returns the pane of a slide whose cue is the next step in this direction, if cues are steps. */
export function cuePane(slide: Element, turn: Turn): LivePane | undefined {
  const panes = panesOf(slide);
  const pane =
    turn === "next"
      ? panes.find(({ cues }) => cues.progress.hasNext)
      : panes.findLast(({ cues }) => cues.progress.done > 0);
  const step = stepOf(slide, turn);
  return pane && step && comesFirst(step, pane, turn) ? undefined : pane;
}

function enter({ cues }: LivePane, turn: Turn): void {
  const { done, count, isChangedByHand } = cues.progress;
  if (isChangedByHand) return;
  if (turn === "next" && done > 0) cues.startOver();
  if (turn === "previous" && done < count) cues.toEnd();
}

/** Returns a part of the slide's step that would be shown next, or of the one that was shown last. */
function stepOf(slide: Element, turn: Turn): Element | undefined {
  const isShown = turn === "previous" ? ".visible" : ":not(.visible)";
  const parts = [...slide.querySelectorAll<HTMLElement>(`.fragment:not(.disabled)${isShown}`)];
  const sorted = parts.toSorted((a, b) => numberOf(a) - numberOf(b));
  return turn === "next" ? sorted[0] : sorted.at(-1);
}

/** Returns the number of the step, which reveal.js gives to those without one. Before that they come last. */
function numberOf({ dataset }: HTMLElement): number {
  return Number(dataset.fragmentIndex ?? Number.POSITIVE_INFINITY);
}

/** Steps and panes come in the order of the document, and go in the opposite one. */
function comesFirst(step: Element, pane: Element, turn: Turn): boolean {
  const follows = step.compareDocumentPosition(pane) & Node.DOCUMENT_POSITION_FOLLOWING;
  return turn === "next" ? follows > 0 : follows === 0;
}
