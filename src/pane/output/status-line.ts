// The status line in a pane's bar.

import type { Times } from "../../trace/words/times.ts";
import { isPaused, newestTraces, runTime } from "../state/going-on.ts";
import type { PaneState } from "../state/pane-state.ts";
import { shownRun } from "../state/shown-runs.ts";
import type { DrawnView } from "./drawing.ts";
import { kindOfThreads, paneStatus, recordedStatus } from "./pane-status.ts";

export class StatusLine implements DrawnView {
  readonly #element: HTMLElement;
  readonly #times: Times;
  readonly #doing = document.createElement("span");
  readonly #kind = document.createElement("span");

  constructor(element: HTMLElement, times: Times) {
    this.#element = element;
    this.#times = times;
    this.#kind.className = "pane-kind";
    element.append(this.#doing, this.#kind);
  }

  draw(state: PaneState, time: number): undefined {
    const { position } = state.playhead;
    const isEarlier = position !== undefined && !isAtEnd(state);
    const told = isEarlier ? `At ${this.#times.text(position.t)}` : this.#newest(state, time);
    const status = state.newest.source === "recorded" ? recordedStatus(told) : told;
    // A live region that is set is read out even if its text is the same. The playhead itself tells its moment.
    this.#element.setAttribute("aria-live", position ? "off" : "polite");
    const kind = status === "" ? undefined : kindOfThreads(state);
    setText(this.#doing, status);
    // A new line also in the text, for those who copy or search it.
    setText(this.#kind, kind ? `\n${kind.short}` : "");
    setTitle(this.#element, kind?.long ?? "");
  }

  #newest(state: PaneState, time: number): string {
    const stage = isPaused(state) ? "paused" : state.stage;
    return paneStatus(stage, newestTraces(state), state.report, runTime(state, time), this.#times);
  }
}

/** True if the playhead stands at the end of the shown run: there, the status tells how the run ended. */
function isAtEnd(state: PaneState): boolean {
  const { position, isPlaying } = state.playhead;
  const trace = shownRun(state)?.trace;
  if (!position || !trace?.outcome || isPlaying) return false;
  return position.seq >= trace.events.length - 1;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setTitle(element: HTMLElement, title: string): void {
  if (element.title !== title) element.title = title;
}
