// A compiled JavaScript program: src/compiler makes it, src/runtime runs it. TypeScript uses it too.

import type { Place, PromptId, TaskKind } from "../trace/events/events.ts";
import type { PromptMessage, StartMessage } from "./protocol.ts";

/** A place in the program that hooks refer to by its index. */
export interface Site {
  readonly place: Place;
  readonly what:
    | {
        readonly kind: "function";
        readonly taskKind: TaskKind;
        /** "" if the function has no name. */
        readonly name: string;
      }
    | { readonly kind: "await" | "yield" | "delegate" | "for-await" };
}

/** So many characters of code from an offset on are not its author's, who wrote something else there, or nothing. */
export type Rewritten = readonly [at: number, length: number, instead: string];

/** Instrumented code. */
export interface Code {
  /**
   * An expression whose value is a function. For a program it is a `ProgramFunction` (modules.ts); for an entry of the
   * prompt it is an async function that takes the hooks.
   */
  readonly code: string;
  /** The source map of `code` as JSON. Its sources are file names. */
  readonly map: string;
  readonly sites: readonly Site[];
  /** What of `code` is not its author's, in order. */
  readonly rewritten: readonly Rewritten[];
}

/** The compiled program of a pane. */
export interface Program extends Code {
  /** The name of the file whose top level runs. */
  readonly entry: string;
  /** The names at the entry's top level, each with its name in `code`. */
  readonly names: Readonly<Record<string, string>>;
  /** The files that the program starts as threads, each compiled as an entry of its own. */
  readonly threads: Readonly<Record<string, ThreadProgram>>;
}

/** The compiled program of a thread. It finds the threads that it starts itself in the program of the pane. */
export type ThreadProgram = Omit<Program, "threads">;

/** A compiled entry of the prompt, or the reason why it does not compile. */
export type PromptProgram =
  | {
      readonly kind: "code";
      readonly code: Code;
      /** The names that it declares and that the program's top level does not have. */
      readonly declares: readonly string[];
    }
  | { readonly kind: "broken"; readonly reason: string; readonly place: Place | undefined };

/**
 * An expression that can be evaluated without calling anything: a root and a path of properties, for example
 * `animals.cow`.
 */
export interface Base {
  readonly root:
    | { readonly kind: "name"; readonly name: string }
    /** A literal. Any value of its type can stand for it. */
    | { readonly kind: "value"; readonly value: string | number | readonly [] };
  readonly steps: readonly string[];
}

/** The question that completion asks: which names begin like this one? */
export interface UnfinishedName {
  /** The part of the name that is typed; may be "". */
  readonly prefix: string;
  /** The expression before the dot; `undefined` if there is no dot. */
  readonly base: Base | undefined;
}

/** Page → JavaScript worker, once: the program to run. */
export type StartProgram = StartMessage<Program>;

/** Page → JavaScript worker: an entry of the prompt. */
export type EnterProgram = PromptMessage<PromptProgram>;

/** The compiled program's file name in stack traces. */
export const programUrl = "interleave-program.js";

/** The file name of a prompt entry in stack traces, for example "interleave-prompt-0.js". */
export function promptUrl(prompt: PromptId): string {
  return `interleave-prompt-${prompt}.js`;
}

/** The name of the hooks in instrumented code: the first parameter of every program and of every prompt entry. */
export const hooksName = "__hooks";
