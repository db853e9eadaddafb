// Makes a clone ready: checks Node, installs what the lock file names. Works before node_modules exists.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's folder. */
export const root = join(import.meta.dirname ?? ".", "..");

const oldestNode = [20, 19];

/** A failure whose message is all that a user needs; shown without a stack. */
export class Refusal extends Error {}

/** @throws {Refusal} when this Node cannot run the tools */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new Refusal(
    `Interleave needs Node ${oldestNode.join(".")} or newer, and this is ${process.versions.node}.`,
  );
}

/**
 * @param {string} file relative to the repository
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined} what a lock file names, by folder
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** True when node_modules holds every package of the lock file in the version named there. */
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
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, shell?: boolean }} [options] quiet keeps the output back unless the program fails
 * @returns {Promise<number>} its exit code; 1 where it could not be started or a signal ended it
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
 * Runs npm: the one that runs this script, else the one in the path.
 * @param {string[]} args
 */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return run(process.execPath, [npm, ...args], { quiet: true });
  return run("npm", args, { quiet: true, shell: process.platform === "win32" });
}

/**
 * Installs the packages of the lock file unless they are there.
 * @throws {Refusal} when that fails
 */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  console.log("Installing the packages that the deck is built with (once, about a minute) …");
  // No package here needs its install script, and msw asks for a newer Node than it needs in a browser.
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
 * Runs a script's work; a refusal ends it with its sentence and exit code 1.
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
