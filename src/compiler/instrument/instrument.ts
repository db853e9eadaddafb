// Writes calls of the tracer's hooks into a bundled program, which does exactly what it did without them.

import { type AnyNode, type BlockStatement, type Program, parse } from "acorn";
import { type Code, hooksName } from "../../protocol/javascript.ts";
import { type FunctionNode, withoutParentheses } from "../syntax/syntax.ts";
import { openMain } from "./functions.ts";
import { topLevelNames } from "./names.ts";
import { survey } from "./survey.ts";
import { visitFunction } from "./visit.ts";
import { Work } from "./work.ts";

export interface InstrumentOptions {
  /** Name of the file whose top level runs. */
  readonly entry: string;
  /**
   * True for what is entered at a prompt: it calls coroutines of another program, whose scope it uses and has none of its
   * own to give. Its outermost function is a task of the kind "prompt" then, else "main".
   */
  readonly callsOthers?: boolean;
}

export interface Instrumented extends Code {
  /** The names at the entry's top level, each with the name that it has in `code`. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Instruments a program for `Hooks` (src/protocol/hooks.ts).
 * @param code a script of one expression, an async arrow function in strict mode whose first parameter is the hooks
 * @param map source map of `code` as JSON. Where it has the sources' content, names are told as the user wrote them
 * @returns every line as it was but for insertions, and the map of that; the code itself without any sites where it is not
 * of that form, or uses the name of the hooks
 */
export function instrument(code: string, map: string, options: InstrumentOptions): Instrumented {
  try {
    const main = mainFunction(parse(code, parserOptions), code);
    if (main) return write(main, code, map, options);
  } catch (error) {
    // What cannot be parsed the engine refuses, too; what nests too deeply for us may still run.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  return { code, map, sites: [], names: {} };
}

const parserOptions = { ecmaVersion: "latest", sourceType: "script", preserveParens: true } as const;

function write(main: Main, code: string, map: string, options: InstrumentOptions): Instrumented {
  const { entry, callsOthers = false } = options;
  const work = new Work({ code, map, survey: survey(main), followsCalls: callsOthers });
  visitFunction(main, openMain(main, entry, callsOthers ? "prompt" : "main", work), work);
  const instrumented = work.edits.apply();
  return {
    code: instrumented.code,
    map: work.origins.shifted(instrumented.insertions),
    sites: work.sites,
    names: topLevelNames(main.body, entry, work.origins),
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
