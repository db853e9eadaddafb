// What the tasks, timers and prompts of a run amount to. Times are milliseconds since the run began. Beside each time
// stands the number of its event, for several events may have one time: `seq` of the beginning, `endSeq` of the end.

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

/** How a task ended; "closed" is from outside, by the return() of a generator. */
export type TaskEnd = "returned" | "threw" | "closed";

/** One task from its creation to its end. */
export interface TaskSpan {
  readonly task: TaskId;
  /** The task that created it; undefined where the event loop did. */
  readonly parent: TaskId | undefined;
  readonly kind: TaskKind;
  /** The function's name, or "". */
  readonly name: string;
  /** The call in short, such as `speak("cow")`. */
  readonly label: string;
  /** Where the function stands. */
  readonly place: Place;
  /** Which worker runs it; undefined where the run has only one. */
  readonly worker: WorkerId | undefined;
  /** 0 for a task without a parent, else one more than its parent's. */
  readonly depth: number;
  readonly children: TaskId[];
  readonly seq: number;
  readonly start: number;
  /** Undefined while it has not ended; it may never do so. */
  end: number | undefined;
  endSeq: number | undefined;
  how: TaskEnd | undefined;
  /** The headline of what it threw. */
  error: string | undefined;
  /** Each begins where the one before it ends; the last one ends with the task. */
  readonly stretches: Stretch[];
}

/** A time during which a task's state was the same. It may have no length: several things can happen at one time. */
export interface Stretch {
  readonly seq: number;
  readonly from: number;
  to: number | undefined;
  endSeq: number | undefined;
  /**
   * "created": a generator whose body has not begun. "running": it has control, or has called something that does.
   */
  readonly state: "created" | "running" | "suspended";
  /** Where it stands while it is suspended, where its function stands while it is created; else undefined. */
  readonly place: Place | undefined;
  /** What it waits for; undefined while it is running. */
  readonly wait: Wait | undefined;
  /** Who resumed it; undefined where it was not resumed but started, and while it is not running. */
  readonly by: Waker | undefined;
  /** True where it was resumed by an error that was thrown into it, or by a rejected promise. */
  readonly thrown: boolean;
}

/** A task that has begun and not ended, with the stretch that it is in. */
export interface LiveTask {
  readonly task: TaskSpan;
  readonly stretch: Stretch;
}

/** A time during which one task, and nothing that it had called, had control. In the gaps the event loop has it. */
export interface ControlSpan {
  readonly seq: number;
  readonly from: number;
  to: number | undefined;
  endSeq: number | undefined;
  readonly task: TaskId;
}

/** One timer from its setting until it fires for the last time or is cleared. */
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
  /** Undefined while it may fire. */
  end: number | undefined;
  endSeq: number | undefined;
  cleared: boolean;
  /** True once a task waits for it, alone or among others. */
  isAwaited: boolean;
}

/** What was entered at the prompt, and what came of it. */
export interface PromptEntry {
  readonly prompt: PromptId;
  readonly text: string;
  readonly start: number;
  /** Undefined while it is evaluated. */
  end: number | undefined;
  value: ShownValue | undefined;
  /** The task that evaluates it; undefined where it could not even be compiled. */
  task: TaskId | undefined;
  /** The console's lines from the one that echoes the text up to, not including, `end`; they count from 0. */
  readonly lines: { readonly first: number; end: number | undefined };
}

/** An AbortController that was told to abort. */
export interface Abort {
  readonly seq: number;
  readonly t: number;
  readonly task: TaskId;
  readonly reason: string;
}
