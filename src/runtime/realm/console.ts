// The program's `console`: formats values as Node does and prints them to the trace.

import type { InspectOptions } from "node-inspect-extracted";
import type { OutputLevel } from "../../trace/events/events.ts";
import type { Clock } from "../clock/clock.ts";
import { apply, KeptMap } from "../engine/kept.ts";
import { withEngineIterators } from "../values/engine-iterators.ts";
import { format, inspect } from "../values/inspect.ts";
import { durationText } from "./duration.ts";
import type { PrintedText, PrintedValues } from "./printed-values.ts";
import type { StackMapper } from "./stack.ts";
import { formatTable } from "./table.ts";

/** Longest printed text in characters. Longer text is cut and says how much is missing. */
export const maxPrinted = 100_000;

export interface ConsoleOptions {
  /**
   * @param later given if the text is not final yet: resolves with the text that replaces `text`, within the present
   * microtasks
   */
  readonly print: (level: OutputLevel, text: string, later?: Promise<string>) => void;
  readonly clock: Clock;
  readonly stack: StackMapper;
  readonly values: PrintedValues;
}

type Write = (level: OutputLevel, text: PrintedText) => void;
type Method = (...values: unknown[]) => void;

/** Creates the program's `console` object. */
export function createConsole({
  print,
  clock,
  stack,
  values: shown,
}: ConsoleOptions): Partial<Console> & Record<"profile" | "profileEnd", () => void> {
  let indent = "";
  const write: Write = (level, { now, later }) => {
    const before = indent;
    const line = (text: string) =>
      withEngineIterators(() => `${shorten(stack.rewrite(indented(text, before)))}\n`);
    print(level, line(now), later?.then(line));
  };
  const method =
    (level: OutputLevel): Method =>
    (...values) =>
      write(level, shown.format(values));
  const log = method("log");
  const warn = method("warn");
  const group: Method = (...values) => {
    if (values.length > 0) log(...values);
    indent += "  ";
  };
  const table = (data?: unknown, columns?: readonly unknown[]) => {
    if (columns !== undefined && !Array.isArray(columns))
      throw new TypeError('The "properties" argument must be an instance of Array.');
    const text = formatTable(data, columns);
    if (text === undefined) log(data);
    else write("log", { now: text });
  };

  return asConsole({
    log,
    info: method("info"),
    warn,
    error: method("error"),
    debug: method("debug"),
    table: table as Console["table"],
    dirxml: log,
    dir: (value: unknown, options?: InspectOptions) =>
      write("log", { now: inspect(value, { customInspect: false, ...options }, shown) }),
    trace: (...values: unknown[]) => write("log", { now: traceText(format(values, shown)) }),
    assert: (condition?: boolean, ...values: unknown[]) => {
      if (!condition) warn(assertionText(values), ...values.slice(1));
    },
    ...counters(log, warn),
    ...timers(log, warn, clock),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    // Printed text stays on the trace.
    clear: () => undefined,
    profile: () => undefined,
    profileEnd: () => undefined,
    timeStamp: () => undefined,
  });
}

/** Gives each method its name, and the object its tag, as in every engine. */
function asConsole<Methods extends object>(methods: Methods): Methods {
  const named = Object.entries(methods).map(([name, method]) => {
    const { [name]: own } = {
      [name]: (...values: unknown[]) => withEngineIterators(() => void apply(method, undefined, values)),
    };
    return [name, own];
  });
  const made = Object.fromEntries(named) as Methods;
  return Object.defineProperty(made, Symbol.toStringTag, { value: "console", configurable: true });
}

function indented(text: string, indent: string): string {
  return indent === "" ? text : text.replace(/^/gm, indent);
}

function assertionText(values: readonly unknown[]): string {
  return values.length === 0 ? "Assertion failed" : `Assertion failed: ${String(values[0])}`;
}

function traceText(message: string): string {
  const [, ...steps] = (new Error().stack ?? "").split(/\n(?=\s+at )/);
  return [message === "" ? "Trace" : `Trace: ${message}`, ...steps].join("\n");
}

function counters(log: Method, warn: Method): Pick<Console, "count" | "countReset"> {
  const counts = new KeptMap<string, number>();
  return {
    count: (label = "default") => {
      const count = (counts.get(`${label}`) ?? 0) + 1;
      counts.set(`${label}`, count);
      log(`${label}: ${count}`);
    },
    countReset: (label = "default") => {
      if (!counts.delete(`${label}`)) warn(`Warning: Count for '${label}' does not exist`);
    },
  };
}

function timers(log: Method, warn: Method, clock: Clock): Pick<Console, "time" | "timeEnd" | "timeLog"> {
  const begun = new KeptMap<string, number>();
  const tell = (method: string, label: string, values: readonly unknown[]) => {
    const start = begun.get(label);
    if (start === undefined) warn(`Warning: No such label '${label}' for console.${method}()`);
    else log("%s: %s", label, durationText(clock.now() - start), ...values);
  };
  return {
    time: (label = "default") => {
      if (begun.has(`${label}`)) warn(`Warning: Label '${label}' already exists for console.time()`);
      else begun.set(`${label}`, clock.now());
    },
    timeLog: (label = "default", ...values: unknown[]) => tell("timeLog", `${label}`, values),
    timeEnd: (label = "default") => {
      tell("timeEnd", `${label}`, []);
      begun.delete(`${label}`);
    },
  };
}

/** Cuts text to `maxPrinted` characters and appends how many are left out. */
export function shorten(text: string): string {
  if (text.length <= maxPrinted) return text;
  const more = (text.length - maxPrinted).toLocaleString("en");
  return `${text.slice(0, maxPrinted)}… (${more} more characters)`;
}
