// Folds the events of tasks into spans: when each task is created, runs, is suspended and ends, and who has control.

import type { EventOf, TaskId, WorkerId } from "../events/events.ts";
import { checkNext, going, started } from "../events/numbered.ts";
import { Control } from "./control.ts";
import { History } from "./history.ts";
import type { LiveTask, Stretch, TaskSpan } from "./tasks.ts";

type State = Pick<Stretch, "state"> & Partial<Pick<Stretch, "place" | "wait" | "by" | "thrown">>;

/** Every method throws a RangeError and changes nothing if the event does not fit the earlier events. */
export class TaskFold {
  readonly spans: TaskSpan[] = [];
  readonly control = new Control();
  readonly history = new History<LiveTask>();
  #isThinned = false;
  readonly #terminated = new Set<WorkerId | undefined>();

  start({ seq, t, task, parent, taskKind: kind, name, label, place, worker }: EventOf<"task-start">): void {
    checkNext("task", task, this.spans);
    const above = parent === undefined ? undefined : started("task", parent, this.spans);
    const identity = { task, parent, kind, name, label, place, worker, depth: above ? above.depth + 1 : 0 };
    const future = { end: undefined, endSeq: undefined, how: undefined, error: undefined };
    const span: TaskSpan = { ...identity, seq, start: t, ...future, children: [], stretches: [] };
    this.spans.push(span);
    above?.children.push(task);
    this.#begin(span, seq, t);
    // Terminated at once, or a moment ago.
    if (this.#terminated.has(worker)) this.endThread({ seq, t, worker });
  }

  suspend({ seq, t, task, place, wait }: EventOf<"task-suspend">): void {
    const span = this.#alive(task);
    if (!span) return;
    if (stateOf(span) !== "running" && !this.#isThinned) {
      throw new RangeError(`The trace suspends task ${task}, which is not running.`);
    }
    this.#enter(span, seq, t, { state: "suspended", place, wait });
    this.control.takeBack(task, span.worker, seq, t);
  }

  resume({ seq, t, task, by, thrown }: EventOf<"task-resume">): void {
    const span = this.#alive(task);
    if (!span) return;
    if (stateOf(span) === "running" && !this.#isThinned) {
      throw new RangeError(`The trace resumes task ${task}, which is running.`);
    }
    this.#enter(span, seq, t, { state: "running", by, thrown });
    this.#giveControl(span, seq, t);
  }

  end({ seq, t, task, how, error }: EventOf<"task-end">): void {
    const span = this.#alive(task);
    if (!span) return;
    if (!this.#isThinned && !canEnd(span, how)) {
      throw new RangeError(`The trace ends task ${task}, which is not running.`);
    }
    leave(span, seq, t);
    Object.assign(span, { end: t, endSeq: seq, how, error });
    this.history.end(task, seq);
    this.control.takeBack(task, span.worker, seq, t);
  }

  /** A thread was terminated: ends all its tasks, and takes their control. */
  endThread({ seq, t, worker }: Pick<EventOf<"thread-end">, "seq" | "t"> & Pick<TaskSpan, "worker">): void {
    this.#terminated.add(worker);
    for (const span of this.spans) {
      if (span.worker !== worker || span.how !== undefined) continue;
      leave(span, seq, t);
      Object.assign(span, { end: t, endSeq: seq, how: "terminated" });
      this.history.end(span.task, seq);
    }
    this.control.clear(seq, t, worker);
  }

  /** From here on nobody is known to have control, because not every hand-over is recorded. */
  thin(seq: number, t: number): void {
    this.#isThinned = true;
    this.control.clear(seq, t);
  }

  #begin(span: TaskSpan, seq: number, t: number): void {
    const { kind, place } = span;
    if (kind === "generator" || kind === "async generator") {
      this.#enter(span, seq, t, { state: "created", place, wait: { kind: "caller" } });
      return;
    }
    this.#enter(span, seq, t, { state: "running" });
    this.#giveControl(span, seq, t);
  }

  #enter(span: TaskSpan, seq: number, t: number, { state, place, wait, by, thrown = false }: State): void {
    leave(span, seq, t);
    const stretch: Stretch = {
      seq,
      from: t,
      to: undefined,
      endSeq: undefined,
      state,
      place,
      wait,
      by,
      thrown,
    };
    span.stretches.push(stretch);
    this.history.set(span.task, seq, { task: span, stretch });
  }

  #giveControl({ task, worker }: TaskSpan, seq: number, t: number): void {
    if (!this.#isThinned) this.control.give(task, worker, seq, t);
  }

  /** Returns `undefined` for a task that its thread's end has ended: the thread may have gone on for a moment. */
  #alive(task: TaskId): TaskSpan | undefined {
    if (this.spans[task]?.how === "terminated") return undefined;
    return going("task", task, this.spans, ({ how }) => how !== undefined);
  }
}

function stateOf(span: TaskSpan): Stretch["state"] | undefined {
  return span.stretches.at(-1)?.state;
}

// return() ends a suspended generator at once. throw() does the same to a generator that has not begun.
function canEnd(span: TaskSpan, how: TaskSpan["how"]): boolean {
  const state = stateOf(span);
  return state === "running" || how === "closed" || (how === "threw" && state === "created");
}

function leave(span: TaskSpan, seq: number, t: number): void {
  const last = span.stretches.at(-1);
  if (!last) return;
  last.to = t;
  last.endSeq = seq;
}
