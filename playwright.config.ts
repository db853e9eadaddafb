// How the browser tests run: all in Chromium, some in Firefox and WebKit, on the built site, without second chances.

import { defineConfig, type Project, webkit as playwrightsWebKit } from "@playwright/test";
import { findBrowser, findHeadlessShell } from "./scripts/browsers/chromium.mjs";
import { findFirefox, findWebKit, firefoxChannel } from "./scripts/browsers/firefox-and-webkit.mjs";

const browser = await findBrowser();
const headlessShell = findHeadlessShell();
const firefox = await findFirefox();
const webkit = await findWebKit();
// Found once; Playwright's workers read this file again.
process.env.INTERLEAVE_BROWSER = browser ?? "";
process.env.INTERLEAVE_HEADLESS_SHELL = headlessShell ?? "";
process.env.INTERLEAVE_FIREFOX = firefox ?? "";
process.env.INTERLEAVE_WEBKIT = webkit ?? "";

/** A story with this tag runs in every browser: `test("…", { tag: "@everywhere" }, …)`. */
const everywhere = /@everywhere/;

/** What WebKit does where Playwright does not drive it. */
const byWebDriver = "webkit.spec.ts";

// Those with the longest stories first: the last ones would keep one worker alone at the end.
const projects: Project[] = [];
if (firefox) {
  const channel = await firefoxChannel(firefox);
  projects.push({
    name: "firefox",
    grep: everywhere,
    use: {
      browserName: "firefox",
      launchOptions: {
        executablePath: firefox,
        ...(channel ? { channel } : {}),
        // As `--liftoff-only` in Chromium: a page lives for seconds here.
        firefoxUserPrefs: { "javascript.options.wasm_optimizingjit": false },
      },
    },
  });
}
if (webkit === playwrightsWebKit.executablePath())
  projects.push({ name: "webkit", grep: everywhere, use: { browserName: "webkit" } });
else if (webkit) projects.push({ name: "webkit", testMatch: byWebDriver });

const chromium = headlessShell ?? browser;
projects.push({
  name: "chromium",
  testIgnore: byWebDriver,
  use: {
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        // Chromium's sandbox refuses to work for root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        // A page lives for seconds here: to compile esbuild a second time, in the background, takes more than it gives.
        "--js-flags=--liftoff-only",
      ],
    },
  },
});

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./scripts/e2e-setup.mjs",
  outputDir: "test-results",
  // On two cores: stories also wait, for naps and replies.
  workers: 3,
  // Tests of one file are strangers, too: the longest would keep one worker alone at the end.
  fullyParallel: true,
  retries: 0,
  // The machine may be busy with other tests; a story that is longer says so itself.
  timeout: 120_000,
  // A forgotten test.only hides the other tests.
  forbidOnly: true,
  reporter: "list",
  use: {
    // The setup puts it there; the site below a path is at INTERLEAVE_SUBPATH_URL.
    ...(process.env.INTERLEAVE_URL ? { baseURL: process.env.INTERLEAVE_URL } : {}),
    viewport: { width: 1280, height: 720 },
    // It would keep the deck's files from the tests that take them away; e2e/offline.spec.ts and others allow it.
    serviceWorkers: "block",
    // A trace of each test takes half as long again as the test; `npx playwright test --trace on` makes one.
    screenshot: "only-on-failure",
  },
  projects,
});
