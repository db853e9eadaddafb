// The program's console: prints to the trace, as text formatted the way Node formats it.

import { format, inspect } from "node-inspect-extracted";
import type { OutputLevel } from "../../trace/events/events.ts";
import type { Clock } from "../clock/clock.ts";
import type { StackMapper } from "./stack.ts";
import { formatTable } from "./table.ts";

/** One piece of printed text that is longer than this many characters is cut, and says so. */
export const maxPrinted = 100_000;

export interface ConsoleOptions {
  readonly print: (level: OutputLevel, text: string) => void;
  readonly clock: Clock;
  readonly stack: StackMapper;
}

/** Makes the object that the program knows as `console`. */
export function createConsole({
  print,
  clock,
  stack,
}: ConsoleOptions): Partial<Console> & Record<"profile" | "profileEnd", () => void> {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = "";

  const line = (level: OutputLevel, text: string) => {
    const indented = indent === "" ? text : text.replace(/^/gm, indent);
    print(level, `${shorten(stack.rewrite(indented))}\n`);
  };
  const method =
    (level: OutputLevel) =>
    (...values: unknown[]) =>
      line(level, format(...values));
  const group = (...values: unknown[]) => {
    if (values.length > 0) line("log", format(...values));
    indent += "  ";
  };
  const elapsed = (label: string, ...values: unknown[]) => {
    const start = timers.get(label);
    if (start === undefined) return line("warn", `There is no timer named "${label}".`);
    const milliseconds = (clock.now() - start).toFixed(1);
    line("log", [`${label}: ${milliseconds} ms`, ...values.map((value) => inspect(value))].join(" "));
  };

  return {
    log: method("log"),
    info: method("info"),
    warn: method("warn"),
    error: method("error"),
    debug: method("debug"),
    table: (data?: unknown) => line("log", formatTable(data) ?? format(data)),
    dirxml: method("log"),
    dir: (value: unknown, options?: object) => line("log", inspect(value, options ?? {})),
    trace: (...values: unknown[]) => {
      const here = new Error(format(...values)).stack ?? "";
      line("log", here.replace(/^Error:?/, "Trace:"));
    },
    assert: (condition?: boolean, ...values: unknown[]) => {
      if (!condition) line("error", ["Assertion failed", ...values.map((value) => format(value))].join(" "));
    },
    count: (label = "default") => {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      line("log", `${label}: ${count}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    time: (label = "default") => void timers.set(label, clock.now()),
    timeLog: (label = "default", ...values: unknown[]) => elapsed(label, ...values),
    timeEnd: (label = "default") => {
      elapsed(label);
      timers.delete(label);
    },
    // What has been printed stays on the trace.
    clear: () => undefined,
    profile: () => undefined,
    profileEnd: () => undefined,
    timeStamp: () => undefined,
  };
}

/** Text that is short enough to be shown; what is left out is counted. */
export function shorten(text: string): string {
  if (text.length <= maxPrinted) return text;
  const more = (text.length - maxPrinted).toLocaleString("en");
  return `${text.slice(0, maxPrinted)}… (${more} more characters)`;
}
