// Where in its run a pane is: at the newest moment, or at an earlier one, from which it can be played again.

import { type Position, positionAt } from "../../trace/moment/playhead.ts";
import type { Trace } from "../../trace/trace.ts";

/** How fast a run can be played again, against the run's own clock. */
export const playSpeeds: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10];

export interface PlayheadOptions {
  /** The run that is shown. */
  readonly trace: () => Trace | undefined;
  /** It is somewhere else. */
  readonly onMove: () => void;
}

/** The playhead of one pane. */
export class Playhead {
  readonly #options: PlayheadOptions;
  #position: Position | undefined;
  #frame = 0;
  #speed = 1;

  constructor(options: PlayheadOptions) {
    this.#options = options;
  }

  /** Undefined at the newest moment, which moves on while something runs. */
  get position(): Position | undefined {
    return this.#position;
  }

  get isPlaying(): boolean {
    return this.#frame !== 0;
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
    this.#options.onMove();
  }

  /** Goes to a moment and stays there; undefined is back to the newest one. */
  seek(position: Position | undefined): void {
    this.pause();
    this.#move(position);
  }

  /** Another run is shown: goes to the same time in it. */
  turnTo(trace: Trace | undefined): void {
    if (trace && this.#position) this.#move(positionAt(trace, this.#position.t));
  }

  /** Plays on from where it is; at the end, or at the newest moment, from the beginning. */
  play(): void {
    const trace = this.#options.trace();
    if (!trace || this.isPlaying) return;
    const isAtEnd = !this.#position || this.#position.t >= trace.duration;
    if (isAtEnd) this.#move(positionAt(trace, 0));
    this.#next(performance.now());
    this.#options.onMove();
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    if (this.#frame === 0) return;
    this.#frame = 0;
    this.#options.onMove();
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  #move(position: Position | undefined): void {
    this.#position = position;
    this.#options.onMove();
  }

  #next(before: number): void {
    this.#frame = requestAnimationFrame((time) => {
      const trace = this.#options.trace();
      const from = this.#position;
      this.#frame = 0;
      if (!trace || !from) return;
      const t = from.t + Math.max(0, time - before) * this.#speed;
      if (t < trace.duration) this.#next(time);
      this.#move(positionAt(trace, t));
    });
  }
}
