// Merges the events of a run's threads by their numbers, which all threads draw from one counter: the order respects
// cause.

import type { SentEvent } from "../protocol/protocol.ts";
import type { WorkerId } from "../trace/events/events.ts";

/**
 * How long, in milliseconds, a missing event is waited for once a thread was terminated: that thread may have drawn the
 * number and not have sent the event.
 */
const patience = 200;

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
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pass called with events in order */
  constructor(pass: (events: readonly Waiting[]) => void) {
    this.#pass = pass;
  }

  /** Call it before a second thread can record anything. Until then the events are in order. */
  begin(): void {
    this.#areSeveral = true;
  }

  take(thread: WorkerId, events: readonly SentEvent[]): void {
    if (!this.#areSeveral) {
      this.#next += events.length;
      this.#pass(events.map((event) => ({ event, thread })));
      return;
    }
    for (const event of events) this.#waiting.set(event.seq, { thread, event });
    this.#goOn();
  }

  /** A thread was terminated, and events that it has recorded may never come. */
  lose(): void {
    this.#mayMiss = true;
    this.#goOn();
  }

  /** Lets all events go. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const left = [...this.#waiting.values()].sort((a, b) => a.event.seq - b.event.seq);
    this.#waiting.clear();
    this.#next = Math.max(this.#next, (left.at(-1)?.event.seq ?? 0) + 1);
    if (left.length > 0) this.#pass(left);
  }

  #goOn(): void {
    const ready: Waiting[] = [];
    for (let next = this.#first(); next; next = this.#first()) {
      ready.push(next);
      this.#waiting.delete(next.event.seq);
      this.#next = Math.max(this.#next, next.event.seq + 1);
    }
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#mayMiss && this.#waiting.size > 0) this.#timer = setTimeout(() => this.#skip(), patience);
    if (ready.length > 0) this.#pass(ready);
  }

  /** The next event, or one that is late because it was no longer waited for. */
  #first(): Waiting | undefined {
    if (this.#mayMiss) {
      for (const waiting of this.#waiting.values()) if (waiting.event.seq < this.#next) return waiting;
    }
    return this.#waiting.get(this.#next);
  }

  #skip(): void {
    this.#next = Math.min(...this.#waiting.keys());
    this.#goOn();
  }
}
