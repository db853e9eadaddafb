// Keeps work that is done in every drawing to a share of the time, however long it takes.

/** So much of the time the work may take. */
const share = 0.1;

/** The budget of one kind of work. */
export class Budget {
  #free = Number.NEGATIVE_INFINITY;

  /** Does the work where there is time for it; false where it has to wait. */
  spend(work: () => void): boolean {
    const begin = performance.now();
    if (begin < this.#free) return false;
    work();
    const end = performance.now();
    this.#free = end + (end - begin) * (1 / share - 1);
    return true;
  }

  /** There is time again, whatever the work took so far. */
  renew(): void {
    this.#free = Number.NEGATIVE_INFINITY;
  }
}
