// Tells errors as text: what reached nobody, and where in the program it came from.

import type { ErrorReport } from "../../trace/events/events.ts";
import { inspect } from "../values/inspect.ts";
import { inherits, readText } from "../values/safe-reading.ts";
import { showValue } from "../values/show-value.ts";
import { shorten } from "./console.ts";
import { missingName } from "./missing-names.ts";
import type { StackMapper } from "./stack.ts";

/** Causes and collected errors are told so many levels deep; a cause may be its own cause. */
const deepest = 3;

/** In characters. */
const longestHeadline = 200;

/** The report of a thrown value, of whatever kind. Never throws, whatever the value does when it is looked at. */
export function reportError(thrown: unknown, rejection: boolean, stack: StackMapper): ErrorReport {
  try {
    if (thrown instanceof Error) {
      return { headline: shorten(headline(thrown, 0)), frames: stack.frames(thrown), rejection };
    }
    return { headline: shorten(`Uncaught ${inspect(thrown)}`), frames: [], rejection };
  } catch {
    return { headline: "Uncaught value that throws when it is looked at", frames: [], rejection };
  }
}

/** The first line of what would be told of a thrown value, found without running code of the program's. */
export function headlineOf(thrown: unknown): string {
  if ((typeof thrown !== "object" && typeof thrown !== "function") || thrown === null) {
    return cutLine(`Uncaught ${inspect(thrown)}`);
  }
  if (!inherits(thrown, Error.prototype)) return cutLine(`Uncaught ${showValue(thrown).text}`);
  const [name, message] = [readText(thrown, "name"), readText(thrown, "message")];
  return cutLine(message === "" ? name : `${name}: ${message}`);
}

function cutLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > longestHeadline ? `${line.slice(0, longestHeadline)}…` : line;
}

function headline(error: Error, depth: number): string {
  const own = error.message === "" ? error.name : `${error.name}: ${error.message}`;
  if (depth === deepest) return own;
  const collected =
    error instanceof AggregateError ? error.errors.map((each) => `\n  ${tell(each, depth)}`) : [];
  const cause = error.cause === undefined ? "" : `\n  Cause: ${tell(error.cause, depth)}`;
  return (
    own + (error instanceof ReferenceError ? missingName(error.message) : "") + collected.join("") + cause
  );
}

function tell(value: unknown, depth: number): string {
  return value instanceof Error ? headline(value, depth + 1) : inspect(value);
}
