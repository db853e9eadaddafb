// Runs made-up files as the engine's own modules and as a pane's program. Both must behave alike.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProgramFunction } from "../../src/protocol/modules.ts";
import { createLink } from "../../src/runtime/modules/linker.ts";
import { passingHooks } from "../runtime/passing-hooks.ts";
import { compile } from "./made-up-program.ts";

/** Texts by name; "main.ts" is the entry. They are JavaScript, and imports name files as "./name.ts". */
export type Files = Readonly<Record<string, string>>;

/** The functions that every file may call: they print, and show what a function returns or throws. */
const tools = `
globalThis.print = (...values) => void globalThis.printed.push(values.map(String).join(" "));
globalThis.attempt = (work) => {
  try { print(work()); } catch (error) { print(error.name + ": " + error.message); }
};
globalThis.end = async (running) => {
  await running.then(() => print("over"), (error) => print("failed " + error));
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return globalThis.printed;
};`;

declare global {
  var printed: string[];
  var end: (running: Promise<unknown>) => Promise<string[]>;
}

/** @returns for each program, what it printed as modules of Node */
export function runReally(programs: readonly Files[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "interleave-"));
  try {
    const urls = programs.map((files, index) => writeFiles(files, join(folder, String(index))));
    const script = `${tools}
const all = [];
for (const url of ${JSON.stringify(urls)}) {
  globalThis.printed = [];
  all.push(await end(import(url)));
}
console.log(JSON.stringify(all));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
    });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns the entry's address */
function writeFiles(files: Files, folder: string): string {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name.replace(/\.ts$/, ".mjs")), text.replaceAll(/(\.\/\w+)\.ts/g, "$1.mjs"));
  return pathToFileURL(join(folder, "main.mjs")).href;
}

/**
 * @returns what the pane's program printed
 * @throws {Error} with the diagnostics if it does not compile
 */
export async function runLinked(files: Files): Promise<string[]> {
  const { code } = await compile(files, true);
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  globalThis.eval(tools);
  globalThis.printed = [];
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  const main = globalThis.eval(code) as ProgramFunction;
  return globalThis.end(main(passingHooks, Object.assign(createLink({}, passingHooks), { tools: {} })));
}
