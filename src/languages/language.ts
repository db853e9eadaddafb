// Everything that the deck needs to know about a language, in one record. No other code names a language.

import type { EditorLanguage } from "../editor/support/language-support.ts";
import type { Place, PromptId } from "../trace/events/events.ts";

/**
 * A language that panes can run. Heavy parts load when they are first asked for: a record alone loads neither
 * compiler nor editor, so the page, the build and Node can all import it.
 * @template Program what its worker runs, as plain data
 * @template Entry what its worker evaluates at the prompt, as plain data
 * @template Question what its worker needs to suggest names, as plain data
 */
export interface Language<Program = unknown, Entry = unknown, Question = unknown> {
  /** Also the value of `pane.language`. */
  readonly id: string;
  /** Ending of its file names, with the dot. An import may leave it out. */
  readonly ending: string;
  /** How the build highlights code blocks of slides and the text of panes. */
  readonly highlighting: Highlighting;
  /** Returns the modules that a text imports or starts as threads, in order. Leaves out modules that panes provide. */
  importedModules(text: string): string[];
  /** True if the text starts a thread. Searches the text, without the compiler, so it may miss an unusual form. */
  startsThreads(text: string): boolean;
  readonly editor: EditorLanguage;
  /**
   * Entry file of the worker that runs its programs, as a path from the project's root. The build bundles it into one
   * script.
   */
  readonly worker: string;
  /** Loads that script. */
  loadWorker(): Promise<string>;
  /**
   * A file whose function `prepare` compiles the texts of the deck's panes while the deck is built, as a path from the
   * project's root. The page gets its result as the module "virtual:prepared/ID".
   */
  readonly preparation?: string;
  loadCompiler(): Promise<Compiler<Program>>;
  loadPrompt(): Promise<PromptCompiler<Program, Entry, Question>>;
}

/** A text of a pane, as the build finds it. */
export interface DeckText {
  readonly file: string;
  readonly text: string;
}

/** What a `preparation` exports: returns what the page needs to know of the texts, as plain JSON. */
export interface Preparation {
  prepare(texts: readonly DeckText[]): Promise<unknown>;
}

/** Which Monaco grammar the build uses. */
export interface Highlighting {
  /** Language name of fenced code blocks in slides. */
  readonly fence: string;
  /** Name of the grammar: a folder in Monaco's package. */
  readonly grammar: string;
  /** Adds to the grammar what Monaco's version lacks. */
  complete?(grammar: Grammar): void;
}

/** The part of a grammar that `complete` changes. */
export interface Grammar {
  readonly keywords: string[];
}

/** Compiles texts to programs. */
export interface Compiler<Program> {
  /**
   * Loads the slow parts before they are needed. Rejects with one sentence. The next call tries again.
   * @param files what will be compiled: parts that these files do not need are not loaded
   */
  loadCompiler(files?: ReadonlyMap<string, string>): Promise<void>;
  /**
   * @param files text of each file, by name
   * @param entry the file to run
   * @returns the program, or what is wrong with it; faults in the text never make it reject
   */
  compileProgram(files: ReadonlyMap<string, string>, entry: string): Promise<Compiled<Program>>;
}

export type Compiled<Program> =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A message of the compiler about the audience's text. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** `undefined` if the problem belongs to no line. */
  readonly place: Place | undefined;
  /** Number of characters from `place` that it covers. */
  readonly length: number;
}

/** Compiles what is typed at the prompt. */
export interface PromptCompiler<Program, Entry, Question> {
  /** True if Enter should evaluate the text, false if it should begin a new line. */
  isComplete(text: string): Promise<boolean>;
  /** Compiles a text to an entry. A faulty text is an entry too: the worker reports what is wrong with it. */
  compileEntry(text: string, program: Program, prompt: PromptId): Promise<Entry>;
  /** Returns what to ask the worker for the names that can complete the text; `undefined` if no name can. */
  questionOf(text: string): Question | undefined;
}
