// Records trace events: gives each fact a number and a time, and ends a run that records too much.

import type { SentEvent } from "../../protocol/protocol.ts";
import { mainTask, type RunOutcome, type TraceFact } from "../../trace/events/events.ts";
import type { RealTime } from "../clock/clock.ts";
import { max, round } from "../engine/kept.ts";
import { isOverflow } from "../engine/room.ts";
import { Allowance } from "./allowance.ts";
import { ExpectedFacts } from "./expected-facts.ts";
import { HeldFact } from "./held-fact.ts";
import { Outbox, pace, type Send } from "./outbox.ts";
import type { FactRecorder } from "./task-facts.ts";

/** The part of the run's clock that the tracer needs. */
export interface Time {
  /** Milliseconds since the run began. */
  now(): number;
}

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

/** Records the facts of one run. */
export class Tracer implements FactRecorder {
  readonly #clock: Time;
  readonly #real: RealTime;
  readonly #sendText: SendText;
  readonly #expected = new ExpectedFacts();
  readonly #held = new HeldFact();
  readonly #outbox: Outbox;
  readonly #events = new Allowance(burst, sustainedRate / 1000);
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
  #hasEnded = false;
  #isFull = false;
  #isRepeatable = false;

  /** @param real the real time by which batches are sent and the program is slowed down */
  constructor(clock: Time, real: RealTime, send: Send, sendText: SendText = () => undefined) {
    this.#clock = clock;
    this.#real = real;
    this.#outbox = new Outbox(real, send, () => this.flush());
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
      if (!this.#isFull && !this.#outbox.replace(seq, { ...fact, text })) this.#sendText(seq, text);
    };
  }

  /** Sends events or schedules that. */
  #handOver(): void {
    if (this.#seq >= maxEvents - 1 || this.#characters >= maxCharacters) this.#endAtLimit();
    this.#outbox.beDueSoon();
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
    this.#outbox.send(this.#isFull);
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
    // Kept until it is used: no number may be left out, even if the stack has no room for the next call.
    this.#reserved ??= this.#draw();
    this.#outbox.add({ seq: this.#reserved, t: this.#last, ...fact });
    this.#seq = this.#reserved;
    this.#reserved = undefined;
    this.#recorded += 1;
  }

  #endAtLimit(): void {
    this.#release();
    // In case the stack has no room to send them now.
    this.#outbox.beDueLater();
    const end = { kind: "run-end", outcome: { kind: "limit", reason: tooMuch } } as const;
    this.#stamp(this.#hasEnded ? problem(tooMuch) : end, this.#last);
    this.#hasEnded = true;
    this.#isFull = true;
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

  /** Records the held fact after the program's turn: a task that is still suspended then really waits. */
  #releaseAfterTurn(): void {
    if (this.#releasing || this.#isRepeatable) return;
    this.#real.soon(() => {
      this.#releasing = false;
      this.#release();
      this.#held.coolDown();
      this.#outbox.beDueLater();
    });
    this.#releasing = true;
  }
}

function problem(headline: string): TraceFact {
  return { kind: "error", task: mainTask, error: { headline, frames: [], rejection: false } };
}
