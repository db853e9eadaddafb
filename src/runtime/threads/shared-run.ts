// A run's part of the memory that all workers share: the order of events, the time, and which threads have something to do.

import { mostThreads, sharedMemory } from "../../protocol/threads.ts";
import type { WorkerId } from "../../trace/events/events.ts";
import type { ClockState, ClockStore } from "../clock/clock-store.ts";
import { min } from "../engine/kept.ts";

// Kept, because the program may replace them.
const { add, load, store, sub, compareExchange } = Atomics;
const { places, clock, bytes } = sharedMemory;

/** Added to the count of a thread that is over, so that it never counts as busy again. */
const over = -(2 ** 24);

const tooMany = `A run may start ${mostThreads} threads, and this one has: let a thread do more than one thing.`;

/** What the threads of one run share. */
export class SharedRun implements ClockStore {
  readonly #places: Int32Array<SharedArrayBuffer>;
  readonly #clock: Float64Array<SharedArrayBuffer>;
  /** Real times of workers count from different moments. This is the start of this worker's, in milliseconds since 1970. */
  readonly #timeOrigin = performance.timeOrigin;

  constructor(memory: SharedArrayBuffer, part: number) {
    this.#places = new Int32Array(memory, part * bytes, bytes / Int32Array.BYTES_PER_ELEMENT);
    this.#clock = new Float64Array(memory, part * bytes, bytes / Float64Array.BYTES_PER_ELEMENT);
  }

  /** Makes the part ready for a new run. Called by thread 0. */
  clear(): void {
    this.#places.fill(0);
    this.#clock.fill(Number.NaN, clock.dues);
  }

  /** Returns the number of the next event. */
  nextEvent(): number {
    return add(this.#places, places.event, 1);
  }

  /** How many events the run has. */
  get events(): number {
    return load(this.#places, places.event);
  }

  /** Returns the number of a new thread, which counts as busy from now on. */
  newThread(parent: WorkerId): WorkerId {
    const thread = add(this.#places, places.threads, 1) + 1;
    if (thread > mostThreads) throw new Error(tooMany);
    store(this.#places, places.parents + thread, parent);
    this.busier(thread);
    return thread;
  }

  /** There is one reason more for a thread to do something. */
  busier(thread: WorkerId): void {
    add(this.#places, places.busy + thread, 1);
  }

  calmer(thread: WorkerId): void {
    sub(this.#places, places.busy + thread, 1);
  }

  /** A thread does nothing any more, nor do those that it has started. */
  end(thread: WorkerId): void {
    add(this.#places, places.busy + thread, over);
    // A thread has a greater number than its parent.
    for (let other = thread + 1; other <= this.#threads; other += 1)
      if (load(this.#places, places.parents + other) === thread) this.end(other);
  }

  /** True if no thread has a reason to do anything. */
  get isCalm(): boolean {
    for (let thread = 0; thread <= this.#threads; thread += 1)
      if (load(this.#places, places.busy + thread) > 0) return false;
    return true;
  }

  /** The greatest number of a thread. */
  get #threads(): number {
    return min(load(this.#places, places.threads), mostThreads);
  }

  get hasFailed(): boolean {
    return load(this.#places, places.failed) > 0;
  }

  fail(): void {
    store(this.#places, places.failed, 1);
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

  /** Tells the other threads when the next timer of a thread is due; `undefined` if it has none. */
  setDue(thread: WorkerId, due: number | undefined): void {
    this.#clock[clock.dues + thread] = due ?? Number.NaN;
  }

  /** True for one thread and one call: that thread's next timer is due first, and the step has not been taken. */
  takesStep(thread: WorkerId, count: number): boolean {
    const due = this.#clock[clock.dues + thread] ?? Number.NaN;
    if (!(due >= 0)) return false;
    for (let other = 0; other <= this.#threads; other += 1) {
      const isAlive = load(this.#places, places.busy + other) > over / 2;
      if (isAlive && (this.#clock[clock.dues + other] ?? Number.NaN) < due) return false;
    }
    const taken = load(this.#places, places.steps);
    return taken < count && compareExchange(this.#places, places.steps, taken, count) === taken;
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
