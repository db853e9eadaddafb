// Marks the lines in the editor at which the shown run's tasks stand, at the playhead's moment.

import { lineMarks } from "../../trace/moment/line-marks.ts";
import { momentAt } from "../../trace/moment/moment.ts";
import type { Times } from "../../trace/words/times.ts";
import { isGoing } from "../state/going-on.ts";
import type { PaneState } from "../state/pane-state.ts";
import { timeOf } from "../state/run-state.ts";
import { shownRun } from "../state/shown-runs.ts";
import { Budget } from "./budget.ts";
import type { CodePart } from "./mirror-code.ts";

/** The line marks in one editor. */
export class LineMarking {
  readonly #editor: CodePart;
  readonly #times: Times;
  readonly #budget = new Budget();
  #wasGoing = false;

  constructor(editor: CodePart, times: Times) {
    this.#editor = editor;
    this.#times = times;
  }

  /**
   * Draws the marks; may be called in each frame.
   * @param time the page's time
   * @returns true if it has to wait and must be called again
   */
  draw(state: PaneState, time: number): boolean {
    const goes = isGoing(state);
    // Without this, an ended program would be shown as waiting at a line, and longer on a slower machine.
    if (this.#wasGoing && !goes) this.#budget.renew();
    this.#wasGoing = goes;
    return !this.#budget.spend(() => this.#mark(state, time));
  }

  #mark(state: PaneState, time: number): void {
    const run = shownRun(state);
    if (!run) {
      this.#editor.setLineMarks([], new Map());
      return;
    }
    const { position } = state.playhead;
    const { trace, files } = run;
    const now = position ? position.t : timeNow(state, time);
    const moment = momentAt(trace, position?.seq ?? trace.events.length - 1);
    this.#editor.setLineMarks(lineMarks(trace, moment, now, this.#times), files);
  }
}

/** Milliseconds on the clock of the shown run; `undefined` if its worker is gone or it is a kept run. */
function timeNow({ newest, shown }: PaneState, time: number): number | undefined {
  const run = newest.runs[shown];
  return run?.isOpen ? timeOf(run, time) : undefined;
}
