// `npm test`: runs all checks, step by step, and stops at the first step that fails. Arguments choose steps.

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, Refusal, root, run } from "./setup.mjs";

/**
 * Result of a step. A step without tests counts only if it fails.
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, title: string, work: () => Promise<Count> }} Step
 */

const reports = join(root, ".cache", "test");

/** Without the variable CI: tools behave differently if it is set, and here it must change nothing. */
const { CI: _, ...environment } = process.env;

/**
 * @param {string[]} args a script below node_modules, and its arguments
 * @param {NodeJS.ProcessEnv} [extra]
 */
function runTool([script = "", ...args], extra = {}) {
  const env = { ...environment, ...extra };
  return run(process.execPath, [join(root, "node_modules", script), ...args], { env });
}

/**
 * @param {number} code
 * @returns {Count}
 */
function verdict(code) {
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/**
 * Reads the counts of a tool's report. If the tool fails without a failed test, or leaves no report, that is one
 * failure.
 * @param {number} code
 * @param {() => Count} count
 * @returns {Count}
 */
function counted(code, count) {
  try {
    const { passed, failed } = count();
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {string} file */
function report(file) {
  return JSON.parse(readFileSync(join(reports, file), "utf8"));
}

async function types() {
  const projects = [
    "tsconfig.json",
    "tsconfig.node.json",
    "src/runtime/tsconfig.json",
    "src/service-worker/tsconfig.json",
    "slides/examples/tsconfig.json",
  ];
  let failed = 0;
  for (const project of projects) failed ||= await runTool(["typescript/bin/tsc", "--noEmit", "-p", project]);
  return verdict(failed);
}

async function unit() {
  const file = "unit.json";
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${join(reports, file)}`];
  const code = await runTool(["vitest/vitest.mjs", "run", ...reporters]);
  return counted(code, () => {
    const { numPassedTests, numFailedTests } = report(file);
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

async function build() {
  await ensureBuilt();
  return verdict(0);
}

async function e2e() {
  const file = "e2e.json";
  const { ensureBrowser, ensureHeadlessShell } = await import("./browsers/chromium.mjs");
  const { ensureFirefox, ensureWebKit } = await import("./browsers/firefox-and-webkit.mjs");
  const chromium = await ensureBrowser();
  const headlessShell = await ensureHeadlessShell();
  const [firefox, webkit] = [await ensureFirefox(), await ensureWebKit()];
  const extra = {
    INTERLEAVE_BROWSER: chromium,
    INTERLEAVE_HEADLESS_SHELL: headlessShell ?? "",
    INTERLEAVE_FIREFOX: "path" in firefox ? firefox.path : "",
    INTERLEAVE_WEBKIT: "path" in webkit ? webkit.path : "",
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, file),
  };
  const code = await runTool(["@playwright/test/cli.js", "test", "--reporter=list,json"], extra);
  for (const [name, found] of Object.entries({
    Chromium: { path: chromium },
    ...(headlessShell ? { "Chromium without windows": { path: headlessShell } } : {}),
    Firefox: firefox,
    WebKit: webkit,
  }))
    console.log("path" in found ? `${name}: ${found.path}` : `${name} was left out: ${found.reason}.`);
  return counted(code, () => {
    const { expected, unexpected, flaky } = report(file).stats;
    return { passed: expected, failed: unexpected + flaky };
  });
}

/** @type {Step[]} */
const steps = [
  {
    name: "check",
    title: "Format and lint",
    work: async () => verdict(await runTool(["@biomejs/biome/bin/biome", "check", "--error-on-warnings"])),
  },
  { name: "types", title: "Types", work: types },
  { name: "unit", title: "Unit tests", work: unit },
  { name: "build", title: "Build", work: build },
  { name: "e2e", title: "Browser tests on the built site", work: e2e },
];

/** @returns {Step[]} the steps that the command line names, or all; always in their order */
function chosenSteps() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new Refusal(`"${unknown}" is no step; there are ${steps.map(({ name }) => name).join(", ")}.`);
  return wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name));
}

/**
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function perform({ title, work }) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const count = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${title}: ${count.failed === 0 ? "good" : "failed"} after ${seconds} s`);
  return count;
}

/** @param {Count} total */
async function performAll(total) {
  const chosen = chosenSteps();
  await ensureInstalled();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const step of chosen) {
    const { passed, failed } = await perform(step);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) return;
  }
}

const total = { passed: 0, failed: 0 };
try {
  await performAll(total);
} catch (error) {
  total.failed += 1;
  console.error(error instanceof Refusal ? error.message : error);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
