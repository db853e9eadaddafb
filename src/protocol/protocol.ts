// What the page and a run worker say to each other. The page reaches the worker through this file alone.

import type { Place, PromptId, TaskKind, TraceEvent } from "../trace/events/events.ts";

/** How the mocked network behaves, as the pane sets it. */
export interface NetworkConditions {
  /** Milliseconds from the call of fetch until the reply is there, 0 or more. */
  readonly wait: number;
  /** Up to so many milliseconds more, drawn for each request from `seed`. */
  readonly jitter: number;
  /** How many requests fail, from 0 (none) to 1 (all), drawn from `seed`. */
  readonly failureRate: number;
  /** Whole number; the same seed draws the same jitter and failures in the same order of requests. */
  readonly seed: number;
}

/** How the run's clock goes. */
export type ClockMode =
  /** Real time × `speed`, from 0.25 to 20; with the speed 0 it stands still. */
  | { readonly kind: "live"; readonly speed: number }
  /** Time moves at timers and sleeps alone, and at once; what is random is drawn from `seed`, a whole number. */
  | { readonly kind: "deterministic"; readonly seed: number };

/** Which worker this is, where several run the same program at the same moment. */
export interface Crew {
  /** Counts them from 0. */
  readonly worker: number;
  /** How many there are; 1 where the program has one run. */
  readonly workers: number;
}

/** A place in the program that the tracer is told of by number. */
export interface Site {
  readonly place: Place;
  readonly what:
    | {
        readonly kind: "function";
        readonly taskKind: TaskKind;
        /** "" where the function has none. */
        readonly name: string;
      }
    | { readonly kind: "await" | "yield" | "delegate" | "for-await" };
}

/** Instrumented code. */
export interface Code {
  /** An expression whose value is an async function; see the compiler for its parameters. */
  readonly code: string;
  /** Source map of `code` as JSON, its sources being the names of files. */
  readonly map: string;
  readonly sites: readonly Site[];
}

/** The compiled program of a pane. */
export interface Program extends Code {
  /** Name of the file whose top level runs. */
  readonly entry: string;
  /** The names at the entry's top level, each with the name that it has in `code`. */
  readonly names: Readonly<Record<string, string>>;
}

/** What was entered at the prompt, compiled; where that failed, the reason. */
export type PromptProgram =
  | {
      readonly kind: "code";
      readonly code: Code;
      /** Names that it declares and the program's top level does not have. */
      readonly declares: readonly string[];
    }
  | { readonly kind: "broken"; readonly reason: string; readonly place: Place | undefined };

/**
 * Page → worker, once, over the port that the worker's first message brings: what to run. A worker runs one program in
 * its life.
 */
export interface StartMessage {
  readonly kind: "start";
  readonly program: Program;
  readonly crew: Crew;
  readonly network: NetworkConditions;
  readonly clock: ClockMode;
}

/** Page → worker, at any time after the start. */
export type ControlMessage =
  /** The clock of a live run goes on at `speed`; 0 lets it stand still. */
  | { readonly kind: "speed"; readonly speed: number }
  /** While the clock stands still: the next thing that is due happens, at the time at which it is due. */
  | { readonly kind: "step" }
  /** Evaluates what was entered, once that before it is done. */
  | {
      readonly kind: "prompt";
      readonly prompt: PromptId;
      readonly text: string;
      readonly program: PromptProgram;
    }
  /** The prompt no longer waits for what it evaluates; answered with the prompt's end, unless the program keeps control. */
  | { readonly kind: "interrupt" }
  /** Asks for the names that may follow `text`, which ends where the cursor is; answered with the same number. */
  | { readonly kind: "complete"; readonly id: number; readonly text: string };

export type PageMessage = StartMessage | ControlMessage;

/**
 * Worker → page, as things happen: facts in order. There is no message to stop a run: the page terminates the worker.
 */
export interface EventsMessage {
  readonly kind: "events";
  readonly events: readonly TraceEvent[];
  /** True where a limit is reached and nothing will follow, at the prompt neither. */
  readonly isLast: boolean;
}

/** Worker → page, whenever the clock begins to go otherwise: what it shows, in milliseconds, and its speed from now on. */
export interface ClockMessage {
  readonly kind: "clock";
  readonly t: number;
  /** 0 while it stands still, also when the program is over and no prompt is being evaluated. */
  readonly speed: number;
}

/** Worker → page, in answer to "complete". */
export interface CompletionsMessage {
  readonly kind: "completions";
  readonly id: number;
  /** How many characters before the cursor the names replace. */
  readonly replaces: number;
  readonly names: readonly string[];
}

export type WorkerMessage = EventsMessage | ClockMessage | CompletionsMessage;

/** The name under which the compiled program appears in stacks. */
export const programUrl = "interleave-program.js";

/** The name under which what was entered at the prompt appears in stacks. */
export function promptUrl(prompt: PromptId): string {
  return `interleave-prompt-${prompt}.js`;
}

/** The name of the hooks in instrumented code: the first parameter of every program and of what is entered at the prompt. */
export const hooksName = "__hooks";
