// Stamps facts with the run's clock, in order, and hands them to the page at a pace that the page can follow.

import type { RunOutcome, TraceEvent, TraceFact } from "../trace/events.ts";
import { Allowance } from "./allowance.ts";
import type { Clock } from "./clock.ts";

/** A fact that will hold at a known time, whether or not the program is busy then. */
interface ExpectedFact {
  readonly due: number;
  readonly fact: TraceFact;
}

/** What one run may record before it is ended with a sentence: events, and characters of output. */
export const maxEvents = 200_000;
export const maxCharacters = 20_000_000;

/** Characters that are as much work for the page as one event. */
const charactersPerEvent = 100;
/** Events per second that a program may record for long; a program that records faster is slowed down to it. */
const sustainedRate = 20_000;
/** Events that may be recorded at once before that rate applies. */
const burst = 20_000;

/** Messages to the page that may be sent at once; each takes `pace` milliseconds to be earned again. */
const messageBurst = 2000;
export const pace = 8;
/** As many events go at once even in a flood: what a program printed before it hangs must not be lost with it. */
const batch = 64;

/** Records the facts of one run. */
export class Tracer {
  readonly #clock: Clock;
  readonly #send: (events: readonly TraceEvent[]) => void;
  readonly #expected: ExpectedFact[] = [];
  readonly #messages = new Allowance(messageBurst, 1 / pace);
  readonly #events = new Allowance(burst, sustainedRate / 1000);
  #unsent: TraceEvent[] = [];
  #seq = 0;
  #characters = 0;
  #last = 0;
  #flushing = false;
  #ended = false;

  constructor(clock: Clock, send: (events: readonly TraceEvent[]) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** How many facts have been recorded. */
  get recorded(): number {
    return this.#seq;
  }

  /**
   * Records a fact that holds now, after those expected until now. Does nothing once the run has ended.
   * @returns the time that the trace tells for it
   */
  record(fact: TraceFact): number {
    if (this.#ended) return this.#last;
    const characters = fact.kind === "output" ? fact.text.length : 0;
    this.#slowDown(1 + characters / charactersPerEvent);
    const now = this.#clock.now();
    this.#recordExpected(now);
    this.#stamp(fact, now);
    const time = this.#last;
    this.#characters += characters;
    if (this.#seq >= maxEvents || this.#characters >= maxCharacters) this.#endAtLimit();
    this.#flushSoon();
    return time;
  }

  /**
   * Records a fact at `due` milliseconds even if the program keeps control past that time.
   * @returns a function that takes the expectation back; it does nothing once the fact is recorded
   */
  expect(due: number, fact: TraceFact): () => void {
    const expected = { due, fact };
    const later = this.#expected.findIndex((other) => other.due > due);
    this.#expected.splice(later < 0 ? this.#expected.length : later, 0, expected);
    return () => {
      const index = this.#expected.indexOf(expected);
      if (index >= 0) this.#expected.splice(index, 1);
    };
  }

  /**
   * Records the run's end and sends all that is left.
   * @param at when the run was over, where that shows only later
   */
  end(outcome: RunOutcome, at: number = this.#clock.now()): void {
    if (this.#ended) return;
    this.#recordExpected(at);
    this.#stamp({ kind: "run-end", outcome }, at);
    this.#ended = true;
    this.flush();
  }

  /** Sends what is recorded: called before the program keeps control for long. */
  flush(): void {
    if (this.#unsent.length === 0) return;
    this.#send(this.#unsent);
    this.#unsent = [];
  }

  #recordExpected(now: number): void {
    while (this.#expected[0] && this.#expected[0].due <= now) {
      const { due, fact } = this.#expected.shift() as ExpectedFact;
      this.#stamp(fact, due);
    }
  }

  #stamp(fact: TraceFact, t: number): void {
    // Clocks step by up to 1 ms, and a microsecond is finer than any of them.
    this.#last = Math.max(this.#last, Math.round(t * 1000) / 1000);
    this.#unsent.push({ seq: this.#seq, t: this.#last, ...fact });
    this.#seq += 1;
  }

  #endAtLimit(): void {
    const [events, characters] = [maxEvents, maxCharacters].map((count) => count.toLocaleString("en"));
    this.end({
      kind: "limit",
      reason: `The program was stopped: a run may print and request ${events} times, or print ${characters} characters. Print less.`,
    });
  }

  /** A page busy with a flood of messages cannot stop it, so the program waits, as it would for a slow terminal. */
  #slowDown(weight: number): void {
    while (!this.#events.take(this.#clock.now(), weight)) {
      this.flush();
      this.#clock.block(pace);
    }
  }

  #flushSoon(): void {
    if (this.#unsent.length >= batch || this.#messages.take(this.#clock.now())) {
      this.flush();
    } else if (!this.#flushing) {
      this.#flushing = true;
      this.#clock.setTimer(() => {
        this.#flushing = false;
        this.flush();
      }, pace);
    }
  }
}
