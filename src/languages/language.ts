// What the deck needs to know of a language: one record of this type holds all of it. Nothing else names a language.

import type { EditorLanguage } from "../editor/support/language-support.ts";
import type { Place, PromptId } from "../trace/events/events.ts";

/**
 * A language that panes run. What is heavy is loaded when it is first asked for: a record alone loads neither compiler nor
 * editor, so that the page, the build and Node may all import it.
 * @template Program what its worker runs, as plain data
 * @template Entry what its worker evaluates at the prompt, as plain data
 * @template Question what its worker is asked for names, as plain data
 */
export interface Language<Program = unknown, Entry = unknown, Question = unknown> {
  /** As `pane.language` tells it. */
  readonly id: string;
  /** What the names of its files end in, with the dot; an import may leave it out. */
  readonly ending: string;
  /** How a slide's block of code, and the text of a pane, are coloured when the deck is built. */
  readonly highlighting: Highlighting;
  /** The modules that a text imports, in their order; those that panes offer are not among them. */
  importedModules(text: string): string[];
  readonly editor: EditorLanguage;
  /** The entry of the worker that runs its programs, from the project's folder: the build makes one script of it. */
  readonly worker: string;
  /** That script. */
  loadWorker(): Promise<string>;
  loadCompiler(): Promise<Compiler<Program>>;
  loadPrompt(): Promise<PromptCompiler<Program, Entry, Question>>;
}

/** Monaco's grammar, which the build alone reads. */
export interface Highlighting {
  /** What a block of code is fenced as. */
  readonly fence: string;
  /** The name of the grammar, a folder of Monaco's. */
  readonly grammar: string;
  /** Adds what Monaco's does not know yet. */
  complete?(grammar: Grammar): void;
}

/** As much of a grammar as is changed. */
export interface Grammar {
  readonly keywords: string[];
}

/** Makes programs of texts. */
export interface Compiler<Program> {
  /** Loads what takes long, before it is needed. Rejects in one sentence; the next call tries again. */
  loadCompiler(): Promise<void>;
  /**
   * @param files the text of each file by its name
   * @param entry the file that is run
   * @returns the program, or what is wrong with it; wrong text never makes it reject
   */
  compileProgram(files: ReadonlyMap<string, string>, entry: string): Promise<Compiled<Program>>;
}

export type Compiled<Program> =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Something that a compiler has to say about the audience's text. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** Undefined where the problem belongs to no line. */
  readonly place: Place | undefined;
  /** How many characters it covers from `place` on. */
  readonly length: number;
}

/** Makes of what is typed at the prompt what the worker takes. */
export interface PromptCompiler<Program, Entry, Question> {
  /** Whether Enter evaluates a text, or begins a new line of it. */
  isComplete(text: string): Promise<boolean>;
  /** Wrong text is an entry, too: its worker says what is wrong with it. */
  compileEntry(text: string, program: Program, prompt: PromptId): Promise<Entry>;
  /** What the worker is asked for the names that may go on with a text; undefined where none can. */
  questionOf(text: string): Question | undefined;
}
