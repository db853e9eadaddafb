// What the page and a run worker say to each other. The page reaches the worker through this file alone.

import type { TraceEvent } from "../trace/events.ts";

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

/** The compiled program of a pane. */
export interface Program {
  /** An expression whose value is an async function; see the compiler for its parameters. */
  readonly code: string;
  /** Source map of `code` as JSON, its sources being the pane's file names. */
  readonly map: string;
  /** Name of the file whose top level runs. */
  readonly entry: string;
}

/**
 * Page → worker, once, over the port that the worker's first message brings: what to run. A worker runs one program in
 * its life.
 */
export interface StartMessage {
  readonly kind: "start";
  readonly program: Program;
  readonly network: NetworkConditions;
}

/**
 * Worker → page, as things happen: facts in order. The last fact is the run's end, and nothing follows it.
 * There is no message to stop a run: the page terminates the worker.
 */
export interface EventsMessage {
  readonly kind: "events";
  readonly events: readonly TraceEvent[];
}

/** The name under which the compiled program appears in stacks. */
export const programUrl = "interleave-program.js";
