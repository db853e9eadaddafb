// Runs a program in Node and tells everything that can be noticed of it, so that two forms of it can be compared.

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Hooks } from "../../src/protocol/hooks.ts";
import { type Code, programUrl } from "../../src/protocol/javascript.ts";
import type { Link, ProgramFunction } from "../../src/protocol/modules.ts";
import { createLink } from "../../src/runtime/modules/linker.ts";
import { showValue } from "./show.ts";
import { createTools } from "./tools.ts";

/**
 * Runs a program until nothing is left to happen: programs wait for nothing but microtasks.
 * @param hooks for instrumented code
 * @returns one line for each thing that it did, in order
 */
export async function runProgram({ code, map }: Omit<Code, "sites">, hooks: Hooks): Promise<string[]> {
  const lines: string[] = [];
  const place = placeFinder(map);
  const write = (name: string, values: readonly unknown[]) => {
    lines.push([name, ...values.map((value) => showValue(value, place))].join(" "));
  };
  const stopListening = onUnhandledRejection((reason) => write("unhandled", [reason]));
  // Stacks end with what Node does when it calls a program: the same for all.
  await nextTurn();
  const link: Link = createLink({}, hooks);
  evaluate(code)(hooks, Object.assign(link, { tools: createTools(write) })).then(
    (value) => write("returned", [value]),
    (error) => write("failed", [error]),
  );
  // All microtasks, and what Node tells of rejections after them.
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  stopListening();
  return lines;
}

/** Node 20 refuses some programs that the language allows. */
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

/** @returns a function from a line of a stack to a place in the user's file; undefined for lines of other code */
function placeFinder(map: string): (stackLine: string) => string | undefined {
  const traced = new TraceMap(map);
  const pattern = new RegExp(`^ *at .*?\\b${programUrl.replace(".", "\\.")}:(\\d+):(\\d+)\\)?$`);
  return (stackLine) => {
    const match = pattern.exec(stackLine);
    if (!match) return undefined;
    const at = originalPositionFor(traced, { line: Number(match[1]), column: Number(match[2]) - 1 });
    // V8 makes up names for functions that have none, from what stands near them.
    return at.source === null ? undefined : `${at.source}:${at.line}:${at.column}`;
  };
}

/** Takes the place of everybody who listens, until it is stopped. */
function onUnhandledRejection(listener: (reason: unknown) => void): () => void {
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", listener);
  return () => {
    process.removeListener("unhandledRejection", listener);
    for (const other of others) process.on("unhandledRejection", other);
  };
}
