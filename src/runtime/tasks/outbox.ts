// Sends the events of a run to the page in batches, which grow during a flood.

import type { SentEvent } from "../../protocol/protocol.ts";
import type { TraceFact } from "../../trace/events/events.ts";
import type { RealTime } from "../clock/clock.ts";
import { floor, type List, list, toArray } from "../engine/kept.ts";
import { Allowance } from "./allowance.ts";

/** Sends a batch of events, in order. `isLast` is true if a limit was reached and no event will follow. */
export type Send = (events: readonly SentEvent[], isLast: boolean) => void;

/** Milliseconds that an event waits for others before it is sent, unless the program keeps control for longer. */
export const pace = 8;
/**
 * How fast batches grow during a flood. One message keeps the page busy for longer than ten of its events do, and a
 * busy page draws late. But what a program printed before it hangs must not be lost. So the first events of a flood
 * are sent one by one, later ones in growing batches.
 */
const waiting = 1 / 32;
/** The largest batch, even in a flood that goes on. */
const largestBatch = 64;

/** The events of one run that have not been sent. */
export class Outbox {
  readonly #real: RealTime;
  readonly #send: Send;
  readonly #onDue: () => void;
  /** Counts the events that came faster than one per `pace` milliseconds: its `taken` is that count. */
  readonly #calm = new Allowance((largestBatch - 1) / waiting, 1 / pace);
  #unsent: List<SentEvent> = list();
  #isDueLater = false;

  /** @param onDue called when it is time to send; it is to call `send` */
  constructor(real: RealTime, send: Send, onDue: () => void) {
    this.#real = real;
    this.#send = send;
    this.#onDue = onDue;
  }

  add(event: SentEvent): void {
    this.#unsent[this.#unsent.length] = event;
  }

  /** Replaces the fact of an event that has not been sent. Returns false if it has been sent. */
  replace(seq: number, by: TraceFact): boolean {
    for (let index = this.#unsent.length - 1; index >= 0; index -= 1) {
      const event = this.#unsent[index];
      if (event?.seq !== seq) continue;
      this.#unsent[index] = { seq, t: event.t, ...by };
      return true;
    }
    return false;
  }

  /** Sends all events that have not been sent. */
  send(isLast: boolean): void {
    if (this.#unsent.length === 0) return;
    // Made before: the stack may have no room for a call afterwards, and nothing must be sent twice.
    const next = list<SentEvent>();
    this.#send(toArray(this.#unsent), isLast);
    this.#unsent = next;
  }

  /** To be called after each event: calls `onDue` at once if the batch is full, and soon if it is not. */
  beDueSoon(): void {
    this.#calm.take(this.#real.now());
    const batch = 1 + floor(this.#calm.taken * waiting);
    if (this.#unsent.length >= batch) this.#onDue();
    else this.beDueLater();
  }

  /** Calls `onDue` after `pace` milliseconds. */
  beDueLater(): void {
    if (this.#isDueLater) return;
    this.#real.setTimer(() => {
      this.#isDueLater = false;
      this.#onDue();
    }, pace);
    this.#isDueLater = true;
  }
}
