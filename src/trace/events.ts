// The facts of a run, as the run worker records them. Everything a viewer sees of a run is made from these.

/** Counts the tasks of one run from 0. Task 0 is the program's own top level. */
export type TaskId = number;

/** The task that runs the entry file's top level. */
export const mainTask: TaskId = 0;

/** Counts the requests of one run from 0, in the order in which they were made. */
export type RequestId = number;

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

/** One fact, without its stamp. */
export type TraceFact =
  | { readonly kind: "run-start"; readonly entry: string }
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
    }
  | { readonly kind: "error"; readonly task: TaskId; readonly error: ErrorReport }
  | { readonly kind: "run-end"; readonly outcome: RunOutcome };

/** When a fact was recorded. */
export interface Stamp {
  /** Counts from 0 within a run, without gaps. The order of events is the order of this number, never of `t`. */
  readonly seq: number;
  /** Milliseconds since the run began, on the run's clock. Never decreases from one event to the next. */
  readonly t: number;
}

export type TraceEvent = Stamp & TraceFact;
