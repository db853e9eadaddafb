import type { Wait } from "./hub";

// Lets in one green thread; the others queue.
export class Semaphore {
  #isFree = true;
  readonly #queue: ((reply: string) => void)[] = [];

  *acquire(): Generator<Wait, Disposable, string> {
    if (!this.#isFree) {
      yield new Promise((wake) => {
        this.#queue.push(wake);
      });
    }
    this.#isFree = false;
    return { [Symbol.dispose]: () => this.#release() };
  }

  // Whoever is next has it now: it was never free.
  #release() {
    const wake = this.#queue.shift();
    if (wake) wake("");
    else this.#isFree = true;
  }
}
