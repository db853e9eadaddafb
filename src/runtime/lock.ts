// The class Lock of the module "interleave": one holder at a time, first come, first served.

import type { TaskId, Wait } from "../trace/events/events.ts";
import { EnginePromise, type List, list, push, sliceText, text } from "./engine/kept.ts";
import type { WaitSources } from "./tasks/wait-sources.ts";

type LockClass = typeof import("interleave").Lock;
interface Waiting {
  readonly resolve: (held: Held) => void;
  readonly wait: Wait;
}

type Held = Awaited<ReturnType<InstanceType<LockClass>["acquire"]>>;

/**
 * Creates the class Lock of the module "interleave". The trace shows the name of a lock at each task that waits for it.
 * @param responsible returns the current task, to which a release belongs
 */
export function createLock(waits: WaitSources, responsible: () => TaskId): LockClass {
  return class Lock {
    readonly #name: string;
    readonly #waiting: List<Waiting> = list();
    /** How many of those have got the lock. */
    #served = 0;
    #isHeld = false;

    constructor(name: unknown = "") {
      this.#name = sliceText(text(name), 0, 40);
    }

    get isHeld(): boolean {
      return this.#isHeld;
    }

    acquire(): Promise<Held> {
      const wait: Wait = { kind: "lock", name: this.#name };
      const promise = new EnginePromise<Held>((resolve) => {
        push(this.#waiting, { resolve, wait });
      });
      waits.set(promise, wait);
      if (!this.#isHeld) this.#handOn();
      return promise;
    }

    #handOn(): Wait | undefined {
      const next = this.#next();
      this.#isHeld = next !== undefined;
      next?.resolve(this.#held());
      return next?.wait;
    }

    #next(): Waiting | undefined {
      const next = this.#waiting[this.#served];
      if (next) this.#served += 1;
      // Those that were served are forgotten when nobody waits.
      if (this.#served === this.#waiting.length) this.#served = this.#waiting.length = 0;
      return next;
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
