// Throttles work that is done in each drawing, so that it takes at most a share of the time.

/** The largest share of the time that the work may take. */
const share = 0.1;

/** The time budget of one kind of work. */
export class Budget {
  #free = Number.NEGATIVE_INFINITY;

  /** Does the work if the budget allows it now, and returns true. Returns false if it has to wait. */
  spend(work: () => void): boolean {
    const begin = performance.now();
    if (begin < this.#free) return false;
    work();
    const end = performance.now();
    this.#free = end + (end - begin) * (1 / share - 1);
    return true;
  }

  /** Lets the next work be done at once, whatever earlier work took. */
  renew(): void {
    this.#free = Number.NEGATIVE_INFINITY;
  }
}
