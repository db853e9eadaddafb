// The hooks of one task: each tells `Tasks` what the task does.

import type { TaskHandle } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import { nothing } from "../engine/kept.ts";
import { isOverflow } from "../engine/room.ts";
import { Task } from "./task.ts";

/** What follows the tasks of a run, and hears what each of them does: `Tasks`, where each call is described. */
export interface Follower {
  called(value: unknown): void;
  suspend(task: Task, site: Site, value: unknown): void;
  wake(task: Task, thrown: boolean): void;
  caught(task: Task): void;
  passed(task: Task): void;
  begin(task: Task): void;
  fail(task: Task, error: unknown): void;
  end(task: Task): void;
}

/** What the hooks of one piece of code have in common. */
export interface HookedCode {
  readonly tasks: Follower;
  readonly sites: readonly Site[];
  /** Called with whatever a hook throws by mistake. The program goes on. */
  readonly onFault: (error: unknown) => void;
}

/** The stack may overflow in a hook. What it could not record shows at the next hook (see Tasks). */
export function giveUp(error: unknown, { onFault }: HookedCode): void {
  if (!isOverflow(error)) onFault(error);
}

/** @throws if the compiler has told of no such site */
export function siteAt(index: number, sites: readonly Site[]): Site {
  const site = sites[index];
  if (!site) throw new Error(`The compiler told of no site ${index}.`);
  return site;
}

/**
 * A task of instrumented code, with its hooks. It is one object with the task's state: tasks begin by the million.
 *
 * Each setter has a `try` of its own: a shared one would need a closure and a further stack frame in each call. Hooks are
 * called by the million, and when little of the stack is left: even `giveUp` may find no room, and must not throw into
 * the program.
 */
export class HookedTask extends Task implements TaskHandle {
  site = 0;
  readonly #code: HookedCode;
  readonly #tasks: Follower;

  constructor(id: Task["id"], kind: Task["kind"], isTold: boolean, code: HookedCode) {
    super(id, kind, isTold);
    this.#code = code;
    this.#tasks = code.tasks;
  }

  set suspends(value: unknown) {
    try {
      this.#tasks.suspend(this, siteAt(this.site, this.#code.sites), value);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set suspendsCall(value: unknown) {
    try {
      this.#tasks.called(value);
      this.#tasks.suspend(this, siteAt(this.site, this.#code.sites), value);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set suspendsChain(value: unknown) {
    try {
      this.#tasks.called(undefined);
      this.#tasks.suspend(this, siteAt(this.site, this.#code.sites), value);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  suspend<T>(value: T, site: number): T {
    this.site = site;
    this.suspends = value;
    return value;
  }

  set resumes(_: unknown) {
    try {
      this.#tasks.wake(this, false);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  resume<T>(value: T): T {
    this.resumes = value;
    return value;
  }

  awake(): Iterable<never> {
    this.resumes = undefined;
    return nothing;
  }

  set caught(_: true) {
    try {
      this.#tasks.caught(this);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set passed(_: true) {
    try {
      this.#tasks.passed(this);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set begins(_: true) {
    try {
      this.#tasks.begin(this);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set returns(_: unknown) {
    try {
      this.#tasks.end(this);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set throws(error: unknown) {
    try {
      this.#tasks.fail(this, error);
    } catch (mistake) {
      try {
        giveUp(mistake, this.#code);
      } catch {
        // As full as before.
      }
    }
    try {
      this.leaves = true;
    } catch {
      // The next hook of another task ends it.
    }
  }

  set leaves(_: true) {
    try {
      this.#tasks.end(this);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }
}

/** Stands for a task that the trace does not have. Its hooks are mere properties: to set them calls nothing. */
export class LostTask implements TaskHandle {
  site = 0;
  suspends: unknown;
  suspendsCall: unknown;
  suspendsChain: unknown;
  resumes: unknown;
  caught: true = true;
  passed: true = true;
  begins: true = true;
  returns: unknown;
  throws: unknown;
  leaves: true = true;

  suspend<T>(value: T): T {
    return value;
  }

  resume<T>(value: T): T {
    return value;
  }

  awake(): Iterable<never> {
    return nothing;
  }
}
