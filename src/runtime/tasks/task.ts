// The state of one task while the program runs.

import type { Site } from "../../protocol/javascript.ts";
import type { TaskId, TaskKind, Wait } from "../../trace/events/events.ts";
import { type List, list, push } from "../engine/kept.ts";

/** If an array has more promises than this, none of them is linked to its task. */
const mostHanded = 1000;

/** A call of an async function, a generator, the program's top level, or one input at the prompt. */
export class Task {
  /** Its number in the trace. If the trace is thinned: the number of the nearest ancestor task that the trace has. */
  readonly id: TaskId;
  readonly kind: TaskKind;
  /** False if the trace does not have it. */
  readonly isTold: boolean;
  state: "created" | "running" | "suspended" | "ended" = "created";
  /** The task that called it and gets control when this one gives it up; `undefined` if the event loop called it. */
  below: Task | undefined;
  /** The kind of site at which it is suspended, for example `await`. */
  at: Site["what"]["kind"] = "function";
  /** What it waits for while it is suspended. */
  wait: Wait | undefined;
  /** The number of its latest suspension among all of the run. Before the first: the number of the run's next one at its start. */
  suspendedAt = 0;
  /** How many tasks are below it in the chain of callers. */
  depth = 0;
  /** The first coroutine that it called and whose promise has not been linked yet. */
  firstHanded: Task | undefined;
  /** All of these, in order, if there are several: mostly there is one, and a list takes longer than a call. */
  handed: List<Task> | undefined;
  /** The generator that it asked for a value, if it is suspended at a `for await`. */
  asked: Task | undefined;
  /** True while it is suspended and waits for something other than a caller. */
  isWaiting = false;
  /** True once it has given control back for the first time. */
  hasReturned = false;
  /** Its error, set when it is about to end by throwing it. */
  error: string | undefined;
  /** True if it went from a yield straight into a finally block. That means `return()`, unless an error shows up. */
  isClosing = false;

  constructor(id: TaskId, kind: TaskKind, isTold: boolean) {
    this.id = id;
    this.kind = kind;
    this.isTold = isTold;
  }

  /** Notes that this task, the caller, is about to get the promise of `coroutine`. */
  hand(coroutine: Task): void {
    if (!this.firstHanded) this.firstHanded = coroutine;
    else this.#handFurther(this.firstHanded, coroutine);
  }

  #handFurther(first: Task, coroutine: Task): void {
    this.handed ??= list();
    if (this.handed.length === 0) push(this.handed, first);
    if (this.handed.length <= mostHanded) push(this.handed, coroutine);
  }

  /** Forgets the coroutines whose promises have been linked, or never will be. */
  forgetHanded(): void {
    this.firstHanded = undefined;
    this.handed = undefined;
  }
}
