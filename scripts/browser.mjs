// Finds a Chromium or Chrome, without which there are no browser tests, or installs one; and Debian's Chromium without windows.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, root, run } from "./setup.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const headlessShell = "chromium-headless-shell";

const macApplications = ["Google Chrome", "Chromium", "Google Chrome Canary"];

/**
 * @param {string[]} names of programs
 * @returns {string[]} where the path may have them
 */
export function inPath(names) {
  const { PATH = "" } = process.env;
  return PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * @param {string[]} path below a folder for programs
 * @returns {string[]} where Windows may have it
 */
export function inPrograms(...path) {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA];
  return folders.filter((folder) => folder !== undefined).map((folder) => join(folder, ...path));
}

/** @returns {string[]} where a browser may be, the likeliest first */
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
 * Ubuntu's chromium-browser may be a note that tells to install a snap, and a download may lack system libraries.
 * @param {string} path
 */
export function starts(path) {
  if (!existsSync(path)) return false;
  // Chrome for Windows opens a window instead of telling its version.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

/** @returns {Promise<string[]>} the browser that Playwright downloads, whether or not it is there */
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
 * Debian's Chromium without windows: the same engine, and a quarter faster at the tests. It has no settings of its own.
 * @returns {string | undefined} its path; nothing where CHROME_PATH chooses a browser
 */
export function findHeadlessShell() {
  const known = process.env.INTERLEAVE_HEADLESS_SHELL;
  if (known !== undefined) return known || undefined;
  return process.env.CHROME_PATH ? undefined : inPath([headlessShell]).find(starts);
}

/**
 * Downloads Playwright's own browser; the packages need to be installed.
 * @param {"chromium" | "firefox" | "webkit"} name
 * @returns {Promise<boolean>} whether it is there now
 */
export async function download(name) {
  console.log(`Downloading Playwright's ${name} …`);
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  return (await run(process.execPath, [cli, "install", name], { quiet: true })) === 0;
}

/**
 * Installs packages where that is possible without asking: on Debian, as root. The tests need nothing of what a package only
 * recommends.
 * @param {string[]} packages
 * @returns {Promise<boolean>} whether they are there now
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
 * @returns {Promise<string>} the path of a browser, installed now if there was none
 * @throws {Refusal} when there is none and none could be installed
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

/** @returns {Promise<string | undefined>} the path of Debian's Chromium without windows, installed now where that can be */
export async function ensureHeadlessShell() {
  const found = findHeadlessShell();
  if (found || process.env.CHROME_PATH) return found;
  return (await installPackages([headlessShell])) ? findHeadlessShell() : undefined;
}
