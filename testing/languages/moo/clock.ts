// The clock of a run of Moo: runs at a speed, stands still, or jumps from nap to nap.

import type { ClockMode } from "../../../src/protocol/protocol.ts";

/** Times are milliseconds. */
export class MooClock {
  readonly #jumps: boolean;
  #t = 0;
  #at = performance.now();
  #speed: number;
  #nap: { readonly until: number; readonly wake: () => void } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(mode: ClockMode) {
    this.#jumps = mode.kind === "deterministic";
    this.#speed = mode.kind === "live" ? mode.speed : 0;
  }

  get speed(): number {
    return this.#speed;
  }

  now(): number {
    const real = (performance.now() - this.#at) * this.#speed;
    return Math.min(this.#t + real, this.#nap?.until ?? Number.POSITIVE_INFINITY);
  }

  setSpeed(speed: number): void {
    this.#set(this.now());
    this.#speed = speed;
    this.#arm();
  }

  nap(delay: number): Promise<void> {
    return new Promise((resolve) => {
      this.#nap = { until: this.now() + delay, wake: resolve };
      if (this.#jumps) this.wake();
      else this.#arm();
    });
  }

  /** Ends the nap. The clock then shows the nap's due time. */
  wake(): void {
    const nap = this.#nap;
    if (!nap) return;
    this.#nap = undefined;
    clearTimeout(this.#timer);
    this.#set(nap.until);
    nap.wake();
  }

  #set(t: number): void {
    this.#t = t;
    this.#at = performance.now();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (!this.#nap || this.#speed === 0) return;
    this.#timer = setTimeout(() => this.wake(), (this.#nap.until - this.now()) / this.#speed);
  }
}
