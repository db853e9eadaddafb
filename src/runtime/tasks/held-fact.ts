// A fact that is recorded only if nothing takes it back: that a task is suspended, unless the same task goes on at once.

import type { TraceFact } from "../../trace/events/events.ts";

/**
 * After so many facts in a row that were held and taken back, the clock is no longer asked for the time of a held fact:
 * in a browser that takes longer than the rest of a hand-over. The fact then gets the time at which it is recorded:
 * that of the next fact, or of the end of the program's turn.
 */
const manyTakenBack = 64;

/** The one fact that is held at present, if there is one. */
export class HeldFact {
  /** Makes the held fact. The tracer deletes it once that is recorded: by then the stack may have no room for a call. */
  make: (() => TraceFact) | undefined;
  /** The time of the held fact; `undefined` if the clock was not asked. */
  #at: number | undefined;
  /** How many held facts in a row were taken back. */
  #takenBack = 0;
  /**
   * True after `manyTakenBack` facts in a row were taken back, until a held fact is recorded or the program's turn
   * ends.
   */
  #isHot = false;

  /** True if a fact may be held without a time, and without an end of the turn being awaited. */
  get isHot(): boolean {
    return this.#isHot && !this.make;
  }

  /** Holds the fact that `make` returns. @param at its time; left out if the clock is not to be asked */
  hold(make: () => TraceFact, at?: number): void {
    this.make = make;
    if (at !== undefined) this.#at = at;
  }

  /**
   * Takes back the held fact. Returns false if it has been recorded already.
   * @param mayHeat true if the end of the present turn is awaited
   */
  takeBack(mayHeat: boolean): boolean {
    if (!this.make) return false;
    if (!this.#isHot) this.#warmUp(mayHeat);
    this.make = undefined;
    return true;
  }

  /** Returns the held fact, which is to be recorded now. Its time is `undefined` if the clock was not asked. */
  release(): { readonly fact: TraceFact; readonly at: number | undefined } | undefined {
    if (!this.make) return undefined;
    this.coolDown();
    return { fact: this.make(), at: this.#at };
  }

  /** The program's turn has ended. */
  coolDown(): void {
    this.#isHot = false;
    this.#takenBack = 0;
  }

  #warmUp(mayHeat: boolean): void {
    this.#takenBack += 1;
    if (this.#takenBack < manyTakenBack || !mayHeat) return;
    this.#isHot = true;
    this.#at = undefined;
  }
}
