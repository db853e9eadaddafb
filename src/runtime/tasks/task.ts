// One task as the tracer sees it while the program runs.

import type { TaskHandle } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import type { TaskId, TaskKind, Wait } from "../../trace/events/events.ts";

import { type List, list } from "../engine/kept.ts";

/** Of more promises at once it is not told whose they are. */
const mostHanded = 1000;

/** A call of an async function, a generator, the program's top level, or what was entered at the prompt. */
export class Task implements TaskHandle {
  /** Under which number the trace knows it, or the nearest task that led to it where there are too many. */
  readonly id: TaskId;
  readonly kind: TaskKind;
  /** False where the trace does not know it. */
  readonly isTold: boolean;
  state: "created" | "running" | "suspended" | "ended" = "created";
  /** Who gets control when this task gives it up: the task that called it; nobody where the event loop did. */
  below: Task | undefined;
  /** What kind of place it is suspended at. */
  at: Site["what"]["kind"] = "function";
  /** What it waits for while it is suspended, and the how manieth suspension of the run that is. */
  wait: Wait | undefined;
  suspendedAt = 0;
  /** How many tasks have control below it. */
  depth = 0;
  /** Coroutines that it called and whose promises nobody has seen yet, in order; undefined where there are none. */
  handed: List<Task> | undefined;
  /** The generator that it has asked for a value, where it is at a `for await`. */
  asked: Task | undefined;
  /** True while it is suspended, and not for a caller. */
  isWaiting = false;
  /** True once it has given control back for the first time. */
  hasReturned = false;
  /** Its error, from the moment it is about to end by throwing it. */
  error: string | undefined;
  /** True where it went from a yield straight into a finally block: by return(), unless an error shows up. */
  isClosing = false;

  constructor(id: TaskId, kind: TaskKind, isTold: boolean) {
    this.id = id;
    this.kind = kind;
    this.isTold = isTold;
  }

  /** Notes that a coroutine hands its promise to this task, which called it. */
  hand(coroutine: Task): void {
    this.handed ??= list();
    if (this.handed.length <= mostHanded) this.handed[this.handed.length] = coroutine;
  }
}
