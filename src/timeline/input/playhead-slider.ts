// The handle of the playhead on the axis. The viewer drags it, or moves it by keys from event to event.

import { pressedWithShift } from "../../keys/key.ts";
import { moved, type Position, positionAt, positionOf, stepped } from "../../trace/moment/playhead.ts";
import type { Trace } from "../../trace/trace.ts";
import { eventText } from "../../trace/words/event-words.ts";
import { plainTimes, type Times } from "../../trace/words/times.ts";
import { fixed } from "../svg/svg.ts";
import { type PlayheadActions, playheadKeys } from "./playhead-keys.ts";

export interface PlayheadOptions {
  readonly times: Times;
  /** Returns the present position, which may be newer than the one drawn last. */
  readonly position: () => Position | undefined;
  /** Called when the viewer goes to a moment; undefined for the newest moment. */
  readonly onSeek: (position: Position | undefined) => void;
  /** Starts or stops playing. */
  readonly onPlay: () => void;
}

/** The state that the handle shows. */
export interface PlayheadState {
  /** The run that the viewer steps through. */
  readonly trace: Trace | undefined;
  /** Undefined at the newest moment. */
  readonly position: Position | undefined;
  /** Position of the handle, in slide units. */
  readonly x: number;
  /** The last time of the axis and the present time, in milliseconds. */
  readonly last: number;
  readonly now: number;
}

/** How far keys move the playhead, in milliseconds. */
const plainSteps = { little: 100, much: 1000 };

/** The slider. `update` may be called once per frame. */
export class PlayheadSlider {
  readonly element = document.createElement("div");
  readonly #options: PlayheadOptions;
  #state: PlayheadState = { trace: undefined, position: undefined, x: 0, last: 0, now: 0 };
  #heard = "";
  #heardOf: Trace | undefined;

  constructor(options: PlayheadOptions) {
    this.#options = options;
    const { element } = this;
    element.className = "timeline-playhead";
    element.tabIndex = 0;
    element.setAttribute("role", "slider");
    element.setAttribute("aria-label", "Playhead");
    element.setAttribute("aria-valuemin", "0");
    element.append(document.createElement("span"));
    element.addEventListener("keydown", (event) => this.#takeKey(event));
  }

  update(state: PlayheadState): void {
    this.#state = state;
    const { element } = this;
    element.style.translate = `${fixed(state.x)}px 0`;
    element.classList.toggle("is-live", state.position === undefined);
    // At the newest moment the handle moves all the time. A screen reader must not read out each change.
    const key = state.position ? `${state.position.seq} ${state.position.t}` : `live ${state.last}`;
    if (key === this.#heard && state.trace === this.#heardOf) return;
    this.#heard = key;
    this.#heardOf = state.trace;
    element.setAttribute("aria-valuemax", fixed(state.last));
    element.setAttribute("aria-valuenow", fixed(state.position?.t ?? state.now));
    const text = this.#valueText(state);
    element.setAttribute("aria-valuetext", text);
    (element.firstElementChild as HTMLElement).textContent = state.position
      ? this.#options.times.text(state.position.t)
      : "";
  }

  #valueText({ trace, position }: PlayheadState): string {
    if (!trace || !position) return "newest moment";
    const { times } = this.#options;
    const event = trace.events[position.seq];
    const number = `event ${position.seq + 1} of ${trace.events.length}`;
    return event
      ? `${times.text(position.t)}, ${number}: ${eventText(event, trace, times)}`
      : "before the first event";
  }

  #takeKey(event: KeyboardEvent): void {
    const { trace } = this.#state;
    const act = pressedWithShift(playheadKeys, event);
    if (!act || !trace) return;
    event.preventDefault();
    event.stopPropagation();
    act(this.#actions(trace));
  }

  #actions(trace: Trace): PlayheadActions {
    const { onSeek, onPlay, times } = this.#options;
    const position = this.#options.position();
    const { little, much } = stepsOf(times, trace);
    return {
      step: (by) => onSeek(stepped(trace, position, by)),
      moveByLittle: (by) => onSeek(moved(trace, position, by * little)),
      moveByMuch: (by) => onSeek(moved(trace, position, by * much)),
      toStart: () => onSeek(positionOf(trace, -1)),
      toEnd: () => onSeek(positionAt(trace, trace.duration)),
      play: onPlay,
      toLive: () => onSeek(undefined),
    };
  }
}

function stepsOf(times: Times, { duration }: Trace): { readonly little: number; readonly much: number } {
  if (times === plainTimes) return plainSteps;
  const { length } = times.unit(duration);
  return { little: length, much: length * 10 };
}
