// Finds a Chromium or Chrome for the browser tests, or installs one.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, root, run } from "./setup.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const macApplications = ["Google Chrome", "Chromium", "Google Chrome Canary"];

/** @returns {string[]} where a browser may be, the likeliest first */
function places() {
  const { CHROME_PATH, PATH = "", PROGRAMFILES, LOCALAPPDATA } = process.env;
  const programs = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA].filter(
    (path) => path !== undefined,
  );
  return [
    ...(CHROME_PATH ? [CHROME_PATH] : []),
    ...PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...programs.map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
  ];
}

/**
 * Ubuntu's chromium-browser may be a note that tells to install a snap, and a download may lack system libraries.
 * @param {string} path
 */
function starts(path) {
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

/** Needs the packages to be installed. */
async function download() {
  console.log("No Chromium or Chrome found; downloading Playwright's …");
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  return (await run(process.execPath, [cli, "install", "chromium"], { quiet: true })) === 0;
}

async function installPackage() {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return false;
  console.log("Installing Debian's package chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const updated = await run("apt-get", ["update"], { quiet: true, env });
  return updated === 0 && (await run("apt-get", ["install", "-y", "chromium"], { quiet: true, env })) === 0;
}

/**
 * @returns {Promise<string>} the path of a browser, installed now if there was none
 * @throws {Refusal} when there is none and none could be installed
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  for (const install of [download, installPackage]) {
    const path = (await install()) ? await findBrowser() : undefined;
    if (path) return path;
  }
  throw new Refusal("The tests need a browser: install Chromium or Chrome, or name one in CHROME_PATH.");
}
