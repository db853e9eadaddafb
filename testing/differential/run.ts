// Runs a program in Node and records everything observable, so that two forms of the program can be compared.

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Hooks } from "../../src/protocol/hooks.ts";
import { type Code, programUrl } from "../../src/protocol/javascript.ts";
import type { Link, ProgramFunction } from "../../src/protocol/modules.ts";
import { createLink } from "../../src/runtime/modules/linker.ts";
import { showValue } from "./show.ts";
import { createTools } from "./tools.ts";

/**
 * Runs a program until nothing is left to happen. Programs wait for microtasks only.
 * @param hooks for instrumented code
 * @returns a line for each thing that it did, in order
 */
export async function runProgram({ code, map }: Pick<Code, "code" | "map">, hooks: Hooks): Promise<string[]> {
  const lines: string[] = [];
  const place = placeFinder(map);
  const write = (name: string, values: readonly unknown[]) => {
    lines.push([name, ...values.map((value) => showValue(value, place))].join(" "));
  };
  const stopListening = onUnhandledRejection((reason) => write("unhandled", [reason]));
  // In a turn of its own, the stack traces of all programs end with the same frames of Node.
  await nextTurn();
  const link: Link = createLink({}, hooks);
  evaluate(code)(hooks, Object.assign(link, { tools: createTools(write) })).then(
    (value) => write("returned", [value]),
    (error) => write("failed", [error]),
  );
  // Waits for all microtasks, and for Node's reports of unhandled rejections after them.
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  stopListening();
  return lines;
}

/** Node 20 refuses some valid programs. */
function evaluate(code: string): ProgramFunction {
  try {
    // biome-ignore lint/security/noGlobalEval: as the run worker does.
    return globalThis.eval(code);
  } catch (error) {
    return () => Promise.reject(error);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * @returns a function from a line of a stack trace to a position in the user's file; `undefined` for lines of other
 * code
 */
function placeFinder(map: string): (stackLine: string) => string | undefined {
  const traced = new TraceMap(map);
  const pattern = new RegExp(`^ *at .*?\\b${programUrl.replace(".", "\\.")}:(\\d+):(\\d+)\\)?$`);
  return (stackLine) => {
    const match = pattern.exec(stackLine);
    if (!match) return undefined;
    const at = originalPositionFor(traced, { line: Number(match[1]), column: Number(match[2]) - 1 });
    // Function names are left out: V8 invents names for anonymous functions from the text around them.
    return at.source === null ? undefined : `${at.source}:${at.line}:${at.column}`;
  };
}

/** Replaces all listeners until the returned function is called. */
function onUnhandledRejection(listener: (reason: unknown) => void): () => void {
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", listener);
  return () => {
    process.removeListener("unhandledRejection", listener);
    for (const other of others) process.on("unhandledRejection", other);
  };
}
