// How the deck is built and served to authors, and how its unit tests run.

import { defineConfig } from "vitest/config";
import { oneTypeScriptWorker } from "./src/build/one-typescript-worker.ts";
import { slides } from "./src/build/plugin.ts";
import { recordings } from "./src/build/recordings.ts";
import { runWorker } from "./src/build/run-worker.ts";
import { securityPolicy } from "./src/build/security-policy.ts";

export default defineConfig({
  // Relative addresses: the built deck works under any path of any host.
  base: "./",
  plugins: [
    oneTypeScriptWorker(),
    slides(),
    recordings(),
    runWorker("src/runtime/worker.ts"),
    securityPolicy(),
  ],
  // Classic workers: module workers fail on file:// in Chromium.
  worker: { format: "iife" },
  build: {
    // The theme needs light-dark() and the first slide's place round(), so nothing older has to be served.
    target: ["chrome125", "edge125", "firefox121", "safari17.5"],
    // All these browsers preload modules by themselves.
    modulePreload: { polyfill: false },
    // Monaco and its workers are megabytes by nature and load when a pane comes near.
    chunkSizeWarningLimit: 8000,
    // Monaco is most of the build's time, and it is known.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    include: ["src/**/*.test.ts", "mocks/**/*.test.ts", "slides/**/*.test.ts", "scripts/**/*.test.mjs"],
    // Threads start faster than processes, and one core fewer than there are is half of two.
    pool: "threads",
    maxWorkers: "100%",
    // A forgotten test.only hides the other tests.
    allowOnly: false,
  },
});
