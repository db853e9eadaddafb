// Builds the deck into dist/, always when it is run itself, only when the sources are newer when it is imported: the site, and
// beside its page the same deck as one file. With the word "single" that file alone.

import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, main, Refusal, root } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/** What the built site is made from. */
const sources = ["index.html", "package-lock.json", "vite.config.ts", "public", "src"];

/**
 * When a file, or anything below a folder, last changed. A folder's own time tells of files that were removed.
 * @param {string} path absolute
 * @returns {number} milliseconds; 0 where there is nothing
 */
function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/** The pages of the site and of the one file. */
function pages() {
  const { dist } = talkIn();
  return { page: join(dist, "index.html"), file: join(dist, "interleave.html") };
}

/** True when dist/ was made from the sources as they are. */
export function isBuilt() {
  const { page, file } = pages();
  const { slides, modules } = talkIn();
  const all = [...sources.map((name) => join(root, name)), slides, dirname(modules["#mocks"] ?? "")];
  // The one file is made last: without it a build was broken off.
  return Math.min(newestChange(page), newestChange(file)) > Math.max(...all.map(newestChange));
}

/**
 * A fault in a slide is one sentence; where in the tools it was found tells its author nothing.
 * @param {unknown} error
 */
function withoutStack(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/^ {4}at .*\n?/gm, "").trim();
}

/**
 * @param {import("vite").InlineConfig} config
 * @throws {Refusal} when the build fails, with Vite's reason
 */
async function buildWith(config) {
  const vite = await import("vite");
  try {
    await vite.build({ root, logLevel: "warn", ...config });
  } catch (error) {
    throw new Refusal(withoutStack(error));
  }
}

/**
 * The deck as one file, beside the site's page.
 * @throws {Refusal} when the build fails
 */
async function buildSingle() {
  const { file } = pages();
  const folder = join(root, ".cache", `single-${process.pid}`);
  try {
    await buildWith({ mode: "single", build: { outDir: folder, emptyOutDir: true } });
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(folder, "index.html"), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws {Refusal} when the build fails, with Vite's reason */
export async function build() {
  const start = new Date();
  await buildWith({});
  await buildSingle();
  // The page carries the moment the build began, so that a change made meanwhile counts as newer.
  utimesSync(pages().page, start, start);
}

/** Builds if the sources are newer than dist/. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.log("Building the deck …");
  await build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await ensureInstalled();
    if (process.argv[2] !== "single") return build();
    await buildSingle();
    const { file } = pages();
    console.log(`${file} has ${(statSync(file).size / 1e6).toFixed(1)} MB.`);
  });
}
