// The clock that all threads of a run go by, in the run's part of the shared memory.

import { mostThreads, sharedMemory } from "../../protocol/threads.ts";
import type { WorkerId } from "../../trace/events/events.ts";
import type { ClockState } from "../clock/clock-store.ts";

// Kept, because the program may replace them.
const { load, store, compareExchange } = Atomics;
const { places, clock } = sharedMemory;

/** One clock, seen from one thread. */
export class SharedClock {
  readonly #places: Int32Array<SharedArrayBuffer>;
  readonly #clock: Float64Array<SharedArrayBuffer>;
  /** Real times of workers count from different moments. This is the start of this worker's, in milliseconds since 1970. */
  readonly #timeOrigin = performance.timeOrigin;

  /** Takes the run's part, as 32-bit integers and as 64-bit floats. */
  constructor(part: Int32Array<SharedArrayBuffer>, floats: Float64Array<SharedArrayBuffer>) {
    this.#places = part;
    this.#clock = floats;
  }

  /** Forgets all timers. */
  clear(): void {
    // Not further: the same memory has other places after them.
    this.#clock.fill(Number.NaN, clock.dues, clock.deadlines + mostThreads + 1);
  }

  /** Begins the run's clock. `origin` is the date, in milliseconds since 1970. */
  begin(speed: number, real: number, origin: number): void {
    this.#clock[clock.origin] = origin;
    this.set({ time: 0, real, speed });
  }

  /** The date at which the run began, in milliseconds since 1970. */
  get origin(): number {
    return this.#clock[clock.origin] ?? 0;
  }

  /** When the next timer of a thread is due; NaN if it has none. */
  dueOf(thread: WorkerId): number {
    return this.#clock[clock.dues + thread] ?? Number.NaN;
  }

  /** Tells the other threads when the next timer of a thread is due; `undefined` if it has none. */
  setDue(thread: WorkerId, due: number | undefined): void {
    this.#clock[clock.dues + thread] = due ?? Number.NaN;
  }

  get(): ClockState {
    for (;;) {
      const writes = load(this.#places, places.clockWrites);
      const [time = 0, real = 0, speed = 0] = [
        this.#clock[clock.time],
        this.#clock[clock.real],
        this.#clock[clock.speed],
      ];
      if (writes % 2 === 0 && load(this.#places, places.clockWrites) === writes)
        return { time, real: real - this.#timeOrigin, speed };
    }
  }

  set({ time, real, speed }: ClockState): void {
    const writes = this.#lock();
    this.#clock[clock.time] = time;
    this.#clock[clock.real] = real + this.#timeOrigin;
    this.#clock[clock.speed] = speed;
    store(this.#places, places.clockWrites, writes + 2);
  }

  /** Waits until nobody writes the clock, and makes the count of writes odd. Returns what it was. */
  #lock(): number {
    for (;;) {
      const writes = load(this.#places, places.clockWrites);
      if (
        writes % 2 === 0 &&
        compareExchange(this.#places, places.clockWrites, writes, writes + 1) === writes
      )
        return writes;
    }
  }
}
