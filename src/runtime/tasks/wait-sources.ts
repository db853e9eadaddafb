// Knows where promises come from, so that the trace can tell what a task waits for.

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

/** Made once: loops wait by the million. */
const simple = {
  caller: { kind: "caller" },
  promise: { kind: "promise" },
  turn: { kind: "turn" },
} as const satisfies Record<string, Wait>;

/** Of so many members of a group the trace tells. */
const mostMembers = 100;

/** What the promises of one run stand for. */
export class WaitSources {
  readonly #sources = new KeptWeakMap<object, Wait>();
  readonly #releasers = new KeptWeakMap<Wait, TaskId>();
  #timersSet = 0;
  #lastTimer: TimerId | undefined;
  #members: unknown;

  /** `promise` settles with what `wait` tells. Does nothing for a value that is no object. */
  set(promise: unknown, wait: Wait): void {
    if (typeof promise === "object" && promise !== null) this.#sources.set(promise, wait);
  }

  /** Notes that `task` has released the lock that is waited for so. */
  released(wait: Wait, task: TaskId): void {
    this.#releasers.set(wait, task);
  }

  /** Who released the lock that is waited for so; undefined where it was free. */
  releaserOf(wait: Wait): TaskId | undefined {
    return this.#releasers.get(wait);
  }

  setRequest(promise: object, request: RequestId): void {
    this.set(promise, { kind: "request", request });
  }

  /** The task whose promise it is; undefined where it is no task's. */
  taskOf(promise: unknown): TaskId | undefined {
    const wait = this.#of(promise);
    return wait?.kind === "task" ? wait.task : undefined;
  }

  /** What settles a promise; undefined where that is not known. */
  sourceOf(promise: unknown): Wait | undefined {
    return this.#of(promise);
  }

  timerSet(timer: TimerId): void {
    this.#timersSet += 1;
    this.#lastTimer = timer;
  }

  /** To be given to `made`. */
  mark(): number {
    return this.#timersSet;
  }

  /** A promise whose construction set exactly one timer waits for it: so are sleeps written. */
  made(mark: number, promise: unknown): void {
    const { kind, timer } = { kind: "timer", timer: this.#lastTimer } as const;
    if (this.#timersSet === mark + 1 && timer !== undefined) this.set(promise, { kind, timer });
  }

  members(iterable: unknown): void {
    this.#members = iterable;
  }

  group(method: GroupMethod, promise: unknown): void {
    const members = this.#members;
    this.#members = undefined;
    this.set(promise, { kind: "group", until: groupEnds[method], of: this.#membersOf(members) });
  }

  /** Of any other iterable than an array nothing is left to look at, and a proxy would notice. */
  #membersOf(members: unknown): readonly Wait[] {
    const waits: List<Wait> = list();
    if (isProxy(members) || !isArray(members)) return toArray(waits);
    const count = min(members.length, mostMembers);
    for (let index = 0; index < count; index += 1) {
      const member = element(members, index);
      waits[index] = this.#of(member) ?? bare(member);
    }
    return toArray(waits);
  }

  /** What a task that is suspended at a site of the given kind waits for. */
  describe(value: unknown, at: Site["what"]["kind"], kind: TaskKind): Wait {
    switch (at) {
      case "yield":
        return simple.caller;
      case "delegate":
        // An async generator awaits what the inner one gives.
        return kind === "generator" ? simple.caller : simple.promise;
      case "for-await":
        return simple.promise;
      case "await":
      case "function":
        return this.#of(value) ?? bare(value);
      default:
        return at satisfies never;
    }
  }

  #of(value: unknown): Wait | undefined {
    return typeof value === "object" && value !== null ? this.#sources.get(value) : undefined;
  }
}

/** Whether an object is a promise or has a then() is not asked: its owner could notice. */
function bare(value: unknown): Wait {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject ? simple.promise : simple.turn;
}
