// The lock that panes offer: one holder at a time, the others wait in the order in which they came.

import type { TaskId, Wait } from "../trace/events/events.ts";
import type { WaitSources } from "./tasks/wait-sources.ts";

type LockClass = typeof import("interleave").Lock;
type Held = Awaited<ReturnType<InstanceType<LockClass>["acquire"]>>;

/**
 * The class Lock of the module "interleave"; the trace tells by its name what waits for it.
 * @param responsible the task that what happens now belongs to
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

    /** Releasing it a second time does nothing: it may be somebody else's by then. */
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
