// Draws the views of a pane's runs: in the next animation frame after a change, and about 30 times a second while time
// passes.

import { pageTime } from "../../runner/run-clock.ts";
import { isGoing } from "../state/going-on.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";

/** A view that is drawn in each frame in which there is something new. */
export interface DrawnView {
  /**
   * Draws the state.
   * @param time the page's time
   * @returns true if the view has put something off and must be drawn again later
   */
  readonly draw: (state: PaneState, time: number) => boolean | undefined;
}

/**
 * In milliseconds, from the start of a drawing until a frame is requested for the next one, if only time passes. At 60
 * frames a second this draws every second frame: bars grow as smoothly to the eye, for half the work.
 */
const pace = 25;

/** A change of one of these parts of the state is drawn. */
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

  /** Draws at once, for example before the page is printed. */
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

  /** Schedules a drawing although no event has come: only time passes. */
  #scheduleLater(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#schedule(), pace);
  }
}
