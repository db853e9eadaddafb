// The messages between the page and a run worker, for every language. Types only: the page reaches the worker through
// this file alone. Each language defines its own program; JavaScript's is in javascript.ts.

import type { PromptId, TraceEvent } from "../trace/events/events.ts";
import type { ThreadPlace } from "./threads.ts";

/** The conditions of the mocked network, as set in the pane. */
export interface NetworkConditions {
  /** Milliseconds from the call of fetch until the reply arrives, 0 or more. */
  readonly wait: number;
  /** The largest random addition to `wait`, in milliseconds. It is drawn for each request from `seed`. */
  readonly jitter: number;
  /** The share of requests that fail, from 0 (none) to 1 (all). Failures are drawn from `seed`. */
  readonly failureRate: number;
  /** Whole number. The same seed draws the same jitter and failures for the same order of requests. */
  readonly seed: number;
}

/** The mode of the run's clock. */
export type ClockMode =
  /** Real time × `speed`, from 0.25 to 20. With the speed 0 the clock stands still. */
  | { readonly kind: "live"; readonly speed: number }
  /** Time jumps from timer to timer and passes only there. Random numbers are drawn from `seed`, a whole number. */
  | { readonly kind: "deterministic"; readonly seed: number };

/** The worker's place among the workers that run the same program at the same time. */
export interface Crew {
  /** The worker's number, from 0. */
  readonly worker: number;
  /** How many workers there are; 1 if the program has one run. */
  readonly workers: number;
}

/**
 * Page → worker, once, over the port that the worker's first message brings: the program to run. A worker runs one
 * program in its life.
 * @template Program the program as plain data, in a form that the worker's language defines; the page does not read it
 */
export interface StartMessage<Program = unknown> {
  readonly kind: "start";
  readonly program: Program;
  readonly crew: Crew;
  readonly network: NetworkConditions;
  readonly clock: ClockMode;
  /** Only workers of languages with threads look at it. */
  readonly threads?: ThreadPlace;
}

/**
 * Page → worker: an entry of the prompt. The worker evaluates it when the entry before has ended.
 * @template Entry the compiled text, in a form that the worker's language defines; the page does not read it
 */
export interface PromptMessage<Entry = unknown> {
  readonly kind: "prompt";
  readonly prompt: PromptId;
  readonly text: string;
  readonly program: Entry;
}

/**
 * Page → worker: asks for the names that may complete an unfinished text. The answer has the same `id`.
 * @template Question the end of the text, in a form that the worker's language defines; the page does not read it
 */
export interface CompleteMessage<Question = unknown> {
  readonly kind: "complete";
  readonly id: number;
  readonly question: Question;
}

/** Page → worker, at any time after the start: what somebody did in the pane. */
export type ControlMessage<Entry = unknown, Question = unknown> =
  /** Sets the speed of a live run's clock; 0 stops the clock. */
  | { readonly kind: "speed"; readonly speed: number }
  /**
   * While the clock stands still: lets the next thing that is due happen, and moves the clock to its time. `count` is
   * the number of the step in this run, from 1: all threads of a run hear of it, and one takes it.
   */
  | { readonly kind: "step"; readonly count: number }
  | PromptMessage<Entry>
  /** Interrupts the entry that is being evaluated. Answered with the prompt's end, unless the program keeps control. */
  | { readonly kind: "interrupt" }
  | CompleteMessage<Question>;

/** Stands for a key of crypto.subtle, which stays in the page. */
export interface KeyMark {
  readonly subtleKey: number;
  readonly told: Pick<CryptoKey, "type" | "extractable" | "algorithm" | "usages">;
}

/** Page → worker: the answer to "subtle". Only workers that ask get it. */
export interface SubtleAnswer {
  readonly kind: "subtle";
  readonly id: number;
  readonly result: /** The operation's result, with marks instead of keys. */
    | { readonly kind: "done"; readonly value: unknown }
    | {
        readonly kind: "failed";
        readonly isDOMException: boolean;
        readonly name: string;
        readonly message: string;
      };
}

/**
 * Page → worker, before the start: no program waits yet. The worker does what a program would otherwise wait for. A worker
 * without this message has been started for a program that waits already.
 */
export interface PrepareMessage {
  readonly kind: "prepare";
}

/** All messages to a worker. */
export type PageMessage<Program = unknown, Entry = unknown, Question = unknown> =
  | PrepareMessage
  | StartMessage<Program>
  | ControlMessage<Entry, Question>;

/** An event as it is sent. `isOpen` is set on output whose text may be replaced by a TextMessage very soon. */
export type SentEvent = TraceEvent & { readonly isOpen?: true };

/**
 * Worker → page: events in order, as things happen. There is no message to stop a run: the page terminates the worker.
 */
export interface EventsMessage {
  readonly kind: "events";
  readonly events: readonly SentEvent[];
  /** True if a limit is reached: no event follows, nor will entries of the prompt be evaluated. */
  readonly isLast: boolean;
}

/** Worker → page: the text of an open event that has been sent. It may be the text that was sent. */
export interface TextMessage {
  readonly kind: "text";
  readonly seq: number;
  readonly text: string;
}

/** Worker → page, whenever the clock's speed changes: what it shows, in milliseconds, and its speed from now on. */
export interface ClockMessage {
  readonly kind: "clock";
  readonly t: number;
  /** 0 while the clock stands still, also if the program has ended and no entry is being evaluated. */
  readonly speed: number;
}

/** Worker → page: the answer to "complete". */
export interface CompletionsMessage {
  readonly kind: "completions";
  readonly id: number;
  /** How many characters before the caret the names replace. */
  readonly replaces: number;
  readonly names: readonly string[];
}

/**
 * Worker → page: asks for an operation of crypto.subtle that needs keys. Browsers keep crypto.subtle from the worker's
 * frame, as it has no origin. The answer has the same `id`.
 */
export interface SubtleMessage {
  readonly kind: "subtle";
  readonly id: number;
  readonly method: string;
  /** The arguments, with marks instead of keys. */
  readonly given: readonly unknown[];
}

/**
 * Worker → frame: a message for the page, which the frame passes on together with others. A worker may as well post its
 * messages through the port to the page.
 */
export interface ToldMessage {
  readonly kind: "told";
  readonly message: WorkerMessage;
}

/** All messages to the page. */
export type WorkerMessage = EventsMessage | TextMessage | ClockMessage | CompletionsMessage | SubtleMessage;
