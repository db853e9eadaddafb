// A newer version of the deck replaces the one that a visitor has open: it is offered, never forced, and nothing is
// lost.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { test as base, expect } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";
import { saveForOffline } from "./steps/offline-sheet.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/**
 * Builds another version: with another page title, and with other contents of the files that the editor and the
 * compiler load.
 */
async function buildNewer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "interleave-newer-"));
  await build({
    root,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
    plugins: [
      {
        name: "newer",
        transformIndexHtml: (html) => html.replace("<title>", "<title>Newer: "),
        transform: (code, id) =>
          /src\/(editor\/monaco|compiler\/compile|runner\/run)\.ts$/.test(id)
            ? `${code}\nglobalThis.newer = true;`
            : null,
      },
    ],
  });
  return folder;
}

const test = base.extend<{ host: Host; saved: Page }, { newer: string }>({
  newer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const folder = await buildNewer();
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  host: async ({}, use) => {
    const host = new Host(dist);
    await host.start();
    await use(host);
    await host.stop();
  },
  /** A visitor's page whose browser has stored the whole deck. */
  saved: async ({ host, visitor }, use) => {
    const page = await visitor.newPage();
    await saveForOffline(page, host.url);
    await use(page);
  },
});

// In one worker: the newer version takes seconds to build.
test.describe.configure({ mode: "default" });

test("a newer version is offered; the old one goes on until it is taken, and keeps what was typed", async ({
  host,
  newer,
  saved: page,
  visitor,
}) => {
  host.folder = newer;
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  const second = pane.page;
  // The old version still works in all of its parts.
  await pane.setWait(0);
  await pane.pasteAndRun((await pane.text()).replace("cow", "rooster"));
  await pane.expectFinished();
  await expect(second).toHaveTitle(/A Brief/);
  const notice = second.getByText("A newer version of this deck is ready.");
  await expect(notice).toBeVisible();
  await second.getByRole("button", { name: "Take it" }).click();
  await expect(second).toHaveTitle(/Newer: /);
  await expect(second.locator("section.present")).toHaveId("animals-api");
  expect(await pane.text()).toContain("rooster");
  // The other window is told, and keeps its own version.
  await expect(page.getByText("Another window took a newer version of this deck.")).toBeVisible();
  await page.getByRole("button", { name: "Later" }).click();
  // Now only the service worker has the files that the old version loads.
  await (await visitor.newCDPSession(page)).send("Network.clearBrowserCache");
  const old = await openSlide(page, "sequential-program", "");
  await old.pane.expectEditor();
  await old.pane.setWait(0);
  await old.pane.run.click();
  await old.pane.expectFinished();
  await expect(page).toHaveTitle(/A Brief/);
  // Since all of the old version had been saved, all of the newer version was saved with it.
  await host.stop();
  await second.reload();
  await pane.expectEditor();
  await pane.run.click();
  await pane.expectFinished();
});

test("if the store has no room for both versions, a message says so, and room is made on request", async ({
  host,
  newer,
  saved: page,
  visitor,
}) => {
  const devTools = await visitor.newCDPSession(page);
  const { origin } = new URL(host.url);
  const { usage } = await devTools.send("Storage.getUsageAndQuota", { origin });
  await devTools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 200_000 });
  host.folder = newer;
  await page.reload();
  await expect(page.getByText("does not fit into the browser's store beside this one")).toBeVisible();
  await expect(page).toHaveTitle(/A Brief/);
  // Nothing is deleted while nothing new can be loaded.
  await host.stop();
  await page.getByRole("button", { name: "Make room" }).click();
  await expect(page.getByText("The host does not answer, so nothing was taken out.")).toBeVisible();
  await host.start();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("A newer version of this deck is ready.")).toBeVisible();
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(page).toHaveTitle(/Newer: /);
});

test("without a store, a part that the newer version removed is reported, with what to do", async ({
  host,
  newer,
  page,
  watch,
}) => {
  watch.own(new URL(host.url).origin);
  watch.expect(/404|dynamically imported module/);
  // These parts must not be loaded while the old version is there.
  await page.route(/assets\/(monaco|compile|run)-(?!clock)/, (route) => route.abort());
  watch.expect(/ERR_FAILED/);
  await openSlide(page, "title", host.url);
  host.folder = newer;
  await page.unrouteAll();
  const { pane } = await openSlide(page, "animals-api", host.url);
  await pane.run.click();
  await expect(page.getByText("A newer version of this deck took this one's place")).toBeVisible();
  await page.getByRole("button", { name: "Load it" }).click();
  await expect(page).toHaveTitle(/Newer: /);
  await pane.expectEditor();
  await pane.run.click();
  await pane.expectFinished();
});
