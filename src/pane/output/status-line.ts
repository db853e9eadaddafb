// The status line in a pane's bar.

import type { Times } from "../../trace/words/times.ts";
import { isPaused, newestTraces, runTime } from "../state/going-on.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { DrawnView } from "./drawing.ts";
import { paneStatus, recordedStatus } from "./pane-status.ts";

export class StatusLine implements DrawnView {
  readonly #element: HTMLElement;
  readonly #times: Times;

  constructor(element: HTMLElement, times: Times) {
    this.#element = element;
    this.#times = times;
  }

  draw(state: PaneState, time: number): undefined {
    const { position } = state.playhead;
    const told = position ? `At ${this.#times.text(position.t)}` : this.#newest(state, time);
    const status = state.newest.source === "recorded" ? recordedStatus(told) : told;
    // A live region that is set is read out even if its text is the same. The playhead itself tells its moment.
    this.#element.setAttribute("aria-live", position ? "off" : "polite");
    if (this.#element.textContent !== status) this.#element.textContent = status;
  }

  #newest(state: PaneState, time: number): string {
    const stage = isPaused(state) ? "paused" : state.stage;
    return paneStatus(stage, newestTraces(state), state.report, runTime(state, time), this.#times);
  }
}
