// Types for the part of Monaco's tokenizer that the build uses. The package ships none.

declare module "monaco-editor/editor/standalone/common/monarch/monarchCompile" {
  export interface Lexer {
    readonly languageId: string;
  }
  export function compile(languageId: string, language: unknown): Lexer;
}

declare module "monaco-editor/editor/standalone/common/monarch/monarchLexer" {
  import type { Lexer } from "monaco-editor/editor/standalone/common/monarch/monarchCompile";

  /** The state at the end of a line, for example "inside a template string". The next line starts with it. */
  export interface LineState {
    clone(): LineState;
  }
  export interface Token {
    /** In UTF-16 code units, from 0. */
    readonly offset: number;
    /** For example "keyword.ts" or "type.identifier.ts". May be "". */
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
