// Converts esbuild's messages to diagnostics. Columns count characters, not bytes.

import type { BuildFailure, Message } from "esbuild-wasm";
import type { Place } from "../../trace/events/events.ts";

/** An error or a warning about the audience's text. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** `undefined` if the problem belongs to no line. */
  readonly place: Place | undefined;
  /** How many characters it covers from `place` on. */
  readonly length: number;
}

/** Returns the errors of a text that esbuild refused. Throws with a sentence if esbuild itself has broken. */
export function errorsOf(failure: unknown, file: string): Diagnostic[] {
  // esbuild cannot be started twice in the life of a page.
  if (!isBuildFailure(failure))
    throw new Error("The compiler broke. Reload the deck: your text is kept.", { cause: failure });
  return failure.errors.map((message) => diagnose(message, "error", file));
}

export function diagnose(
  { text: message, location }: Message,
  severity: Diagnostic["severity"],
  file: string,
): Diagnostic {
  // Some end in a colon, for a note that follows in a terminal.
  const text = message.replace(/:$/, ".");
  if (!location) return { severity, text, place: undefined, length: 0 };
  const { line, column, length, lineText } = location;
  const start = charactersIn(lineText, column);
  const end = charactersIn(lineText, column + length);
  return { severity, text, place: { file, line, column: start + 1 }, length: end - start };
}

/** esbuild counts bytes of UTF-8. Editors and people count characters (UTF-16 code units, as JavaScript does). */
function charactersIn(text: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).length;
}

function isBuildFailure(value: unknown): value is BuildFailure {
  return value instanceof Error && "errors" in value;
}
