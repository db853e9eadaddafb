// The lock that panes offer: one holder at a time, the others wait in the order in which they came.

import type { WaitSources } from "./wait-sources.ts";

type LockClass = typeof import("interleave").Lock;
type Held = Awaited<ReturnType<InstanceType<LockClass>["acquire"]>>;

/** The class Lock of the module "interleave"; the trace tells by its name what waits for it. */
export function createLock(waits: WaitSources): LockClass {
  return class Lock {
    readonly #name: string;
    readonly #waiting: ((held: Held) => void)[] = [];
    #isHeld = false;

    constructor(name: unknown = "") {
      this.#name = String(name).slice(0, 40);
    }

    get isHeld(): boolean {
      return this.#isHeld;
    }

    acquire(): Promise<Held> {
      const promise = new Promise<Held>((resolve) => {
        this.#waiting.push(resolve);
      });
      waits.set(promise, { kind: "lock", name: this.#name });
      if (!this.#isHeld) this.#handOn();
      return promise;
    }

    #handOn(): void {
      const next = this.#waiting.shift();
      this.#isHeld = next !== undefined;
      next?.(this.#held());
    }

    /** Releasing it a second time does nothing: it may be somebody else's by then. */
    #held(): Held {
      let isMine = true;
      const release = () => {
        if (isMine) this.#handOn();
        isMine = false;
      };
      return { release, [Symbol.dispose]: release };
    }
  };
}
