// What the page and a run worker say to each other, whatever language the worker runs. Types only: the page reaches the
// worker through this file alone. What a program is, its language says: JavaScript's is in javascript.ts.

import type { PromptId, TraceEvent } from "../trace/events/events.ts";

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

/**
 * Page → worker, once, over the port that the worker's first message brings: what to run. A worker runs one program in
 * its life.
 * @template Program what the worker's language runs, as plain data; the page hands it on unread
 */
export interface StartMessage<Program = unknown> {
  readonly kind: "start";
  readonly program: Program;
  readonly crew: Crew;
  readonly network: NetworkConditions;
  readonly clock: ClockMode;
}

/**
 * Page → worker: somebody entered `text` at the prompt. The worker evaluates it once that before it is done.
 * @template Entry the text, compiled as the worker's language wants it; the page hands it on unread
 */
export interface PromptMessage<Entry = unknown> {
  readonly kind: "prompt";
  readonly prompt: PromptId;
  readonly text: string;
  readonly program: Entry;
}

/**
 * Page → worker: asks for the names that may follow an unfinished text; answered with the same number.
 * @template Question the end of the text, as the worker's language wants it; the page hands it on unread
 */
export interface CompleteMessage<Question = unknown> {
  readonly kind: "complete";
  readonly id: number;
  readonly question: Question;
}

/** Page → worker, at any time after the start: what somebody did in the pane. */
export type ControlMessage<Entry = unknown, Question = unknown> =
  /** The clock of a live run goes on at `speed`; 0 lets it stand still. */
  | { readonly kind: "speed"; readonly speed: number }
  /** While the clock stands still: the next thing that is due happens, at the time at which it is due. */
  | { readonly kind: "step" }
  | PromptMessage<Entry>
  /** The prompt no longer waits for what it evaluates; answered with the prompt's end, unless the program keeps control. */
  | { readonly kind: "interrupt" }
  | CompleteMessage<Question>;

/** All that a worker hears. */
export type PageMessage<Program = unknown, Entry = unknown, Question = unknown> =
  | StartMessage<Program>
  | ControlMessage<Entry, Question>;

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

/** All that the page hears. */
export type WorkerMessage = EventsMessage | ClockMessage | CompletionsMessage;
