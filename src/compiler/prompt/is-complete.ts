// Tells whether an entry is complete, or needs more lines.

import { loadEsbuild } from "../esbuild/esbuild.ts";
import { type Transformed, toJavaScript } from "../esbuild/to-javascript.ts";
import { inParentheses, mayBeObject, parentheses } from "./object-text.ts";

/**
 * True if Enter evaluates a text; false if it starts a new line. A text is complete if it compiles, or if it is wrong
 * whatever follows. Rejects with a sentence if the compiler cannot be loaded.
 */
export async function isComplete(text: string): Promise<boolean> {
  // If something is missing, the error is at the start of the next line. A string, for example, must end in the line
  // before.
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
