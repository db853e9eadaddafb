// Sets up Monaco's tokenizers in Node, so that static code has the same colours as the editor.

import { createRequire } from "node:module";
import { build, type Plugin } from "esbuild";
import { compile } from "monaco-editor/editor/standalone/common/monarch/monarchCompile";
import {
  type LineState,
  MonarchTokenizer,
  type Token,
} from "monaco-editor/editor/standalone/common/monarch/monarchLexer";
import type { Grammar, Highlighting } from "../../languages/language.ts";

const require = createRequire(import.meta.url);

/** The part of a language's highlighting that a tokenizer needs. */
type Coloured = Pick<Highlighting, "grammar" | "complete">;

/**
 * A grammar imports the whole editor for one enumeration. The editor imports CSS, which Node refuses. So this
 * replaces the editor.
 */
const withoutEditor: Plugin = {
  name: "without-editor",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /editor\.api\.js$/ }, ({ path }) => ({ path, namespace: "stand-in" }));
    onLoad({ filter: /.*/, namespace: "stand-in" }, () => ({
      contents: "export const languages = { IndentAction: {} };",
    }));
  },
};

async function loadGrammar({ grammar, complete }: Coloured): Promise<unknown> {
  const entry = require.resolve(`monaco-editor/languages/definitions/${grammar}/${grammar}`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    write: false,
    plugins: [withoutEditor],
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const module: { language: Grammar } = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${source}`
  );
  complete?.(module.language);
  return module.language;
}

/**
 * A stand-in for Monaco's configuration service. The tokenizer asks it only for the maximal line length, and static
 * code has no maximum. Without embedded languages and themes the tokenizer needs no other service.
 */
const configuration = {
  getValue: () => Number.POSITIVE_INFINITY,
  onDidChangeConfiguration: () => ({ dispose() {} }),
};

/** Splits the lines of one text into Monaco's tokens, line by line. */
export type LineTokens = (lines: readonly string[]) => Token[][];

/** Makes each line one token without a colour. */
export const plainTokens: LineTokens = (lines) => lines.map(() => [{ offset: 0, type: "" }]);

/** Loads a grammar. Takes about ten milliseconds, so keep the result. */
export async function loadTokenizer(coloured: Coloured): Promise<LineTokens> {
  const { grammar } = coloured;
  // Monaco's name for text without a grammar.
  if (grammar === "plaintext") return plainTokens;
  const lexer = compile(grammar, await loadGrammar(coloured));
  const tokenizer = new MonarchTokenizer(undefined, undefined, grammar, lexer, configuration);
  return (lines) => {
    let state: LineState = tokenizer.getInitialState();
    return lines.map((line) => {
      const { tokens, endState } = tokenizer.tokenize(line, true, state);
      state = endState;
      return tokens;
    });
  };
}
