// Prepares a clone: checks Node, installs the packages of the lock file. Works before node_modules exists.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The root folder of the repository. */
export const root = join(import.meta.dirname ?? ".", "..");

const oldestNode = [20, 19];

/** A failure whose message is all that a user needs. It is shown without a stack. */
export class Refusal extends Error {}

/** @throws {Refusal} if this Node is too old for the tools */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new Refusal(
    `Interleave needs Node ${oldestNode.join(".")} or newer, and this is ${process.versions.node}.`,
  );
}

/**
 * @param {string} file path relative to the repository
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined} the packages of a lock file, by
 * folder
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** True if node_modules has every required package of the lock file in the right version. */
export function isInstalled() {
  const wanted = Object.entries(packagesIn("package-lock.json") ?? {});
  const present = packagesIn("node_modules/.package-lock.json");
  if (!present) return false;
  return wanted.every(
    ([folder, { version, optional }]) => folder === "" || optional || present[folder]?.version === version,
  );
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, shell?: boolean }} [options] quiet shows the output only if the
 * program fails
 * @returns {Promise<number>} its exit code; 1 if it could not be started or was ended by a signal
 */
export function run(command, args, { quiet = false, env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, shell, stdio: quiet ? "pipe" : "inherit" });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.on("close", (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs npm: the npm that runs this script, or else the one in the path.
 * @param {string[]} args
 */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return run(process.execPath, [npm, ...args], { quiet: true });
  return run("npm", args, { quiet: true, shell: process.platform === "win32" });
}

/**
 * Installs the packages of the lock file unless they are installed.
 * @throws {Refusal} if that fails
 */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  console.log("Installing the packages that the deck is built with (once, about a minute) …");
  // No package needs its install script. Warnings are hidden, because msw asks for a newer Node than it needs in a browser.
  const code = await runNpm([
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--loglevel=error",
  ]);
  if (code !== 0) throw new Refusal("Installing the packages failed; npm says why above.");
}

/**
 * Runs the work of a script. A Refusal ends it with its message and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
