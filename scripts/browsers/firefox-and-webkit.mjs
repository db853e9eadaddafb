// Finds or installs Firefox and WebKit, in which some of the browser tests run too.

import { existsSync } from "node:fs";
import { download, inPath, inPrograms, installPackages, starts } from "./chromium.mjs";

/**
 * The path of a browser, or why there is none.
 * @typedef {{ path: string } | { reason: string }} Finding
 */

/** @returns {Promise<string[]>} the paths where a Firefox may be, Playwright's own first */
async function firefoxPlaces() {
  const { firefox } = await import("@playwright/test");
  const { FIREFOX_PATH } = process.env;
  return [
    ...(FIREFOX_PATH ? [FIREFOX_PATH] : []),
    firefox.executablePath(),
    ...inPath(["firefox-esr", "firefox"]),
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    ...inPrograms("Mozilla Firefox", "firefox.exe"),
  ];
}

/**
 * Returns the channel for a Firefox that is not Playwright's own: Playwright drives it by WebDriver BiDi.
 * @param {string} path
 * @returns {Promise<string | undefined>} `undefined` for Playwright's own
 */
export async function firefoxChannel(path) {
  const { firefox } = await import("@playwright/test");
  return path === firefox.executablePath() ? undefined : "moz-firefox";
}

/** @returns {Promise<string | undefined>} the path of a Firefox that starts */
export async function findFirefox() {
  const known = process.env.INTERLEAVE_FIREFOX;
  return known ?? (await firefoxPlaces()).find(starts);
}

/**
 * Checks whether Playwright can drive this Firefox. If it is not its own, it supports only some versions.
 * @param {string} path
 * @returns {Promise<Finding>} the reason contains the first line of Playwright's error
 */
async function tryFirefox(path) {
  const { firefox } = await import("@playwright/test");
  const channel = await firefoxChannel(path);
  try {
    const browser = await firefox.launch({ executablePath: path, ...(channel ? { channel } : {}) });
    await (await browser.newPage()).goto("about:blank");
    await browser.close();
    return { path };
  } catch (error) {
    const [first] = String(error).split("\n");
    return { reason: `Playwright cannot drive ${path} (${first})` };
  }
}

/**
 * Finds a Firefox that Playwright can drive, or installs one.
 * @returns {Promise<Finding>}
 */
export async function ensureFirefox() {
  const found = await findFirefox();
  if (found) return tryFirefox(found);
  const isThere = (await installPackages(["firefox-esr"])) || (await download("firefox"));
  const path = isThere ? await findFirefox() : undefined;
  return path ? tryFirefox(path) : { reason: "no Firefox was found, and none could be installed" };
}

/**
 * Finds Playwright's own WebKit, or else the driver of WebKitGTK, which needs a virtual screen (Xvfb).
 * @returns {Promise<string | undefined>} its path
 */
export async function findWebKit() {
  const known = process.env.INTERLEAVE_WEBKIT;
  if (known !== undefined) return known;
  const { webkit } = await import("@playwright/test");
  if (existsSync(webkit.executablePath())) return webkit.executablePath();
  const [driver, screen] = ["WebKitWebDriver", "Xvfb"].map((name) =>
    inPath([name]).find((path) => existsSync(path)),
  );
  return screen && driver;
}

/**
 * Finds a WebKit, or installs one.
 * @returns {Promise<Finding>}
 */
export async function ensureWebKit() {
  const found = await findWebKit();
  if (found) return { path: found };
  const isThere = (await installPackages(["webkit2gtk-driver", "xvfb"])) || (await download("webkit"));
  const path = isThere ? await findWebKit() : undefined;
  return path ? { path } : { reason: "no WebKit was found, and none could be installed" };
}
