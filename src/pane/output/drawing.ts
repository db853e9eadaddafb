// Draws what a pane shows of its runs: in the next frame when something happened, and some 30 times a second while time
// passes.

import { pageTime } from "../../runner/run-clock.ts";
import { isGoing } from "../state/going-on.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";

/** A view that is drawn anew for each frame in which there is something new. */
export interface DrawnView {
  /**
   * Shows the state.
   * @param time the page's
   * @returns true where it was left undone, to be drawn again later
   */
  readonly draw: (state: PaneState, time: number) => boolean | undefined;
}

/**
 * Milliseconds from the beginning of a drawing to when the next one is asked for that time alone needs: at 60 frames a second it
 * comes in every second frame. Bars grow as smoothly to the eye, for half the work.
 */
const pace = 25;

/** What is drawn is made from these. */
const drawnParts = [
  "file",
  "stage",
  "report",
  "newest",
  "kept",
  "shown",
  "playhead",
  "prediction",
  "waiting",
  "hint",
  "problem",
] as const satisfies readonly (keyof PaneState)[];

export class Drawing {
  readonly #store: Store;
  readonly #views: readonly DrawnView[];
  #frame = 0;
  #timer = 0;

  /** @param views in the order in which they are drawn */
  constructor(store: Store, views: readonly DrawnView[]) {
    this.#store = store;
    this.#views = views;
    store.listen((_, state, before) => {
      if (drawnParts.some((part) => state[part] !== before[part])) this.#schedule();
    });
    this.#schedule();
  }

  /** Draws at once: for a picture that is taken before the next frame. */
  drawNow(): void {
    const { state } = this.#store;
    const time = pageTime();
    for (const view of this.#views) if (view.draw(state, time)) this.#scheduleLater();
  }

  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (isGoing(this.#store.state)) this.#scheduleLater();
      this.drawNow();
    });
  }

  /** Draws again though nothing happens but time. */
  #scheduleLater(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#schedule(), pace);
  }
}
