// Makes the short text of a call, for example `speak("cow")`, for labels of lanes and marks.

import { isArray, sliceText, stringify, text } from "../engine/kept.ts";
import { isProxy } from "../engine/proxies.ts";

/** The most characters of one argument, of all arguments, and of the name. */
const longest = { argument: 16, all: 32, name: 24 } as const;

/**
 * Returns a call on one line. Objects show as `[3]` or `{…}` only: reading their properties could run the program's
 * own code, and their contents may change.
 */
export function callLabel(name: string, args: readonly unknown[]): string {
  let label = `${cut(name === "" ? "(anonymous)" : name, longest.name)}(`;
  let length = 0;
  for (let index = 0; index < args.length; index += 1) {
    const argument = argumentText(args[index]);
    length += argument.length + 2;
    const separator = index === 0 ? "" : ", ";
    if (length > longest.all) return `${label}${separator}…)`;
    label += separator + argument;
  }
  return `${label})`;
}

function argumentText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `"${cut(quoted(sliceText(value, 0, 2 * longest.argument)), longest.argument)}"`;
    case "function":
      return "ƒ";
    case "object":
      return objectText(value);
    case "bigint":
      return cut(`${value}n`, longest.argument);
    default:
      return cut(text(value), longest.argument);
  }
}

function quoted(value: string): string {
  return sliceText(stringify(value), 1, -1);
}

/** A proxy shows as `{…}`, whatever its target: to ask could call the program's traps. */
function objectText(value: object | null): string {
  if (value === null) return "null";
  return !isProxy(value) && isArray(value) ? `[${value.length}]` : "{…}";
}

function cut(value: string, length: number): string {
  return value.length > length ? `${sliceText(value, 0, length - 1)}…` : value;
}
