// The program of JavaScript, as src/compiler makes it and src/runtime runs it: what TypeScript's messages carry, too.

import type { Place, PromptId, TaskKind } from "../trace/events/events.ts";
import type { PromptMessage, StartMessage } from "./protocol.ts";

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
  /** An expression whose value is a function: a `ProgramFunction` (modules.ts), or at the prompt an async one of the hooks. */
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

/** An expression that can be followed without calling anything: where it begins, and the properties from there on. */
export interface Base {
  readonly root:
    | { readonly kind: "name"; readonly name: string }
    /** A literal, in place of which any value of its type will do. */
    | { readonly kind: "value"; readonly value: string | number | readonly [] };
  readonly steps: readonly string[];
}

/** What completion asks: the names that go on with this one. */
export interface UnfinishedName {
  /** What is there of the name; it may be "". */
  readonly prefix: string;
  /** What the name would be a property of; undefined where there is no dot before it. */
  readonly base: Base | undefined;
}

/** Page → worker of JavaScript, once: what to run. */
export type StartProgram = StartMessage<Program>;

/** Page → worker of JavaScript: what was entered at the prompt. */
export type EnterProgram = PromptMessage<PromptProgram>;

/** The name under which the compiled program appears in stacks. */
export const programUrl = "interleave-program.js";

/** The name under which what was entered at the prompt appears in stacks. */
export function promptUrl(prompt: PromptId): string {
  return `interleave-prompt-${prompt}.js`;
}

/** The name of the hooks in instrumented code: the first parameter of every program and of what is entered at the prompt. */
export const hooksName = "__hooks";
