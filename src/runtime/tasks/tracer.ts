// Records trace events: gives each fact a number and a time, and sends events to the page in batches.

import type { SentEvent } from "../../protocol/protocol.ts";
import { mainTask, type RunOutcome, type TraceFact } from "../../trace/events/events.ts";
import type { RealTime } from "../clock/clock.ts";
import { floor, type List, list, max, round, toArray } from "../engine/kept.ts";
import { isOverflow } from "../engine/room.ts";
import { Allowance } from "./allowance.ts";
import { ExpectedFacts } from "./expected-facts.ts";
import { HeldFact } from "./held-fact.ts";
import type { FactRecorder } from "./task-facts.ts";

/** The part of the run's clock that the tracer needs. */
export interface Time {
  /** Milliseconds since the run began. */
  now(): number;
}

/** Sends a batch of events, in order. `isLast` is true if a limit was reached and no event will follow. */
export type Send = (events: readonly SentEvent[], isLast: boolean) => void;

/** Sends the text of an open event that has been sent before, by the event's number. */
export type SendText = (seq: number, text: string) => void;

type OpenOutput = Extract<TraceFact, { kind: "output" }> & Pick<SentEvent, "isOpen">;

/** Limits of one run: events, and characters of output. At a limit the run ends with an error message. */
export const maxEvents = 200_000;
const maxCharacters = 20_000_000;

/** So many characters of output cost the page as much work as one event. */
const charactersPerEvent = 100;
/** The rate of events, per second, that a program may sustain. A faster program is slowed down to this rate. */
const sustainedRate = 20_000;
/** So many events may be recorded in a burst before that rate applies. */
const burst = 20_000;

const tooMuch = `The program was stopped: a run may print, request and set timers ${maxEvents.toLocaleString("en")} times, or print ${maxCharacters.toLocaleString("en")} characters. Let it do less.`;

/** Milliseconds that a fact waits for others before it is sent, unless the program keeps control for longer. */
export const pace = 8;
/**
 * How fast batches grow during a flood. One message keeps the page busy for longer than ten of its events do, and a
 * busy page draws late. But what a program printed before it hangs must not be lost. So the first facts of a flood
 * are sent one by one, later ones in growing batches.
 */
const waiting = 1 / 32;
/** The largest batch, even in a flood that goes on. */
const largestBatch = 64;

/** Records the facts of one run. */
export class Tracer implements FactRecorder {
  readonly #clock: Time;
  readonly #real: RealTime;
  readonly #send: Send;
  readonly #sendText: SendText;
  readonly #expected = new ExpectedFacts();
  readonly #held = new HeldFact();
  /** Counts the facts that came faster than one per `pace` milliseconds: its `taken` is that count. */
  readonly #calm = new Allowance((largestBatch - 1) / waiting, 1 / pace);
  readonly #events = new Allowance(burst, sustainedRate / 1000);
  #unsent: List<SentEvent> = list();
  #releasing = false;
  /** Draws the number of the next event. */
  #draw: () => number = () => this.#recorded;
  #takeBack: (number: number) => boolean = () => true;
  #seq = -1;
  #reserved: number | undefined;
  #recorded = 0;
  #failure: unknown;
  #characters = 0;
  #last = 0;
  #flushing = false;
  #hasEnded = false;
  #isFull = false;
  #isRepeatable = false;

  /** @param real the real time by which batches are sent and the program is slowed down */
  constructor(clock: Time, real: RealTime, send: Send, sendText: SendText = () => undefined) {
    this.#clock = clock;
    this.#real = real;
    this.#send = send;
    this.#sendText = sendText;
  }

  /** The time of the newest fact. */
  get last(): number {
    return this.#last;
  }

  /** How many facts have been recorded. */
  get recorded(): number {
    return this.#recorded;
  }

  /**
   * From now on events get numbers that several tracers draw together. To be called before the first fact.
   * @param takeBack takes a number back; false if a later one has been drawn
   */
  useNumbers(draw: () => number, takeBack: (number: number) => boolean): void {
    this.#draw = draw;
    this.#takeBack = takeBack;
  }

  /**
   * Reserves a number for the next fact. Call it right before something that other threads may follow from at once, if
   * the fact of it takes time to make.
   */
  reserve(): void {
    if (this.#isFull) return;
    this.#release();
    this.#recordExpected(this.#clock.now());
    this.#reserved ??= this.#draw();
  }

  /**
   * What the number was reserved for has not happened. Gives it back: the next fact may follow from facts that other
   * threads record until then. If they have recorded one already, the next fact gets it, as no number may be left out.
   */
  giveBack(): void {
    if (this.#reserved !== undefined && this.#takeBack(this.#reserved)) this.#reserved = undefined;
  }

  /**
   * Records a fact that holds now, after the expected facts that are due by now. Does nothing once a limit is
   * reached.
   * @returns the time of the fact in the trace
   */
  record(fact: TraceFact | OpenOutput): number {
    if (this.#isFull) return this.#last;
    this.#raise();
    const characters = fact.kind === "output" ? fact.text.length : 0;
    this.#slowDown(1 + characters / charactersPerEvent);
    this.#release();
    const now = this.#clock.now();
    this.#recordExpected(now);
    this.#stamp(fact, now);
    // From here on nothing may throw: the caller would take the fact for one that has not been recorded.
    this.#characters += characters;
    const time = this.#last;
    try {
      this.#handOver();
    } catch (error) {
      this.#failure = error;
    }
    return time;
  }

  /**
   * Records output whose text will be known within the present microtasks. It is sent like any other: a program that
   * never ends its turn must not keep its line.
   * @returns a function to be called once with the text
   */
  recordOpen(fact: Extract<TraceFact, { kind: "output" }>): (text: string) => void {
    if (this.#isFull) return () => undefined;
    const open: OpenOutput = { ...fact, isOpen: true };
    this.record(open);
    const seq = this.#seq;
    return (text) => {
      if (!this.#isFull && !this.#replace(seq, { ...fact, text })) this.#sendText(seq, text);
    };
  }

  /** Replaces the fact of an event that has not been sent. Returns false if it has been sent. */
  #replace(seq: number, by: TraceFact): boolean {
    for (let index = this.#unsent.length - 1; index >= 0; index -= 1) {
      const event = this.#unsent[index];
      if (event?.seq !== seq) continue;
      this.#unsent[index] = { seq, t: event.t, ...by };
      return true;
    }
    return false;
  }

  /** Sends events or schedules that. */
  #handOver(): void {
    if (this.#seq >= maxEvents - 1 || this.#characters >= maxCharacters) this.#endAtLimit();
    this.#flushSoon();
  }

  /** Throws what could not be thrown when events were sent, but for a stack overflow: they will be sent later. */
  #raise(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined && !isOverflow(failure)) throw failure;
  }

  /** Records the fact that `make` returns, unless `takeBack` is called before anything else is recorded. */
  hold(make: () => TraceFact): void {
    if (this.#held.isHot) this.#held.hold(make);
    else this.#holdTimed(make);
  }

  #holdTimed(make: () => TraceFact): void {
    if (this.#isFull) return;
    this.#release();
    const now = this.#clock.now();
    this.#releaseAfterTurn();
    this.#held.hold(make, now);
  }

  /** From now on a held fact stays held until the next fact: real time must not decide whether it is recorded. */
  makeRepeatable(): void {
    this.#isRepeatable = true;
  }

  /** Takes back the held fact. Returns false if it has been recorded already. */
  takeBack(): boolean {
    return this.#held.takeBack(this.#releasing);
  }

  /**
   * Records a fact at `due` milliseconds, even if the program keeps control past that time.
   * @returns a function that cancels the expected fact; it does nothing once the fact is recorded
   */
  expect(due: number, fact: TraceFact): () => void {
    return this.#expected.add(due, fact);
  }

  /**
   * Records the end of the program, once, and sends all events that are left. Events of inputs at the prompt may
   * follow.
   * @param at when the program was over, if that is known only later
   * @param before facts that the end brings about
   */
  end(outcome: RunOutcome, at: number = this.#clock.now(), before: readonly TraceFact[] = []): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#release();
    this.#recordExpected(at);
    for (let index = 0; index < before.length; index += 1) {
      const fact = before[index];
      if (fact) this.#stamp(fact, at);
    }
    this.#stamp({ kind: "run-end", outcome }, at);
    this.flush();
  }

  /** Sends the unsent events. Called before the program keeps control for long. */
  flush(): void {
    if (!this.#isRepeatable) this.#release();
    if (this.#unsent.length === 0) return;
    const next = list<SentEvent>();
    this.#send(toArray(this.#unsent), this.#isFull);
    this.#unsent = next;
  }

  #release(): void {
    const released = this.#held.release();
    if (!released) return;
    const t = released.at ?? this.#clock.now();
    this.#recordExpected(t);
    this.#stamp(released.fact, t);
    this.#held.make = undefined;
  }

  #recordExpected(now: number): void {
    for (let first = this.#expected.takeDue(now); first; first = this.#expected.takeDue(now))
      this.#stamp(first.fact, first.due);
  }

  #stamp(fact: TraceFact | OpenOutput, t: number): void {
    // Rounds to microseconds: clocks step by up to 1 ms, and none is finer than a microsecond.
    this.#last = max(this.#last, round(t * 1000) / 1000);
    this.#seq = this.#reserved ?? this.#draw();
    this.#reserved = undefined;
    this.#unsent[this.#unsent.length] = { seq: this.#seq, t: this.#last, ...fact };
    this.#recorded += 1;
  }

  #endAtLimit(): void {
    this.#isFull = true;
    if (this.#hasEnded) this.#stamp(problem(tooMuch), this.#last);
    else this.end({ kind: "limit", reason: tooMuch });
    this.flush();
  }

  /**
   * Blocks the program while it records too fast, as a slow terminal would. A page flooded with messages could not
   * stop it.
   */
  #slowDown(weight: number): void {
    while (!this.#events.take(this.#real.now(), weight)) {
      this.flush();
      this.#real.block(pace);
    }
  }

  #flushSoon(): void {
    this.#calm.take(this.#real.now());
    const batch = 1 + floor(this.#calm.taken * waiting);
    if (this.#unsent.length >= batch) this.flush();
    else this.#flushLater();
  }

  /** Records the held fact after the program's turn: a task that is still suspended then really waits. */
  #releaseAfterTurn(): void {
    if (this.#releasing || this.#isRepeatable) return;
    this.#real.soon(() => {
      this.#releasing = false;
      this.#release();
      this.#held.coolDown();
      this.#flushLater();
    });
    this.#releasing = true;
  }

  #flushLater(): void {
    if (this.#flushing) return;
    this.#real.setTimer(() => {
      this.#flushing = false;
      this.flush();
    }, pace);
    this.#flushing = true;
  }
}

function problem(headline: string): TraceFact {
  return { kind: "error", task: mainTask, error: { headline, frames: [], rejection: false } };
}
