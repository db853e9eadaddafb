// Tells whether more must be entered before a text makes sense.

import { loadEsbuild } from "../esbuild/esbuild.ts";
import { type Transformed, toJavaScript } from "../esbuild/to-javascript.ts";
import { inParentheses, mayBeObject, parentheses } from "./object-text.ts";

/**
 * Whether Enter evaluates a text instead of beginning a new line of it. It does where the text makes sense, and where it
 * is wrong whatever follows. Rejects in one sentence where the compiler cannot be loaded.
 */
export async function isComplete(text: string): Promise<boolean> {
  // What is missing in the next line is missing at its start; a string, for one, must end in the line before.
  const lines = `${text}\n`;
  const asStatements = await transform(lines);
  if (asStatements.ok) return true;
  if (!mayBeObject(text)) return !failsAtEnd(asStatements, lines);
  if ((await transform(inParentheses(text))).ok) return true;
  const beginning = parentheses.before + lines;
  return !failsAtEnd(asStatements, lines) && !failsAtEnd(await transform(beginning), beginning);
}

async function transform(text: string): Promise<Transformed> {
  return toJavaScript(await loadEsbuild(), { text, file: "" });
}

function failsAtEnd(result: Transformed, text: string): boolean {
  const place = result.ok ? undefined : result.errors[0]?.place;
  if (!place) return false;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).length;
  return place.line === lines && place.column === 1;
}
