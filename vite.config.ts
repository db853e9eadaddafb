// How the deck is built and served to authors, and how its unit tests run.

import { defineConfig } from "vitest/config";
import { isolation } from "./scripts/serve.mjs";
import { readTalk, talkIn } from "./scripts/talk.mjs";
import { editorFiles } from "./src/build/site/editor-files.ts";
import { monacoParts } from "./src/build/site/monaco-parts.ts";
import { oneFile } from "./src/build/site/one-file.ts";
import { recordings } from "./src/build/site/recordings.ts";
import { runWorkers } from "./src/build/site/run-worker.ts";
import { securityPolicy } from "./src/build/site/security-policy.ts";
import { serviceWorker } from "./src/build/site/service-worker.ts";
import { webApp } from "./src/build/site/web-app.ts";
import { slides } from "./src/build/slides/plugin.ts";
import { preparedTexts } from "./src/build/slides/prepared-texts.ts";

const talk = talkIn();

/** What the entry of the page imports at once. */
const atOnce = {
  name: "deck",
  tags: ["$initial" as const],
  test: (id: string) => !/\/(?:index\.html|src\/main\.ts)$/.test(id),
};

export default defineConfig(({ mode }) => ({
  // Relative addresses: the built deck works under any path of any host.
  base: "./",
  plugins: [
    monacoParts(),
    slides(talk.slides, readTalk),
    runWorkers(talk.modules),
    preparedTexts(talk.slides),
    securityPolicy(),
    // `npm run build:single`: what is beside the page of a site is in it.
    ...(mode === "single"
      ? oneFile(talk.slides)
      : [
          editorFiles(),
          recordings(talk.slides),
          webApp({ slides: talk.slides, readTalk, address: process.env.INTERLEAVE_ADDRESS }),
          serviceWorker("src/service-worker/service-worker.ts"),
        ]),
  ],
  // The author's page is isolated, as that of `npm start` is.
  server: { headers: isolation },
  // For `npm run dev`, which bundles packages before any plugin sees them.
  optimizeDeps: { rolldownOptions: { plugins: [monacoParts()] } },
  // Classic workers: module workers fail on file:// in Chromium.
  worker: { format: "iife" },
  resolve: { alias: talk.modules },
  build: {
    outDir: talk.dist,
    // The theme needs light-dark() and the first slide's place round(), so nothing older has to be served.
    target: ["chrome125", "edge125", "firefox121", "safari17.5"],
    // All these browsers preload modules by themselves.
    modulePreload: { polyfill: false },
    // Monaco and its workers are megabytes by nature and load when a pane comes near.
    chunkSizeWarningLimit: 8000,
    // Monaco is most of the build's time, and it is known.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What the page needs at once comes in two files. By default, what it shares with each later part would be a file of
      // its own, and the first slide would wait for twenty of them. The entry stands alone: it awaits while it runs, and
      // later parts that import from its file would wait for it.
      ...(mode === "single" ? {} : { output: { codeSplitting: { groups: [atOnce] } } }),
    },
  },
  test: {
    include: [
      "src/**/*.test.ts",
      "testing/**/*.test.ts",
      "mocks/**/*.test.ts",
      "slides/**/*.test.ts",
      "scripts/**/*.test.mjs",
    ],
    // Threads start faster than processes, and one core fewer than there are is half of two.
    pool: "threads",
    maxWorkers: "100%",
    // Modules are loaded once for all test files of a thread, which saves a third of the time. A file puts back what it changes,
    // and one that mocks a module is the first to load it.
    isolate: false,
    // How long a test takes depends on what else the machine does; benchmarks measure.
    testTimeout: 60_000,
    // A forgotten test.only hides the other tests.
    allowOnly: false,
  },
}));
