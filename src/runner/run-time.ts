// What a run's clock shows, told by the page's own clock between the worker's messages.

/** Follows a clock that goes at a speed. Times are milliseconds. */
export class RunTime {
  #t = 0;
  #at = performance.now();
  #speed: number;
  #hasBegun = false;

  /** The clock shows 0 until something is seen of it. */
  constructor(speed: number) {
    this.#speed = speed;
  }

  get speed(): number {
    return this.#speed;
  }

  now(): number {
    return this.#hasBegun ? this.#t + (performance.now() - this.#at) * this.#speed : 0;
  }

  /** The worker said so. */
  set(t: number, speed: number): void {
    this.#hasBegun = true;
    this.#t = t;
    this.#at = performance.now();
    this.#speed = speed;
  }

  /** Something happened at `t`: the first time that is known of a clock, or that it is further than thought. */
  seen(t: number): void {
    if (!this.#hasBegun || t > this.now()) this.set(t, this.#speed);
  }
}
