// Facts that will hold at a known time, even if the program is busy then: for example that a reply arrives.

import type { TraceFact } from "../../trace/events/events.ts";
import { type List, list } from "../engine/kept.ts";

interface ExpectedFact {
  /** Milliseconds since the run began. */
  readonly due: number;
  readonly fact: TraceFact;
}

/** Expected facts in the order of their times. */
export class ExpectedFacts {
  readonly #facts: List<ExpectedFact> = list();

  /** @returns a function that cancels the expected fact; it does nothing once the fact was taken */
  add(due: number, fact: TraceFact): () => void {
    const expected = { due, fact };
    let at = this.#facts.length;
    for (let before = this.#facts[at - 1]; before && before.due > due; before = this.#facts[at - 1]) {
      this.#facts[at] = before;
      at -= 1;
    }
    this.#facts[at] = expected;
    return () => this.#forget(expected);
  }

  /** Removes the first fact that is due at `now`, and returns it; `undefined` if none is. */
  takeDue(now: number): ExpectedFact | undefined {
    const first = this.#facts[0];
    if (!first || first.due > now) return undefined;
    this.#forget(first);
    return first;
  }

  #forget(expected: ExpectedFact): void {
    let kept = 0;
    for (let index = 0; index < this.#facts.length; index += 1) {
      const each = this.#facts[index];
      if (!each || each === expected) continue;
      this.#facts[kept] = each;
      kept += 1;
    }
    this.#facts.length = kept;
  }
}
