// The spans of a run's tasks and timers, and the entries at its prompt. Times are milliseconds since the run began.
// Beside each time stands the number of its event, because several events may have the same time: `seq` for the
// beginning, `endSeq` for the end.

import type {
  Place,
  PromptId,
  ShownValue,
  Stamp,
  TaskId,
  TaskKind,
  TimerId,
  Wait,
  Waker,
  WorkerId,
} from "../events/events.ts";

/**
 * How a task ended. "closed": return() ended the generator from outside. "terminated": its thread was terminated, or
 * closed itself.
 */
export type TaskEnd = "returned" | "threw" | "closed" | "terminated";

/** The span of one task, from its creation to its end. */
export interface TaskSpan {
  readonly task: TaskId;
  /** The task that created it; undefined if the event loop did. */
  readonly parent: TaskId | undefined;
  readonly kind: TaskKind;
  /** The function's name, or "". */
  readonly name: string;
  /** The call in short, for example `speak("cow")`. */
  readonly label: string;
  /** Where the function begins. */
  readonly place: Place;
  /** The worker that runs it; undefined if the run has only one. */
  readonly worker: WorkerId | undefined;
  /** 0 for a task without a parent; otherwise one more than its parent's depth. */
  readonly depth: number;
  readonly children: TaskId[];
  readonly seq: number;
  readonly start: number;
  /** Undefined until it ends. It may never end. */
  end: number | undefined;
  endSeq: number | undefined;
  how: TaskEnd | undefined;
  /** The headline of the error it threw. */
  error: string | undefined;
  /** Each stretch begins where the one before it ends. The last one ends with the task. */
  readonly stretches: Stretch[];
}

/**
 * A span of time in which a task's state did not change. It may have no length: several events can happen at one
 * time.
 */
export interface Stretch {
  readonly seq: number;
  readonly from: number;
  to: number | undefined;
  endSeq: number | undefined;
  /**
   * "created": a generator whose body has not begun. "running": the task has control, or something that it called has
   * it.
   */
  readonly state: "created" | "running" | "suspended";
  /** If suspended: where the task is suspended. If created: where its function begins. If running: undefined. */
  readonly place: Place | undefined;
  /** What it waits for; undefined while it is running. */
  readonly wait: Wait | undefined;
  /** Who resumed it; undefined if it was started instead of resumed, and while it is not running. */
  readonly by: Waker | undefined;
  /** True if it was resumed by an error thrown into it, or by a rejected promise. */
  readonly thrown: boolean;
}

/** A task that has begun and not ended, with its stretch at that moment. */
export interface LiveTask {
  readonly task: TaskSpan;
  readonly stretch: Stretch;
}

/**
 * A span of time in which one task had control, and nothing that it called had it. In the gaps the event loop has
 * control.
 */
export interface ControlSpan {
  readonly seq: number;
  readonly from: number;
  to: number | undefined;
  endSeq: number | undefined;
  readonly task: TaskId;
}

/** The span of one timer, from when it is set until it fires for the last time or is cleared. */
export interface TimerSpan {
  readonly timer: TimerId;
  readonly task: TaskId;
  /** Milliseconds. */
  readonly delay: number;
  readonly repeats: boolean;
  readonly seq: number;
  readonly start: number;
  /** When its function was called. */
  readonly fires: Stamp[];
  /** Undefined while it may still fire. */
  end: number | undefined;
  endSeq: number | undefined;
  cleared: boolean;
  /** True once a task waits for it, alone or in a group. */
  isAwaited: boolean;
}

/** One entry at the prompt, and its result. */
export interface PromptEntry {
  readonly prompt: PromptId;
  readonly text: string;
  readonly start: number;
  /** Undefined while it is evaluated. */
  end: number | undefined;
  value: ShownValue | undefined;
  /** The task that evaluates it; undefined if it did not compile. */
  task: TaskId | undefined;
  /** The console's lines from the one that echoes the text up to, but not including, `end`. They count from 0. */
  readonly lines: { readonly first: number; end: number | undefined };
}

/** A call of abort() of an AbortController. */
export interface Abort {
  readonly seq: number;
  readonly t: number;
  readonly task: TaskId;
  readonly reason: string;
}
