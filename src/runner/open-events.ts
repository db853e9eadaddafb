// Holds back events behind an output whose text is not known yet: its promises are being asked for their states.

import type { SentEvent } from "../protocol/protocol.ts";
import type { TraceEvent } from "../trace/events/events.ts";

/**
 * How long a text is waited for: so many rounds of so many milliseconds, in which the page is free to take it. A program
 * that keeps control for longer, perhaps for ever, shows its promises as they were known.
 */
const rounds = 30;
const round = 100;

/** The held events of one run. */
export class OpenEvents {
  readonly #append: (events: readonly TraceEvent[]) => void;
  #held: SentEvent[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param append called with events whose texts are known, in order */
  constructor(append: (events: readonly TraceEvent[]) => void) {
    this.#append = append;
  }

  /** Takes events in order. Passes on those before the first one that is open. */
  take(events: readonly SentEvent[]): void {
    this.#held.push(...events);
    this.#goOn();
  }

  /** Takes the text of an open event. */
  fill(seq: number, text: string): void {
    this.#held = this.#held.map((event) => {
      if (event.seq !== seq || event.kind !== "output") return event;
      return closed({ ...event, text });
    });
    this.#goOn();
  }

  /** Lets all events go, with the texts as they are known. */
  release(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    const held = this.#held.map(closed);
    this.#held = [];
    if (held.length > 0) this.#append(held);
  }

  #goOn(): void {
    const open = this.#held.findIndex(({ isOpen }) => isOpen);
    if (open < 0) {
      this.release();
      return;
    }
    const known = this.#held.splice(0, open);
    if (this.#waiting === undefined) this.#wait(rounds);
    if (known.length > 0) this.#append(known);
  }

  #wait(left: number): void {
    this.#waiting = setTimeout(() => {
      if (left > 1) this.#wait(left - 1);
      else this.release();
    }, round);
  }
}

function closed({ isOpen: _, ...event }: SentEvent): TraceEvent {
  return event as TraceEvent;
}
