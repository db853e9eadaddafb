// The events of a run, as the run worker records them. Everything a viewer sees of a run is made from these events.

import type { Cell, Place, PromptId, RequestId, TaskId, TimerId, WorkerId } from "./ids.ts";
import type { ThreadFact } from "./thread-facts.ts";

export {
  type Cell,
  type MessageId,
  mainTask,
  type Place,
  type PromptId,
  type RequestId,
  type TaskId,
  type TimerId,
  type WorkerId,
} from "./ids.ts";
export type { ThreadEnd, WaitEnd } from "./thread-facts.ts";

/** One frame of a stack trace, in the program's own files. */
export interface Frame extends Place {
  /** The function's name; "" at the top level and in anonymous functions. */
  readonly name: string;
}

/** An error as a viewer sees it: text only, never the program's own object. */
export interface ErrorReport {
  /**
   * For example "TypeError: x is not a function". For a thrown value that is not an Error: "Uncaught" and the value.
   */
  readonly headline: string;
  /** Innermost frame first. Empty if the engine gave no stack trace. */
  readonly frames: readonly Frame[];
  /** True for a rejected promise that nobody handled; false for a thrown error. */
  readonly rejection: boolean;
}

/** The console method that printed. */
export type OutputLevel = "log" | "info" | "warn" | "error" | "debug";

/** How a body that was sent piece by piece ended: with its last chunk, with an error, or because the program read no more. */
export type BodyOutcome = "complete" | "failed" | "cancelled";

/** How a request ended, as the program sees it. */
export type RequestOutcome =
  | { readonly kind: "answered"; readonly status: number; readonly statusText: string }
  /** The network failed: fetch rejected although the address exists. */
  | { readonly kind: "failed"; readonly reason: string }
  /** A pane cannot reach this address. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The program aborted the request. */
  | { readonly kind: "aborted"; readonly reason: string };

/** How a run ended. */
export type RunOutcome =
  | { readonly kind: "finished" }
  /** At least one error was not caught. */
  | { readonly kind: "failed" }
  /** Somebody pressed Stop. */
  | { readonly kind: "stopped" }
  /**
   * Every thread has ended or is blocked without a limit, and nothing can wake one. The trace says who waits for what,
   * and who holds it.
   */
  | { readonly kind: "deadlock" }
  /** The run reached a limit of the pane. The reason is a sentence for the viewer. */
  | { readonly kind: "limit"; readonly reason: string };

/**
 * What a task is: the program's top level, an entry at the prompt, a call of an async function, a generator, or an
 * async generator.
 */
export type TaskKind = "main" | "prompt" | "coroutine" | "generator" | "async generator";

/**
 * When a wait for a group is over.
 * - "all": all members have succeeded, or one has failed.
 * - "all-settled": all members have succeeded or failed.
 * - "first-settled": one member has succeeded or failed.
 * - "first-fulfilled": one member has succeeded, or all have failed.
 */
export type GroupEnd = "all" | "all-settled" | "first-settled" | "first-fulfilled";

/** What a suspended task waits for. */
export type Wait =
  | { readonly kind: "request"; readonly request: RequestId }
  /**
   * The body of the reply to a request. `arrived`: true if all of it was there with the reply; absent if it may arrive
   * later.
   */
  | { readonly kind: "body"; readonly request: RequestId; readonly arrived?: true }
  | { readonly kind: "timer"; readonly timer: TimerId }
  /** The end of another task. For an async generator: the next value it yields. */
  | { readonly kind: "task"; readonly task: TaskId }
  /** A lock of the module "interleave", with the name that the program gave it. */
  | { readonly kind: "lock"; readonly name: string }
  /** Atomics.notify for this cell (Atomics.waitAsync). */
  | { readonly kind: "notify"; readonly on: Cell }
  /** Several waits together. A member about which nothing is known is a "promise" as well. */
  | { readonly kind: "group"; readonly until: GroupEnd; readonly of: readonly Wait[] }
  /** A promise about which nothing else is known. `worker` is set if another worker has to resolve it. */
  | { readonly kind: "promise"; readonly worker?: WorkerId }
  /** A value that is not a promise: the task continues in its next turn of the event loop. */
  | { readonly kind: "turn" }
  /** A caller of next(), throw() or return(). The generator has not begun, or is suspended at a yield. */
  | { readonly kind: "caller" };

/** Who resumed a suspended task. */
export type Waker =
  /** A task that called next(), throw() or return(), or a task that has ended. */
  | { readonly kind: "task"; readonly task: TaskId }
  | { readonly kind: "request"; readonly request: RequestId }
  | { readonly kind: "timer"; readonly timer: TimerId }
  /** The event loop, for an unknown reason. */
  | { readonly kind: "loop" };

/** A value as a viewer sees it: text only, never the program's own object. */
export interface ShownValue {
  readonly kind:
    | "string"
    | "number"
    | "bigint"
    | "boolean"
    | "symbol"
    | "undefined"
    | "null"
    | "function"
    | "error"
    | "object"
    /** A reference to an object that contains this one. */
    | "cycle"
    /** A property with a getter. The getter is not called. */
    | "getter";
  /** The value on one line, shortened if it is long. */
  readonly text: string;
  /** Properties and elements of an object, in order. Absent if there is nothing to expand. */
  readonly parts?: readonly ShownPart[];
  /** How many parts were left out. */
  readonly more?: number;
}

/** A property, an element, or an internal slot in angle brackets, for example "<state>" of a promise. */
export interface ShownPart {
  readonly key: string;
  readonly value: ShownValue;
}

/** One event without its stamp. */
export type TraceFact =
  | {
      readonly kind: "run-start";
      readonly entry: string;
      /** The seed of a run whose threads run in turns: one at a time, switched where the seed says. Absent if they are real. */
      readonly turns?: number;
    }
  /**
   * The task `parent` had control and created this task. `parent` is absent if the event loop made the call. Main,
   * prompt and coroutine tasks have control from here on. A generator is suspended until it is first resumed.
   */
  | {
      readonly kind: "task-start";
      readonly task: TaskId;
      readonly parent?: TaskId;
      readonly taskKind: TaskKind;
      /** The function's name, or "". */
      readonly name: string;
      /** The call in short, for example `speak("cow")`. */
      readonly label: string;
      /** Where the function begins. */
      readonly place: Place;
      /** The worker that runs the task and so performs its waits. Absent if the run has only one worker. */
      readonly worker?: WorkerId;
    }
  /** A task gave control back to the task that had called it, or else to the event loop. */
  | { readonly kind: "task-suspend"; readonly task: TaskId; readonly place: Place; readonly wait: Wait }
  | {
      readonly kind: "task-resume";
      readonly task: TaskId;
      readonly by: Waker;
      /** True if an error was thrown into the task, or the promise it awaited was rejected. */
      readonly thrown: boolean;
    }
  /** "closed": return() ended the generator from outside. */
  | {
      readonly kind: "task-end";
      readonly task: TaskId;
      readonly how: "returned" | "threw" | "closed";
      /** The headline of the error it threw. */
      readonly error?: string;
    }
  /**
   * The run is "thinned": from here on there are too many hand-overs of control to record. All other events are still
   * recorded.
   */
  | { readonly kind: "thinned" }
  | {
      readonly kind: "timer-start";
      readonly timer: TimerId;
      readonly task: TaskId;
      /** Milliseconds. */
      readonly delay: number;
      readonly repeats: boolean;
    }
  /** The timer's function is called now. A timer that does not repeat is over. */
  | { readonly kind: "timer-fire"; readonly timer: TimerId }
  | { readonly kind: "timer-clear"; readonly timer: TimerId }
  /** The program called abort() of an AbortController. */
  | { readonly kind: "abort"; readonly task: TaskId; readonly reason: string }
  | {
      readonly kind: "request-start";
      readonly request: RequestId;
      readonly task: TaskId;
      readonly method: string;
      readonly url: string;
    }
  /** The reply has arrived, whether or not the program is free to take it. */
  | { readonly kind: "request-ready"; readonly request: RequestId }
  /** fetch has settled: the program can take the reply or the error in its next turn. */
  | { readonly kind: "request-end"; readonly request: RequestId; readonly outcome: RequestOutcome }
  /**
   * The program has read a chunk of a body that is sent piece by piece. Recorded at most 1,000 times in a run.
   */
  | { readonly kind: "body-chunk"; readonly request: RequestId; readonly bytes: number }
  /** The program has come to the end of such a body. */
  | { readonly kind: "body-end"; readonly request: RequestId; readonly outcome: BodyOutcome }
  /** Printed text. A line ends at each end of line in `text`. */
  | {
      readonly kind: "output";
      readonly task: TaskId;
      readonly level: OutputLevel;
      readonly text: string;
      /** The worker that printed it. Absent if the run has only one worker. */
      readonly worker?: WorkerId;
    }
  | {
      readonly kind: "error";
      readonly task: TaskId;
      readonly error: ErrorReport;
      /** The worker in which nobody caught the error. Absent if the run has only one worker. */
      readonly worker?: WorkerId;
    }
  /**
   * The viewer entered `text` at the prompt. Its task starts next. If the text does not compile, an error follows
   * instead.
   */
  | { readonly kind: "prompt-start"; readonly prompt: PromptId; readonly text: string }
  /** The value of the entry. */
  | { readonly kind: "prompt-value"; readonly prompt: PromptId; readonly value: ShownValue }
  | { readonly kind: "prompt-end"; readonly prompt: PromptId }
  /** The program has ended or was stopped. Entries at the prompt may follow. */
  | { readonly kind: "run-end"; readonly outcome: RunOutcome }
  | ThreadFact;

/** When a fact was recorded. */
export interface Stamp {
  /** Counts from 0 within a run, without gaps. The order of events is the order of this number, never of `t`. */
  readonly seq: number;
  /** Milliseconds since the run began, on the run's clock. Never decreases from one event to the next. */
  readonly t: number;
}

export type TraceEvent = Stamp & TraceFact;

/** The events of one kind. */
export type EventOf<Kind extends TraceEvent["kind"]> = Extract<TraceEvent, { readonly kind: Kind }>;
