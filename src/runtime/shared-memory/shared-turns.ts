// Who of the threads of a run with a seed has control, in the run's part of the shared memory. One has it at a time.

import { mostThreads, sharedMemory, threadStates, turns } from "../../protocol/threads.ts";
import type { Cell, WorkerId } from "../../trace/events/events.ts";
import { type List, list, min, push } from "../engine/kept.ts";
import { AsyncWaits } from "./async-waits.ts";
import type { SharedClock } from "./shared-clock.ts";
import { SharedPorts } from "./shared-ports.ts";

// Kept, because the program may replace them.
const { add, load, store, notify, wait } = Atomics;
const { imul } = Math;
const { places, clock } = sharedMemory;

/** What a thread does while another one has control. */
export type Parked = "idle" | "runnable" | "blocked";

/**
 * The turns of a run, seen from one thread. Every method is called by the thread that has control, apart from `enter`.
 * The order of turns follows from the seed alone.
 */
export class SharedTurns {
  readonly asyncWaits: AsyncWaits;
  readonly ports: SharedPorts;
  readonly #places: Int32Array<SharedArrayBuffer>;
  readonly #floats: Float64Array<SharedArrayBuffer>;
  readonly #clock: SharedClock;
  readonly #thread: WorkerId;

  constructor(
    part: Int32Array<SharedArrayBuffer>,
    floats: Float64Array<SharedArrayBuffer>,
    shared: SharedClock,
    thread: WorkerId,
  ) {
    this.#places = part;
    this.asyncWaits = new AsyncWaits(part, (each) => this.#isAlive(each));
    this.ports = new SharedPorts(part, thread);
    this.#floats = floats;
    this.#clock = shared;
    this.#thread = thread;
  }

  /** Begins the run. Called by thread 0, which gets control. */
  begin(seed: number): void {
    store(this.#places, places.random, seed | 0);
    store(this.#places, places.turn, 0);
    store(this.#places, places.parked, turns.running);
  }

  /** A thread has been started. It gets control for the first time when it is its turn. */
  add(thread: WorkerId): void {
    store(this.#places, places.parked + thread, turns.runnable);
  }

  /** Waits until this thread gets control. */
  enter(): void {
    for (
      let has = load(this.#places, places.turn);
      has !== this.#thread;
      has = load(this.#places, places.turn)
    )
      wait(this.#places, places.turn, has);
    store(this.#places, places.parked + this.#thread, turns.running);
  }

  /** Returns a whole number from 0 up to, not including, `count`: mulberry32, as in random.ts, with shared state. */
  draw(count: number): number {
    const state = (add(this.#places, places.random, 0x6d2b79f5) + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  /**
   * Lets another thread have control, and returns when this one has it again: it can go on, something is due, or a
   * message has come. If no thread can do anything, thread 0 gets control.
   */
  park(how: Parked): void {
    store(this.#places, places.parked + this.#thread, turns[how]);
    const next = this.#next();
    // Nothing can ever wake this thread.
    if (next === undefined && this.#thread !== 0 && load(this.#places, places.parked) !== turns.idle)
      this.#stay();
    store(this.#places, places.turn, next ?? 0);
    notify(this.#places, places.turn);
    this.enter();
  }

  /** Lets another thread have control for good: this one has ended. */
  leave(): void {
    store(this.#places, places.parked + this.#thread, turns.idle);
    store(this.#places, places.turn, this.#next() ?? 0);
    notify(this.#places, places.turn);
  }

  /** Waits for ever. */
  #stay(): void {
    for (;;) wait(this.#places, places.turn, load(this.#places, places.turn));
  }

  /**
   * Waits for a notify of a cell, until the time `deadline` (NaN: for ever).
   * @returns false if that time has come first
   */
  block({ memory, byte }: Cell | { memory: -1; byte: 0 }, deadline: number): boolean {
    const me = this.#thread;
    store(this.#places, places.memory + me, memory);
    store(this.#places, places.byte + me, byte);
    store(this.#places, places.since + me, this.nextWait());
    this.#floats[clock.deadlines + me] = deadline;
    store(this.#places, places.notified + me, 0);
    this.park("blocked");
    this.#floats[clock.deadlines + me] = Number.NaN;
    return load(this.#places, places.notified + me) > 0;
  }

  /** Returns the number of a new wait. */
  readonly nextWait = (): number => add(this.#places, places.waits, 1);

  /** Ends up to `count` waits for the cell, those first that have begun first. Returns how many. */
  wake(cell: Cell, count: number): number {
    let woken = 0;
    while (woken < count && this.#wakeFirst(cell)) woken += 1;
    return woken;
  }

  #wakeFirst(cell: Cell): boolean {
    const thread = this.#longest(cell);
    const wait = this.asyncWaits.first(cell);
    const since = thread === undefined ? Number.POSITIVE_INFINITY : load(this.#places, places.since + thread);
    if (wait !== undefined && this.asyncWaits.since(wait) < since) this.asyncWaits.notify(wait);
    else if (thread !== undefined) {
      store(this.#places, places.notified + thread, 1);
      store(this.#places, places.parked + thread, turns.runnable);
    }
    return (wait ?? thread) !== undefined;
  }

  #longest({ memory, byte }: Cell): WorkerId | undefined {
    let first: WorkerId | undefined;
    for (let thread = 0; thread <= this.#threads; thread += 1) {
      const at = (place: number) => load(this.#places, place + thread);
      const waits =
        at(places.parked) === turns.blocked && at(places.memory) === memory && at(places.byte) === byte;
      const earliest =
        first === undefined ? Number.POSITIVE_INFINITY : load(this.#places, places.since + first);
      if (waits && this.#isAlive(thread) && at(places.since) < earliest) first = thread;
    }
    return first;
  }

  /** The thread that gets control next: one that can go on now, else one whose time comes first. */
  #next(): WorkerId | undefined {
    return this.#drawn((thread) => this.#isReady(thread)) ?? this.#first();
  }

  #isReady(thread: WorkerId): boolean {
    const parked = load(this.#places, places.parked + thread);
    // A thread that closes itself may lose control while it records that.
    if (parked === turns.runnable)
      return load(this.#places, places.states + thread) !== threadStates.terminated;
    if (parked !== turns.idle || !this.#isAlive(thread)) return false;
    return this.#hasMail(thread) || this.ports.hasMail(thread) || this.asyncWaits.hasNotified(thread);
  }

  /** Moves the clock to the first time at which something is due, and returns the thread that it is due in. */
  #first(): WorkerId | undefined {
    let due = Number.POSITIVE_INFINITY;
    for (let thread = 0; thread <= this.#threads; thread += 1) {
      const time = this.#dueIn(thread);
      if (time < due) due = time;
    }
    if (due === Number.POSITIVE_INFINITY) return undefined;
    const { time, real, speed } = this.#clock.get();
    if (due > time) this.#clock.set({ time: due, real, speed });
    return this.#drawn((thread) => this.#dueIn(thread) === due);
  }

  /** Draws a thread of those for which `fits` is true. */
  #drawn(fits: (thread: WorkerId) => boolean): WorkerId | undefined {
    const fitting: List<WorkerId> = list();
    for (let thread = 0; thread <= this.#threads; thread += 1) if (fits(thread)) push(fitting, thread);
    return fitting.length > 0 ? fitting[this.draw(fitting.length)] : undefined;
  }

  #dueIn(thread: WorkerId): number {
    if (!this.#isAlive(thread)) return Number.NaN;
    const parked = load(this.#places, places.parked + thread);
    if (parked === turns.blocked) return this.#floats[clock.deadlines + thread] ?? Number.NaN;
    return parked === turns.idle ? this.#clock.dueOf(thread) : Number.NaN;
  }

  /** True if a message for the thread has been sent and not been taken. */
  #hasMail(thread: WorkerId): boolean {
    if (thread > 0 && load(this.#places, places.given + thread) > 0) return true;
    for (let child = thread + 1; child <= this.#threads; child += 1)
      if (this.hasMailFrom(child, thread)) return true;
    return false;
  }

  /** True if a message of its parent to this thread has been sent and not been taken. */
  get isGiven(): boolean {
    return this.#thread > 0 && load(this.#places, places.given + this.#thread) > 0;
  }

  /** True if a message of the child to its parent has been sent and not been taken. */
  hasMailFrom(child: WorkerId, parent: WorkerId): boolean {
    const at = (place: number) => load(this.#places, place + child);
    const isHeard = at(places.parents) === parent && at(places.states) !== threadStates.terminated;
    return isHeard && at(places.sent) > 0;
  }

  #isAlive(thread: WorkerId): boolean {
    return load(this.#places, places.states + thread) === threadStates.alive;
  }

  get #threads(): number {
    return min(load(this.#places, places.threads), mostThreads);
  }
}
