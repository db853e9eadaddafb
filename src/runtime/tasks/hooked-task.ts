// The hooks of one task: each tells `Tasks` what the task does.

import type { TaskHandle } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import { nothing } from "../engine/kept.ts";
import { isOverflow } from "../engine/room.ts";
import type { Task } from "./task.ts";
import type { Tasks } from "./tasks.ts";

/** What the hooks of one piece of code have in common. */
export interface HookedCode {
  readonly tasks: Tasks;
  readonly sites: readonly Site[];
  /** Called with whatever a hook throws by mistake. The program goes on. */
  readonly onFault: (error: unknown) => void;
}

/** The stack may overflow in a hook. What it could not record shows at the next hook (see Tasks). */
export function giveUp(error: unknown, { onFault }: HookedCode): void {
  if (!isOverflow(error)) onFault(error);
}

/** @throws if the compiler has told of no such site */
export function siteAt(index: number, { sites }: HookedCode): Site {
  const site = sites[index];
  if (!site) throw new Error(`The compiler told of no site ${index}.`);
  return site;
}

/** A task that the trace has, or one whose events the thinned trace leaves out. */
export class HookedTask implements TaskHandle {
  site = 0;
  readonly #task: Task;
  readonly #code: HookedCode;

  constructor(task: Task, code: HookedCode) {
    this.#task = task;
    this.#code = code;
  }

  set suspends(value: unknown) {
    try {
      this.#code.tasks.suspend(this.#task, siteAt(this.site, this.#code), value);
    } catch (error) {
      giveUp(error, this.#code);
    }
  }

  set suspendsCall(value: unknown) {
    try {
      this.#code.tasks.called(value);
      this.#code.tasks.suspend(this.#task, siteAt(this.site, this.#code), value);
    } catch (error) {
      giveUp(error, this.#code);
    }
  }

  set suspendsChain(value: unknown) {
    try {
      this.#code.tasks.called(undefined);
      this.#code.tasks.suspend(this.#task, siteAt(this.site, this.#code), value);
    } catch (error) {
      giveUp(error, this.#code);
    }
  }

  suspend<T>(value: T, site: number): T {
    this.site = site;
    this.suspends = value;
    return value;
  }

  set resumes(_: unknown) {
    try {
      this.#code.tasks.wake(this.#task, false);
    } catch (error) {
      giveUp(error, this.#code);
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
      this.#code.tasks.caught(this.#task);
    } catch (error) {
      giveUp(error, this.#code);
    }
  }

  set passed(_: true) {
    try {
      this.#code.tasks.passed(this.#task);
    } catch (error) {
      giveUp(error, this.#code);
    }
  }

  set begins(_: true) {
    try {
      this.#code.tasks.begin(this.#task);
    } catch (error) {
      giveUp(error, this.#code);
    }
  }

  set returns(_: unknown) {
    this.leaves = true;
  }

  set throws(error: unknown) {
    try {
      this.#code.tasks.fail(this.#task, error);
    } catch (mistake) {
      giveUp(mistake, this.#code);
    }
    this.leaves = true;
  }

  set leaves(_: true) {
    try {
      this.#code.tasks.end(this.#task);
    } catch (error) {
      giveUp(error, this.#code);
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
