// The class Lock of the module "interleave": one holder at a time, first come, first served.

import type { TaskId, Wait } from "../trace/events/events.ts";
import type { WaitSources } from "./tasks/wait-sources.ts";

type LockClass = typeof import("interleave").Lock;
type Held = Awaited<ReturnType<InstanceType<LockClass>["acquire"]>>;

/**
 * Creates the class Lock of the module "interleave". The trace shows the name of a lock at each task that waits for it.
 * @param responsible returns the current task, to which a release belongs
 */
export function createLock(waits: WaitSources, responsible: () => TaskId): LockClass {
  return class Lock {
    readonly #name: string;
    readonly #waiting: { readonly resolve: (held: Held) => void; readonly wait: Wait }[] = [];
    #isHeld = false;

    constructor(name: unknown = "") {
      this.#name = String(name).slice(0, 40);
    }

    get isHeld(): boolean {
      return this.#isHeld;
    }

    acquire(): Promise<Held> {
      const wait: Wait = { kind: "lock", name: this.#name };
      const promise = new Promise<Held>((resolve) => {
        this.#waiting.push({ resolve, wait });
      });
      waits.set(promise, wait);
      if (!this.#isHeld) this.#handOn();
      return promise;
    }

    #handOn(): Wait | undefined {
      const next = this.#waiting.shift();
      this.#isHeld = next !== undefined;
      next?.resolve(this.#held());
      return next?.wait;
    }

    /** Returns what a holder gets. Its second release does nothing: somebody else may hold the lock by then. */
    #held(): Held {
      let isMine = true;
      const release = () => {
        if (!isMine) return;
        isMine = false;
        const wait = this.#handOn();
        if (wait) waits.released(wait, responsible());
      };
      return { release, [Symbol.dispose]: release };
    }
  };
}
