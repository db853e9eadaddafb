// Shows the timeline of a pane: kept runs, the newest runs, and the playhead.

import type { Cast } from "../../talk/cast.ts";
import { TimelineView } from "../../timeline/timeline.ts";
import type { Place } from "../../trace/events/events.ts";
import type { Times } from "../../trace/words/times.ts";
import { seeing, togglePlaying } from "../state/deeds.ts";
import { runTime } from "../state/going-on.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { guessesByLabel, isPresent, shownIndex, shownRuns } from "../state/shown-runs.ts";
import type { DrawnView } from "./drawing.ts";
import type { IsGreenThread } from "./green-threads.ts";

export interface TimelineBoxOptions {
  /** The element to fill. */
  readonly host: HTMLElement;
  readonly store: Store;
  readonly cast: Cast;
  readonly times: Times;
  readonly isGreen: IsGreenThread;
}

export class TimelineBox implements DrawnView {
  readonly view: TimelineView;
  readonly #store: Store;

  constructor({ host, store, cast, times, isGreen }: TimelineBoxOptions) {
    this.#store = store;
    const { send } = store;
    this.view = new TimelineView(host, {
      name: "Timeline",
      look: cast.request,
      taskLook: cast.task,
      threadLook: cast.thread,
      beginsFolded: isGreen,
      times,
      onPoint: (place, run) => this.#point(run, place),
      onPlace: (place, run) => this.#goTo(run, place),
      onChoose: (run) => send({ kind: "choose", run }),
      position: () => store.state.playhead.position,
      onSeek: (position) => send({ kind: "seek", position: position ?? null }),
      onPlay: () => togglePlaying(store),
    });
  }

  draw(state: PaneState, time: number): undefined {
    const runs = shownRuns(state);
    const { position } = state.playhead;
    const [shown, guesses] = [shownIndex(state), guessesByLabel(state, runs)];
    this.view.draw(runs, runTime(state, time), { position, shown, guesses });
  }

  #point(run: number, place: Place | undefined): void {
    const { state, send } = this.#store;
    const pointed = place && isPresent(state, run, place) ? place : null;
    if (pointed !== (state.pointed ?? null)) send({ kind: "point", place: pointed });
  }

  #goTo(run: number, place: Place): void {
    const { state, send } = this.#store;
    const { file, line } = place;
    const text = `${file} has been changed since this ran: its line ${line} is another one now.`;
    send(isPresent(state, run, place) ? seeing(place) : { kind: "hint", text });
  }
}
