// Sets up Monaco's own tokenizers in Node, so that static code and the editor have the same colours.

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

/** What is asked of a language. */
type Coloured = Pick<Highlighting, "grammar" | "complete">;

/** The grammar imports the whole editor for one enumeration, and the editor imports CSS, which Node refuses. */
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

/** No embedded languages, no theme; only the length limit is asked for, and static code has none. */
const configuration = {
  getValue: () => Number.POSITIVE_INFINITY,
  onDidChangeConfiguration: () => ({ dispose() {} }),
};

/** Cuts the lines of one text into Monaco's tokens, line by line. */
export type LineTokens = (lines: readonly string[]) => Token[][];

/** Each line is one token without a colour. */
export const plainTokens: LineTokens = (lines) => lines.map(() => [{ offset: 0, type: "" }]);

/** Loads a grammar; takes some ten milliseconds, so keep what it gives. */
export async function loadTokenizer(coloured: Coloured): Promise<LineTokens> {
  const { grammar } = coloured;
  // Monaco's name for what has no grammar.
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
