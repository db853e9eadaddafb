// Runs a program plain and instrumented, and reports the first difference.

import type { Hooks } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import { checkingHooks } from "./checking-hooks.ts";
import { compile } from "./made-up-program.ts";
import { runProgram } from "./run.ts";

/** Makes the hooks for a program with the given sites. `complain` is called with each mistake of the program. */
export type HookMaker = (sites: readonly Site[], complain: (text: string) => void) => Hooks;

/**
 * Compares the two runs of a program.
 * @param text of a file in TypeScript
 * @param makeHooks by default, hooks that only check how they are called
 * @returns the difference, for a person to read, with the instrumented code; `undefined` if there is none
 */
export async function compare(text: string, makeHooks?: HookMaker): Promise<string | undefined> {
  return compareFiles({ "main.ts": text }, makeHooks);
}

/** The same for several files; "main.ts" is the entry. */
export async function compareFiles(
  files: Readonly<Record<string, string>>,
  makeHooks: HookMaker = checkingHooks,
): Promise<string | undefined> {
  const [plain, traced] = await Promise.all([compile(files, false), compile(files, true)]);
  if (traced.sites.length === 0) return `Nothing was instrumented in\n${plain.code}`;
  const complaints: string[] = [];
  const expected = await runProgram(
    plain,
    makeHooks([], () => undefined),
  );
  // Node 20 refuses some valid programs, and may accept them with hooks.
  if (expected[0]?.startsWith("failed SyntaxError")) return undefined;
  const hooks = makeHooks(traced.sites, (complaint) => complaints.push(complaint));
  const got = await runProgram(traced, hooks);
  const difference = [...firstDifference(expected, got), ...new Set(complaints)].join("\n");
  return difference === "" ? undefined : `${difference}\n\n${traced.code}`;
}

function firstDifference(expected: readonly string[], got: readonly string[]): string[] {
  const length = Math.max(expected.length, got.length);
  const at = Array.from({ length }).findIndex((_, index) => expected[index] !== got[index]);
  if (at < 0) return [];
  const before = expected.slice(Math.max(0, at - 5), at).map((line) => `  ${line}`);
  return [...before, `- ${expected[at] ?? "(nothing more)"}`, `+ ${got[at] ?? "(nothing more)"}`];
}
