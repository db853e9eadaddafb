// How the browser tests run: Chromium alone, on the built site, without second chances.

import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

// Found once; Playwright's workers read this file again.
const browser = await findBrowser();
if (browser) process.env.INTERLEAVE_BROWSER = browser;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./scripts/e2e-setup.mjs",
  outputDir: "test-results",
  workers: 2,
  // Tests of one file are strangers, too: the longest would keep one worker alone at the end.
  fullyParallel: true,
  retries: 0,
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
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // Chromium's sandbox refuses to work for root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
