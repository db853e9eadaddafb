// Finds, installs and starts a Chromium or Chrome, which the browser tests need, and finds Debian's headless Chromium.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, root, run } from "../setup.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const headlessShell = "chromium-headless-shell";

const macApplications = ["Google Chrome", "Chromium", "Google Chrome Canary"];

/**
 * @param {string[]} names of programs
 * @returns {string[]} the paths where they may be, by the environment's PATH
 */
export function inPath(names) {
  const { PATH = "" } = process.env;
  return PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * @param {string[]} path below a folder for programs
 * @returns {string[]} the paths where it may be on Windows
 */
export function inPrograms(...path) {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA];
  return folders.filter((folder) => folder !== undefined).map((folder) => join(folder, ...path));
}

/** @returns {string[]} the paths where a browser may be, the most likely first */
function places() {
  const { CHROME_PATH } = process.env;
  return [
    ...(CHROME_PATH ? [CHROME_PATH] : []),
    ...inPath(names),
    ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...inPrograms("Google", "Chrome", "Application", "chrome.exe"),
  ];
}

/**
 * True if the program starts. Ubuntu's chromium-browser may be only a script that says to install a snap, and a
 * download may lack system libraries.
 * @param {string} path
 */
export function starts(path) {
  if (!existsSync(path)) return false;
  // Chrome for Windows would open a window instead of printing its version.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

/** @returns {Promise<string[]>} the path of the browser that Playwright downloads, whether or not it exists */
async function downloaded() {
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath()];
}

/** @returns {Promise<string | undefined>} the path of a browser that starts */
export async function findBrowser() {
  const known = process.env.INTERLEAVE_BROWSER;
  if (known) return known;
  return places().find(starts) ?? (await downloaded()).find(starts);
}

/**
 * Debian's headless Chromium: the same engine, and the tests take a quarter less time. It has no settings of its own.
 * @returns {string | undefined} its path; `undefined` if CHROME_PATH chooses a browser
 */
export function findHeadlessShell() {
  const known = process.env.INTERLEAVE_HEADLESS_SHELL;
  if (known !== undefined) return known || undefined;
  return process.env.CHROME_PATH ? undefined : inPath([headlessShell]).find(starts);
}

/**
 * Downloads Playwright's own browser. The npm packages must be installed.
 * @param {"chromium" | "firefox" | "webkit"} name
 * @returns {Promise<boolean>} true if it worked
 */
export async function download(name) {
  console.log(`Downloading Playwright's ${name} …`);
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  return (await run(process.execPath, [cli, "install", name], { quiet: true })) === 0;
}

/**
 * Installs system packages if that is possible without asking: on Debian, as root. Leaves out recommended packages,
 * because the tests do not need them.
 * @param {string[]} packages
 * @returns {Promise<boolean>} true if they are installed now
 */
export async function installPackages(packages) {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return false;
  console.log(`Installing from Debian: ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const updated = await run("apt-get", ["update"], { quiet: true, env });
  return updated === 0 && (await run("apt-get", install, { quiet: true, env })) === 0;
}

/**
 * Finds a browser, or installs one.
 * @returns {Promise<string>} its path
 * @throws {Refusal} if there is none and none could be installed
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  for (const install of [() => download("chromium"), () => installPackages(["chromium"])]) {
    const path = (await install()) ? await findBrowser() : undefined;
    if (path) return path;
  }
  throw new Refusal("The tests need a browser: install Chromium or Chrome, or name one in CHROME_PATH.");
}

/**
 * Starts a browser, without a window, with a profile of its own.
 * @returns {Promise<import("@playwright/test").Browser>}
 * @throws {Refusal} as `ensureBrowser` does
 */
export async function startBrowser() {
  const { chromium } = await import("@playwright/test");
  return chromium.launch({
    executablePath: await ensureBrowser(),
    // Chromium's sandbox does not work for root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/**
 * Finds Debian's headless Chromium, or installs it if possible.
 * @returns {Promise<string | undefined>} its path
 */
export async function ensureHeadlessShell() {
  const found = findHeadlessShell();
  if (found || process.env.CHROME_PATH) return found;
  return (await installPackages([headlessShell])) ? findHeadlessShell() : undefined;
}
