// Compiles an entry from TypeScript to JavaScript and parses it.

import remapping, { type SourceMapInput } from "@jridgewell/remapping";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type AnyNode, getLineInfo, type Program, parse } from "acorn";
import MagicString from "magic-string";
import type { Place } from "../../trace/events/events.ts";
import { loadEsbuild } from "../esbuild/esbuild.ts";
import { type Transformed, toJavaScript } from "../esbuild/to-javascript.ts";
import { children } from "../syntax/syntax.ts";
import { inParentheses, mayBeObject, parentheses } from "./object-text.ts";
import { Refusal } from "./refusal.ts";

/** A compiled entry. Each of its statements ends with its semicolon. */
export interface Script {
  readonly code: string;
  readonly program: Program;
  /** The source map to the entered text. */
  readonly map: SourceMapInput;
}

/**
 * Compiles and parses an entry.
 * @param file the file name of the text in places
 * @throws {Refusal} if the text is wrong
 */
export async function toScript(text: string, file: string): Promise<Script> {
  const { code, map } = await transform(text, file);
  const placeOf = (at: number) => placeIn(code, at, map, file);
  const program = parseScript(code, placeOf);
  refuseModules(program, placeOf);
  return { code, program, map };
}

type PlaceOf = (at: number) => Place;

async function transform(text: string, file: string): Promise<{ code: string; map: SourceMapInput }> {
  const asObject = mayBeObject(text) ? moved(await entered(inParentheses(text), file), text) : undefined;
  const result = asObject?.ok ? asObject : await asStatements(text, file);
  if (result.ok) return { code: result.code, map: JSON.parse(result.map) };
  const errors = [result, asObject].flatMap((each) => (each?.ok === false ? each.errors.slice(0, 1) : []));
  // The reading whose error comes later is probably the one that was meant.
  const [error] = errors.sort((a, b) => compare(b.place, a.place));
  throw new Refusal(error?.text ?? "The text cannot be compiled.", error?.place);
}

async function entered(text: string, file: string): Promise<Transformed> {
  return toJavaScript(await loadEsbuild(), { text, file });
}

/**
 * esbuild drops a statement that is only a number or a word, for example `-1`. At the prompt its value may be asked
 * for.
 */
async function asStatements(text: string, file: string): Promise<Transformed> {
  const result = await entered(text, file);
  if (!result.ok || result.code !== "") return result;
  const asList = await entered(`0, ${text}`, file);
  return asList.ok ? asList : result;
}

/** The result for `text` in parentheses, with places and map of the text alone. */
function moved(result: Transformed, text: string): Transformed {
  if (!result.ok)
    return {
      ok: false,
      errors: result.errors.map((error) => ({ ...error, place: error.place && movedPlace(error.place) })),
    };
  const { before } = parentheses;
  const source = new MagicString(text).prepend(before).generateMap({ hires: true, source: "entered" });
  return { ...result, map: remapping([result.map, source.toString()], () => null).toString() };
}

function movedPlace(place: Place): Place {
  const before = place.line === 1 ? parentheses.before.length : 0;
  return { ...place, column: Math.max(1, place.column - before) };
}

function compare(a: Place | undefined, b: Place | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

function parseScript(code: string, placeOf: PlaceOf): Program {
  try {
    // Entries are strict and may await, as in a module.
    return parse(code, { ecmaVersion: "latest", sourceType: "module" });
  } catch (error) {
    if (!(error instanceof SyntaxError && "pos" in error)) throw error;
    const text = error.message.replace(/ \(\d+:\d+\)$/, "");
    // For example, an exported name that nothing declares.
    throw new Refusal(text.startsWith("Export ") ? exportReason : text, placeOf(Number(error.pos)));
  }
}

const metaReason = "import.meta belongs to a file: use it there and press Run.";
const importReason = "Imports belong at the top of a file: add it there and press Run.";
const exportReason = "Nothing can be exported from the prompt: leave out the word export.";

function refuseModules(node: AnyNode, placeOf: PlaceOf): void {
  if (node.type.startsWith("Import")) throw new Refusal(importReason, placeOf(node.start));
  if (node.type === "MetaProperty" && node.meta.name === "import")
    throw new Refusal(metaReason, placeOf(node.start));
  if (node.type.startsWith("Export")) throw new Refusal(exportReason, placeOf(node.start));
  for (const child of children(node)) refuseModules(child, placeOf);
}

/** The place in the entered text of a position in its JavaScript. */
function placeIn(code: string, at: number, map: SourceMapInput, file: string): Place {
  const { line, column } = getLineInfo(code, at);
  const original = originalPositionFor(new TraceMap(map), { line, column });
  return { file, line: original.line ?? 1, column: (original.column ?? 0) + 1 };
}
