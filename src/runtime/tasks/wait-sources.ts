// Maps promises to what settles them (timer, request, task, lock), so that the trace can say what a task waits for.

import type { GroupMethod } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import type { GroupEnd, RequestId, TaskId, TaskKind, TimerId, Wait } from "../../trace/events/events.ts";
import { element, isArray, KeptWeakMap, type List, list, min, toArray } from "../engine/kept.ts";
import { isProxy } from "../engine/proxies.ts";

const groupEnds: Readonly<Record<GroupMethod, GroupEnd>> = {
  all: "all",
  allSettled: "all-settled",
  race: "first-settled",
  any: "first-fulfilled",
};

/** Constants, as loops wait by the million. */
const simple = {
  caller: { kind: "caller" },
  promise: { kind: "promise" },
  turn: { kind: "turn" },
} as const satisfies Record<string, Wait>;

/** The most members of a group (for example of `Promise.all`) that the trace has. */
const mostMembers = 100;

/** What settles each promise of one run. */
export class WaitSources {
  readonly #sources = new KeptWeakMap<object, Wait>();
  readonly #releasers = new KeptWeakMap<Wait, TaskId>();
  #timersSet = 0;
  #lastTimer: TimerId | undefined;
  #members: unknown;

  /** Notes what settles `promise`. Does nothing if `promise` is no object. */
  set(promise: unknown, wait: Wait): void {
    if (typeof promise === "object" && promise !== null) this.#sources.set(promise, wait);
  }

  /** Notes that `task` has released the lock of `wait`. */
  released(wait: Wait, task: TaskId): void {
    this.#releasers.set(wait, task);
  }

  /** Returns the task that released the lock of `wait`; `undefined` if the lock was free. */
  releaserOf(wait: Wait): TaskId | undefined {
    return this.#releasers.get(wait);
  }

  /** Notes that `promise` is the one that fetch returns for a request. */
  setRequest(promise: object, request: RequestId): void {
    this.set(promise, { kind: "request", request });
  }

  /** Returns the task that a promise belongs to, or `undefined` if it is not the promise of a task. */
  taskOf(promise: unknown): TaskId | undefined {
    const wait = this.sourceOf(promise);
    return wait?.kind === "task" ? wait.task : undefined;
  }

  /** Returns what settles a promise, or `undefined` if that is not known. */
  sourceOf(promise: unknown): Wait | undefined {
    return typeof promise === "object" && promise !== null ? this.#sources.get(promise) : undefined;
  }

  /** Notes that the program has set a timer. */
  timerSet(timer: TimerId): void {
    this.#timersSet += 1;
    this.#lastTimer = timer;
  }

  /** Returns a mark to be passed to `made`: the number of timers set so far. */
  mark(): number {
    return this.#timersSet;
  }

  /**
   * Notes that a promise waits for a timer, if exactly one timer was set while the promise was constructed. Sleeps
   * are written like this: `new Promise((resolve) => setTimeout(resolve, 100))`.
   */
  made(mark: number, promise: unknown): void {
    const timer = this.#lastTimer;
    if (this.#timersSet === mark + 1 && timer !== undefined) this.set(promise, { kind: "timer", timer });
  }

  /** Notes the argument of a group method, which is about to be called. */
  members(iterable: unknown): void {
    this.#members = iterable;
  }

  /** Notes what settles the promise that a group method has returned: its members. */
  group(method: GroupMethod, promise: unknown): void {
    const members = this.#members;
    this.#members = undefined;
    this.set(promise, { kind: "group", until: groupEnds[method], of: this.#membersOf(members) });
  }

  /**
   * Returns the waits of an array's members. Other iterables give none: they are already used up. A proxy gives none,
   * as it would notice.
   */
  #membersOf(members: unknown): readonly Wait[] {
    const waits: List<Wait> = list();
    if (isProxy(members) || !isArray(members)) return toArray(waits);
    const count = min(members.length, mostMembers);
    for (let index = 0; index < count; index += 1) {
      const member = element(members, index);
      waits[index] = this.sourceOf(member) ?? bare(member);
    }
    return toArray(waits);
  }

  /** Returns what a task waits for that is suspended at a site of the kind `at`. */
  describe(value: unknown, at: Site["what"]["kind"], kind: TaskKind): Wait {
    switch (at) {
      case "yield":
        return simple.caller;
      case "delegate":
        // At `yield*` an async generator awaits the values of the inner one.
        return kind === "generator" ? simple.caller : simple.promise;
      case "for-await":
        return simple.promise;
      case "await":
      case "function":
        return this.sourceOf(value) ?? bare(value);
      default:
        return at satisfies never;
    }
  }
}

/**
 * Returns the wait for a value of unknown source. It does not check for a promise or a `then()`: the object's owner
 * could notice.
 */
function bare(value: unknown): Wait {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject ? simple.promise : simple.turn;
}
