// A made-up language needs only a record in the table of languages and a worker. A pane then runs, prompts, completes
// and records it, and no view knows the language.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { serve } from "../scripts/serve.mjs";
import { escapeText } from "../src/build/markup/html.ts";
import { fillPanes } from "../src/build/slides/panes.ts";
import { parseSlide } from "../src/build/slides/slide.ts";
import { moo } from "../testing/languages/moo/moo.ts";
import { test as base, expect } from "./fixtures.ts";
import { Pane } from "./steps/pane.ts";

const root = join(import.meta.dirname, "..");

const program = ["say The cow wakes.", "nap 300", "say The cow says moo."].join("\n");

/** A slide with a pane of that language. */
function slide(): string {
  const sources = {
    readExample: (name: string) => (name === "cow.moo" ? program : undefined),
    languages: [moo],
    highlight: escapeText,
  };
  const pane = fillPanes('<live-pane src="cow.moo"></live-pane>', parseSlide("999-farm.md", ""), sources);
  return `<section id="farm" data-number="999"><h2>The farm</h2>${pane}</section>`;
}

/** Builds a deck with that language in its table and with that slide. */
async function buildWithMoo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "interleave-moo-"));
  await build({
    root,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
    resolve: { alias: { "#languages": join(root, "testing", "languages", "table.ts") } },
    plugins: [
      {
        name: "farm",
        transformIndexHtml: (html) =>
          html.replace(/(<\/section>)(?![\s\S]*<\/section>)/, (end) => `${end}\n${slide()}`),
      },
    ],
  });
  return folder;
}

interface Recorded {
  readonly runs: readonly { readonly entry: string; readonly events: readonly { readonly kind: string }[] }[];
}

/** A pane, as code outside of it uses it. */
interface DrivenPane extends HTMLElement {
  language: string;
  record(seed: number): Promise<Recorded>;
}

const test = base.extend<{ pane: Pane }, { farmUrl: string }>({
  farmUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const folder = await buildWithMoo();
      const site = await serve(folder);
      await use(site.url);
      await site.close();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 240_000 },
  ],
  pane: async ({ page, farmUrl, watch }, use) => {
    watch.own(new URL(farmUrl).origin);
    // A test's changes would be stored as a draft and be found by the next test. The frame of the run workers has no
    // storage.
    await page.addInitScript(() => {
      if (self === top) localStorage.clear();
    });
    await page.goto(`${farmUrl}#/farm`);
    const pane = new Pane(page.locator("section.present live-pane"));
    await pane.expectEditor();
    await use(pane);
  },
});

// One build for all tests.
test.describe.configure({ mode: "default" });

test("a made-up language is edited, run and drawn", async ({ pane }) => {
  await pane.run.click();
  await expect(pane.status).toContainText("0.30 s");
  await expect(pane.lines).toHaveText([/The cow wakes\./, /The cow says moo\./]);
  const lane = pane.timeline.getByRole("rowheader", { name: /^the program .*waited for a timer of 300 ms/ });
  await expect(lane).toHaveCount(1);
  await expect(pane.stop).toBeDisabled();
  await pane.replaceText("sing");
  await pane.run.click();
  await expect(pane.log).toContainText('No cow understands "sing".');
});

test("its prompt begins new lines, completes, evaluates and refuses as its language says", async ({
  pane,
  page,
}) => {
  await pane.run.click();
  await expect(pane.lines).toHaveCount(2);
  await pane.prompt.click();
  await page.keyboard.insertText("na");
  await page.keyboard.press("Tab");
  await expect(pane.prompt).toHaveValue("nap");
  await page.keyboard.insertText(" 20,");
  await page.keyboard.press("Enter");
  await expect(pane.prompt).toHaveValue(/nap 20,\n/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("say Hello, farm.");
  await page.keyboard.press("Enter");
  await expect(pane.log).toContainText("Hello, farm.");
  await page.keyboard.insertText("fly away");
  await page.keyboard.press("Enter");
  await expect(pane.log).toContainText('No cow understands "fly away".');
});

test("it is recorded as any, the same each time", async ({ pane }) => {
  const driven = pane.root;
  expect(await driven.evaluate((element) => (element as DrivenPane).language)).toBe("moo");
  const recorded = await driven.evaluate((element) => (element as DrivenPane).record(1));
  const again = await driven.evaluate((element) => (element as DrivenPane).record(1));
  expect(again).toEqual(recorded);
  expect(recorded.runs.map(({ entry }) => entry)).toEqual(["cow.moo"]);
  expect(recorded.runs[0]?.events.map(({ kind }) => kind)).toEqual([
    ...["run-start", "task-start", "output", "timer-start", "task-suspend", "timer-fire", "task-resume"],
    ...["output", "task-end", "run-end"],
  ]);
});

test("a pane that is asked for a language that it does not have says so", async ({ pane }) => {
  const asked = pane.root.evaluate((element) => {
    (element as DrivenPane).language = "python";
  });
  await expect(asked).rejects.toThrow('The pane has no files in "python", only in "moo".');
});
