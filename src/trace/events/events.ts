// The facts of a run, as the run worker records them. Everything a viewer sees of a run is made from these.

/** Counts the tasks of one run from 0, in the order in which they were created. Task 0 is the program's own top level. */
export type TaskId = number;

/** The task that runs the entry file's top level. */
export const mainTask: TaskId = 0;

/** Counts the requests of one run from 0, in the order in which they were made. */
export type RequestId = number;

/** Counts the timers of one run from 0, in the order in which they were set. */
export type TimerId = number;

/** Counts what was entered at the prompt of one run from 0. */
export type PromptId = number;

/** Counts the workers (threads) of one run from 0; a fact of a run that has only one names none. */
export type WorkerId = number;

/** Where in the program's own files something stands. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One step of a stack, in the program's own files. */
export interface Frame extends Place {
  /** The function's name, or "" at the top level and in anonymous functions. */
  readonly name: string;
}

/** An error as it is told to a viewer: text only, never the program's own object. */
export interface ErrorReport {
  /** "TypeError: x is not a function"; for a thrown value that is no Error, "Uncaught" and the value. */
  readonly headline: string;
  /** Innermost first; empty when the engine gave no stack. */
  readonly frames: readonly Frame[];
  /** True for a rejected promise that nobody handled, false for a thrown error. */
  readonly rejection: boolean;
}

/** Which console method printed. */
export type OutputLevel = "log" | "info" | "warn" | "error" | "debug";

/** How a request ended, seen from the program. */
export type RequestOutcome =
  | { readonly kind: "answered"; readonly status: number; readonly statusText: string }
  /** The network failed: fetch rejected although the address exists. */
  | { readonly kind: "failed"; readonly reason: string }
  /** The address is not one a pane can reach. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The program aborted it. */
  | { readonly kind: "aborted"; readonly reason: string };

/** How a run ended. */
export type RunOutcome =
  | { readonly kind: "finished" }
  /** At least one error reached nobody. */
  | { readonly kind: "failed" }
  /** Somebody pressed Stop. */
  | { readonly kind: "stopped" }
  /** A limit of the pane was reached; the reason is a sentence for the viewer. */
  | { readonly kind: "limit"; readonly reason: string };

/**
 * What a task is: the program's top level, what was entered at the prompt, a call of an async function, a generator, or
 * a generator that awaits.
 */
export type TaskKind = "main" | "prompt" | "coroutine" | "generator" | "async generator";

/**
 * When a wait for a group is over. "all": all have succeeded, or one has failed. "all-settled": all have succeeded or
 * failed. "first-settled": one has succeeded or failed. "first-fulfilled": one has succeeded, or all have failed.
 */
export type GroupEnd = "all" | "all-settled" | "first-settled" | "first-fulfilled";

/** What a suspended task waits for. */
export type Wait =
  | { readonly kind: "request"; readonly request: RequestId }
  | { readonly kind: "timer"; readonly timer: TimerId }
  /** The end of another task; for an async generator, what it yields next. */
  | { readonly kind: "task"; readonly task: TaskId }
  /** A lock of the module "interleave", under the name that the program gave it. */
  | { readonly kind: "lock"; readonly name: string }
  /** Several things together; members of which nothing is known are promises, too. */
  | { readonly kind: "group"; readonly until: GroupEnd; readonly of: readonly Wait[] }
  /** A promise of which nothing else is known, except perhaps that it is another worker's to resolve. */
  | { readonly kind: "promise"; readonly worker?: WorkerId }
  /** Something that is no promise: the task goes on as soon as the event loop gets to it. */
  | { readonly kind: "turn" }
  /** Somebody who calls next(), throw() or return(): a generator that has not begun, or stands at a yield. */
  | { readonly kind: "caller" };

/** Who gave control to a task that was suspended. */
export type Waker =
  /** A task that called next(), throw() or return(), or whose end was waited for. */
  | { readonly kind: "task"; readonly task: TaskId }
  | { readonly kind: "request"; readonly request: RequestId }
  | { readonly kind: "timer"; readonly timer: TimerId }
  /** The event loop, for a reason of which nothing else is known. */
  | { readonly kind: "loop" };

/** A value as it is shown to a viewer: text only, never the program's own object. */
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
    /** Stands for an object that contains this one. */
    | "cycle"
    /** A property that would have to be computed: it is not. */
    | "getter";
  /** The value on one line, shortened where it is long. */
  readonly text: string;
  /** What an object consists of, in order; absent where there is nothing to open. */
  readonly parts?: readonly ShownPart[];
  /** How many parts were left out. */
  readonly more?: number;
}

/** A property, an element, or an internal state in angle brackets, such as "<state>" of a promise. */
export interface ShownPart {
  readonly key: string;
  readonly value: ShownValue;
}

/** One fact, without its stamp. */
export type TraceFact =
  | { readonly kind: "run-start"; readonly entry: string }
  /**
   * A task was created by `parent`, the task that had control; nobody had it where the event loop made a call. Main,
   * prompts and coroutines have control from here on; a generator is suspended until its first resumption.
   */
  | {
      readonly kind: "task-start";
      readonly task: TaskId;
      readonly parent?: TaskId;
      readonly taskKind: TaskKind;
      /** The function's name, or "". */
      readonly name: string;
      /** The call in short, such as `speak("cow")`. */
      readonly label: string;
      /** Where the function stands. */
      readonly place: Place;
      /** Which worker runs it, where the run has several: its waits are that worker's, too. */
      readonly worker?: WorkerId;
    }
  /** A task gave control back: to the task that had called it, or else to the event loop. */
  | { readonly kind: "task-suspend"; readonly task: TaskId; readonly place: Place; readonly wait: Wait }
  | {
      readonly kind: "task-resume";
      readonly task: TaskId;
      readonly by: Waker;
      /** True where an error was thrown into it, or the promise it awaited was rejected. */
      readonly thrown: boolean;
    }
  /** "closed": ended from outside, by the return() of a generator. */
  | {
      readonly kind: "task-end";
      readonly task: TaskId;
      readonly how: "returned" | "threw" | "closed";
      /** The headline of what it threw. */
      readonly error?: string;
    }
  /** From here on the run's hand-overs of control are too many to be recorded; all else is. */
  | { readonly kind: "thinned" }
  | {
      readonly kind: "timer-start";
      readonly timer: TimerId;
      readonly task: TaskId;
      /** Milliseconds. */
      readonly delay: number;
      readonly repeats: boolean;
    }
  /** Its function is called now. A timer that does not repeat is over. */
  | { readonly kind: "timer-fire"; readonly timer: TimerId }
  | { readonly kind: "timer-clear"; readonly timer: TimerId }
  /** An AbortController was told to abort. */
  | { readonly kind: "abort"; readonly task: TaskId; readonly reason: string }
  | {
      readonly kind: "request-start";
      readonly request: RequestId;
      readonly task: TaskId;
      readonly method: string;
      readonly url: string;
    }
  /** The reply is there, whether or not the program is free to take it. */
  | { readonly kind: "request-ready"; readonly request: RequestId }
  /** Fetch has settled: the program can take the reply or the error in its next turn. */
  | { readonly kind: "request-end"; readonly request: RequestId; readonly outcome: RequestOutcome }
  /** Printed text; a line is over where the text has an end of line. */
  | {
      readonly kind: "output";
      readonly task: TaskId;
      readonly level: OutputLevel;
      readonly text: string;
      /** Which worker printed it, where the run has several. */
      readonly worker?: WorkerId;
    }
  | {
      readonly kind: "error";
      readonly task: TaskId;
      readonly error: ErrorReport;
      /** In which worker nobody caught it, where the run has several. */
      readonly worker?: WorkerId;
    }
  /** Somebody entered `text` at the prompt. Its task starts next; where it could not even be compiled, an error follows. */
  | { readonly kind: "prompt-start"; readonly prompt: PromptId; readonly text: string }
  /** What was entered has the value. */
  | { readonly kind: "prompt-value"; readonly prompt: PromptId; readonly value: ShownValue }
  | { readonly kind: "prompt-end"; readonly prompt: PromptId }
  /** The program is over, or was ended. What is entered at the prompt afterwards follows. */
  | { readonly kind: "run-end"; readonly outcome: RunOutcome };

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
