// The part of Monaco's tokenizer that the build uses; the package ships no types for it.

declare module "monaco-editor/editor/standalone/common/monarch/monarchCompile" {
  export interface Lexer {
    readonly languageId: string;
  }
  export function compile(languageId: string, language: unknown): Lexer;
}

declare module "monaco-editor/editor/standalone/common/monarch/monarchLexer" {
  import type { Lexer } from "monaco-editor/editor/standalone/common/monarch/monarchCompile";

  /** What a line leaves to the next one: inside a template, a comment… */
  export interface LineState {
    clone(): LineState;
  }
  export interface Token {
    /** Counts UTF-16 units from 0. */
    readonly offset: number;
    /** "keyword.ts", "type.identifier.ts"…; may be empty. */
    readonly type: string;
  }
  export class MonarchTokenizer {
    constructor(
      languageService: unknown,
      themeService: unknown,
      languageId: string,
      lexer: Lexer,
      configurationService: unknown,
    );
    getInitialState(): LineState;
    tokenize(line: string, hasEOL: boolean, state: LineState): { tokens: Token[]; endState: LineState };
  }
}
