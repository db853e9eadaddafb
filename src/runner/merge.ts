// Merges the events of a run's threads by their numbers, which all threads draw from one counter: the order respects
// cause.

import type { SentEvent } from "../protocol/protocol.ts";
import type { WorkerId } from "../trace/events/events.ts";

/** In milliseconds: how long a missing event is waited for. */
const patience = {
  /** A thread was terminated: it may have drawn the number and not have sent the event. */
  afterEnd: 200,
  /** A thread sends its events late if it computes for long. It has sent what others could follow from. */
  always: 1000,
} as const;

interface Waiting {
  readonly thread: WorkerId;
  readonly event: SentEvent;
}

/** The events of one run that wait for earlier ones. */
export class Merge {
  readonly #pass: (events: readonly Waiting[]) => void;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #areSeveral = false;
  /** True once a thread was terminated. */
  #mayMiss = false;
  /** Runs while an event is missing. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The number that the timer is for. */
  #missing = 0;
  /** Called once the events before `seq` have been passed on. */
  #expected: { readonly seq: number; readonly call: () => void } | undefined;

  /** @param pass called with events in order */
  constructor(pass: (events: readonly Waiting[]) => void) {
    this.#pass = pass;
  }

  /** Call it before a second thread can record anything. Until then the events are in order. */
  begin(): void {
    this.#areSeveral = true;
  }

  take(thread: WorkerId, events: readonly SentEvent[]): void {
    const taken = events.map((event) => ({ thread, event }));
    if (!this.#areSeveral) {
      this.#next += events.length;
      this.#pass(taken);
      return;
    }
    // Those that are late were no longer waited for.
    const ready = taken.filter(({ event }) => event.seq < this.#next);
    for (const each of taken) if (each.event.seq >= this.#next) this.#waiting.set(each.event.seq, each);
    this.#goOn(ready);
  }

  /**
   * Takes the text of an open output.
   * @returns false if the output does not wait here
   */
  fill(seq: number, text: string): boolean {
    const waiting = this.#waiting.get(seq);
    if (waiting?.event.kind !== "output") return false;
    const { isOpen: _, ...event } = waiting.event;
    this.#waiting.set(seq, { ...waiting, event: { ...event, text } });
    return true;
  }

  /**
   * Calls back once the events before the number `seq` have been passed on, or are no longer waited for. It does not if
   * later events have come by then.
   */
  whenAt(seq: number, call: () => void): void {
    this.#expected = { seq, call };
    setTimeout(() => this.#reach(seq), patience.always);
    this.#reach(this.#next);
  }

  #reach(seq: number): void {
    const expected = this.#expected;
    if (!expected || seq < expected.seq) return;
    this.#expected = undefined;
    if (!this.#hasReached(expected.seq + 1)) expected.call();
  }

  /** True if the event before the number `seq`, or a later one, has come. */
  #hasReached(seq: number): boolean {
    if (this.#next >= seq) return true;
    for (const waiting of this.#waiting.keys()) if (waiting + 1 >= seq) return true;
    return false;
  }

  /** A thread was terminated, and events that it has recorded may never come. */
  lose(): void {
    this.#mayMiss = true;
    this.#stopWaiting();
    this.#goOn([]);
  }

  /** Lets all events go. */
  release(): void {
    this.#stopWaiting();
    const left = [...this.#waiting.values()].sort((a, b) => a.event.seq - b.event.seq);
    this.#waiting.clear();
    this.#next = Math.max(this.#next, (left.at(-1)?.event.seq ?? 0) + 1);
    if (left.length > 0) this.#pass(left);
  }

  /** Passes on events that are ready, and those that follow. */
  #goOn(ready: Waiting[]): void {
    for (let next = this.#waiting.get(this.#next); next; next = this.#waiting.get(this.#next)) {
      ready.push(next);
      this.#waiting.delete(this.#next);
      this.#next += 1;
    }
    this.#waitForMissing();
    if (ready.length > 0) this.#pass(ready);
    this.#reach(this.#next);
  }

  /** Waits once for each missing number, however many events come meanwhile. */
  #waitForMissing(): void {
    if (this.#timer !== undefined && this.#missing === this.#next && this.#waiting.size > 0) return;
    this.#stopWaiting();
    if (this.#waiting.size === 0) return;
    this.#missing = this.#next;
    const time = this.#mayMiss ? patience.afterEnd : patience.always;
    this.#timer = setTimeout(() => this.#skip(), time);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #skip(): void {
    this.#timer = undefined;
    let first = Number.POSITIVE_INFINITY;
    for (const seq of this.#waiting.keys()) first = Math.min(first, seq);
    this.#next = first;
    this.#goOn([]);
  }
}
