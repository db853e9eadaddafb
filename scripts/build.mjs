// Builds the deck into dist/: the site, and beside its page the same deck as one file. Run as a script it always
// builds; `ensureBuilt` builds only if the sources are newer. With the argument "single" it builds only the one file.

import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, main, Refusal, root } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/** The sources of the built site, besides the talk. */
const sources = ["index.html", "package-lock.json", "vite.config.ts", "public", "src"];

/**
 * Returns when a file, or anything below a folder, last changed. A folder's own time shows that files were removed.
 * @param {string} path absolute
 * @returns {number} milliseconds; 0 if it does not exist
 */
function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/** Returns the paths of the site's page and of the one file. */
function pages() {
  const { dist } = talkIn();
  return { page: join(dist, "index.html"), file: join(dist, "interleave.html") };
}

/** True if dist/ is newer than all sources. */
function isBuilt() {
  const { page, file } = pages();
  const { slides, modules } = talkIn();
  const all = [...sources.map((name) => join(root, name)), slides, dirname(modules["#mocks"] ?? "")];
  // The one file is built last. If it is missing or old, a build was interrupted.
  return Math.min(newestChange(page), newestChange(file)) > Math.max(...all.map(newestChange));
}

/**
 * A fault in a slide is one sentence. The stack would only show code of the tools.
 * @param {unknown} error
 */
function withoutStack(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/^ {4}at .*\n?/gm, "").trim();
}

/**
 * @param {import("vite").InlineConfig} config
 * @throws {Refusal} if the build fails, with Vite's reason
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
 * Builds the deck as one file, beside the site's page.
 * @throws {Refusal} if the build fails
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

/**
 * Builds the site and the one file.
 * @throws {Refusal} if the build fails, with Vite's reason
 */
export async function build() {
  const start = new Date();
  await buildWith({});
  await buildSingle();
  // Sets the time of the page to the start of the build, so that a change made during the build counts as newer.
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
