// Instruments an entry of the prompt: inserts calls of the tracer's hooks into a function without changing what it
// does.

import { type AnyNode, type BlockStatement, type Program, parse } from "acorn";
import { type Code, hooksName } from "../../protocol/javascript.ts";
import { type FunctionNode, withoutParentheses } from "../syntax/syntax.ts";
import { openPrompt } from "./functions.ts";
import { mapText, Origins } from "./maps.ts";
import { survey } from "./survey.ts";
import { visitFunction } from "./visit.ts";
import { Work } from "./work.ts";

/**
 * Instruments an entry of the prompt for `Hooks` (src/protocol/hooks.ts).
 * @param code a script of one expression: an async arrow function in strict mode whose first parameter is the hooks. It
 * may use the program's scope and call its coroutines
 * @param map the source map of `code`, as JSON
 * @param file the file name that the map leads to
 * @returns the code with hooks inserted, on the same lines, and its map. If the code has another form or uses the name
 * of the hooks, it is returned unchanged, without sites
 */
export function instrument(code: string, map: string, file: string): Code {
  try {
    const main = mainFunction(parse(code, parserOptions), code);
    if (main) return write(main, code, map, file);
  } catch (error) {
    // The engine refuses too what cannot be parsed. Code that nests too deeply for us may still run.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  return { code, map, sites: [], rewritten: [] };
}

const parserOptions = { ecmaVersion: "latest", sourceType: "script", preserveParens: true } as const;

function write(main: Main, code: string, map: string, file: string): Code {
  const origins = new Origins(code, map, file);
  const work = new Work({ code, origins, survey: survey(main), followsCalls: true, sites: [] });
  visitFunction(main, openPrompt(main, file, work), work);
  const written = work.edits.apply();
  return {
    code: written.code,
    map: mapText([file], origins.shifted(written.insertions)),
    sites: work.sites,
    rewritten: written.rewritten,
  };
}

type Main = FunctionNode & { readonly body: BlockStatement };

function mainFunction(program: Program, code: string): Main | undefined {
  const [statement, ...others] = program.body;
  if (statement?.type !== "ExpressionStatement" || others.length > 0) return undefined;
  const main: AnyNode = withoutParentheses(statement.expression);
  if (main.type !== "ArrowFunctionExpression" || !main.async || main.body.type !== "BlockStatement")
    return undefined;
  const [hooks] = main.params;
  const isCalledSo = hooks?.type === "Identifier" && hooks.name === hooksName;
  const isUsedOnce = code.split(hooksName).length === 2;
  return isCalledSo && isUsedOnce ? (main as Main) : undefined;
}
