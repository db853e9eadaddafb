// Finds or installs the browsers that run some stories of the browser tests, too: Firefox and WebKit.

import { existsSync } from "node:fs";
import { download, inPath, inPrograms, installPackages, starts } from "./browser.mjs";

/**
 * A browser's path, or why there is none.
 * @typedef {{ path: string } | { reason: string }} Finding
 */

/** @returns {Promise<string[]>} where a Firefox may be, Playwright's own first */
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
 * How Playwright drives a Firefox that is not its own: by WebDriver BiDi.
 * @param {string} path
 * @returns {Promise<string | undefined>} the channel
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
 * Playwright understands only some versions of a Firefox that is not its own.
 * @param {string} path
 * @returns {Promise<Finding>} the reason has the first line of Playwright's
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

/** @returns {Promise<Finding>} a Firefox that Playwright can drive, installed now if there was none */
export async function ensureFirefox() {
  const found = await findFirefox();
  if (found) return tryFirefox(found);
  const isThere = (await installPackages(["firefox-esr"])) || (await download("firefox"));
  const path = isThere ? await findFirefox() : undefined;
  return path ? tryFirefox(path) : { reason: "no Firefox was found, and none could be installed" };
}

/**
 * Playwright's own WebKit, else the driver of WebKitGTK, which needs a screen that nobody sees.
 * @returns {Promise<string | undefined>}
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

/** @returns {Promise<Finding>} a WebKit, installed now if there was none */
export async function ensureWebKit() {
  const found = await findWebKit();
  if (found) return { path: found };
  const isThere = (await installPackages(["webkit2gtk-driver", "xvfb"])) || (await download("webkit"));
  const path = isThere ? await findWebKit() : undefined;
  return path ? { path } : { reason: "no WebKit was found, and none could be installed" };
}
