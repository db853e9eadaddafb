// Formats thrown values as error reports: a headline and the stack frames of the program.

import type { ErrorReport } from "../../trace/events/events.ts";
import { asBefore } from "../engine/as-before.ts";
import { findText, sliceText } from "../engine/kept.ts";
import { inspect } from "../values/inspect.ts";
import { inherits, readText } from "../values/safe-reading.ts";
import { showValue } from "../values/show-value.ts";
import { shorten } from "./console.ts";
import { missingName } from "./missing-names.ts";
import type { StackMapper } from "./stack.ts";

/** How many levels of causes and collected errors a headline shows. Limited because an error may be its own cause. */
const deepest = 3;

/** Longest text of `headlineOf`, in characters. */
const longestHeadline = 200;

/** Returns the report of any thrown value. Never throws, even if reading the value does. */
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

/** Returns the first line of a thrown value's headline, without running the program's code. */
export function headlineOf(thrown: unknown): string {
  if ((typeof thrown !== "object" && typeof thrown !== "function") || thrown === null) {
    return cutLine(`Uncaught ${asBefore(() => inspect(thrown))}`);
  }
  if (!inherits(thrown, Error.prototype)) return cutLine(`Uncaught ${showValue(thrown).text}`);
  const name = readText(thrown, "name");
  const message = readText(thrown, "message");
  return cutLine(message === "" ? name : `${name}: ${message}`);
}

/** Called amid the program, which may have replaced what texts and lists do. */
function cutLine(text: string): string {
  const end = findText(text, "\n");
  const line = end < 0 ? text : sliceText(text, 0, end);
  return line.length > longestHeadline ? `${sliceText(line, 0, longestHeadline)}…` : line;
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
