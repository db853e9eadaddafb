// The deck without a network: what a visit stores by itself, what "Save for offline" adds, and what happens if nothing
// can be stored.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";
import { Host } from "./steps/host.ts";
import { openOfflineSheet, saveData, saveForOffline } from "./steps/offline-sheet.ts";

const dist = join(import.meta.dirname, "..", "dist");

/** Each test has a host of its own. */
const test = base.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  host: async ({}, use) => {
    const host = new Host(dist, { base: "/a/b/", isCompressing: true });
    await host.start();
    await use(host);
    await host.stop();
  },
});

test("the deck is stored without being asked: a network lost in mid talk, and a reload, are no matter", async ({
  host,
  visitor,
}) => {
  const page = await visitor.newPage();
  const deck = await openSlide(page, "title", host.url);
  await expect.poll(() => page.evaluate(storedFiles), { timeout: 120_000 }).toContain("complete");
  const sheet = await openOfflineSheet(page);
  await expect(sheet.getByRole("status")).toHaveText(
    /^The whole deck is stored in this browser .* It needs no network any more\.$/,
  );
  await host.stop();
  await (await visitor.newCDPSession(page)).send("Network.clearBrowserCache");
  await page.keyboard.press("Escape");
  const desk = await openDesk(page);
  await desk.expectSlide("title");
  // Without the desk this reload would isolate the page, and browsers part an isolated window from one that is not.
  await page.reload();
  await desk.page.keyboard.press("PageDown");
  await deck.expectSlide("thanks");
  await desk.expectSlide("thanks");
  await desk.page.close();
  const turn = async () => {
    await page.keyboard.press("PageDown");
    return deck.slide.getAttribute("id");
  };
  await expect.poll(turn).toBe("code-examples");
  await deck.pane.expectEditor();
  await deck.pane.pasteAndRun('console.log("moo" + 1)');
  await expect(deck.pane.lines).toHaveText(["moo1"]);
  await page.goto("about:blank");
  await editAndRun(page, host.url);
});

/** Runs in the page: the ends of the addresses of all that is stored. */
async function storedFiles(): Promise<string[]> {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => url.replace(/.*\//, ""));
}

test("storing that broke off goes on at the next visit, where it was", async ({ host, visitor }) => {
  const page = await visitor.newPage();
  let [newest, lastStored]: (string | undefined)[] = [];
  host.onSend = (path, content) => {
    if (path.includes("ts.worker")) {
      lastStored = newest;
      void host.stop();
    }
    newest = path.replace(/.*\//, "");
    return content;
  };
  await openSlide(page, "title", host.url);
  await expect.poll(() => lastStored, { timeout: 120_000 }).toBeDefined();
  await expect.poll(() => page.evaluate(storedFiles)).toContain(lastStored);
  await page.close();
  const asked: string[] = [];
  host.onSend = (path, content) => {
    asked.push(path);
    return content;
  };
  await host.start();
  const next = await visitor.newPage();
  await openSlide(next, "title", host.url);
  await expect.poll(() => next.evaluate(storedFiles), { timeout: 120_000 }).toContain("complete");
  expect(asked.filter((path) => /^assets\/(ts\.worker|editor|format|features|esbuild)/.test(path))).toEqual([
    expect.stringContaining("ts.worker"),
  ]);
});

test("where the browser saves data, a visit stores the slides and their recordings only: they are there without the server", async ({
  host,
  visitor,
}) => {
  const page = await visitor.newPage();
  await saveData(page);
  await openSlide(page, "title", host.url);
  const sheet = await openOfflineSheet(page);
  await expect(sheet.getByRole("status")).toHaveText(
    /The slides and their recordings are stored .* to come\. They come only if you ask, because this browser saves data\.$/,
  );
  await expect(sheet.getByRole("button", { name: "Save for offline" })).toBeVisible();
  await host.stop();
  // Also clears the browser's own cache: it may hold the compiler, and may drop it at any time.
  await (await visitor.newCDPSession(page)).send("Network.clearBrowserCache");
  await page.goto("about:blank");
  const deck = await openSlide(page, "sequential-program", host.url);
  await expect(deck.pane.status).toHaveText(/Finished in [\d.]+\ss · recorded/);
  await expect(deck.pane.log).toContainText("so you see the deck's recording; Run tries again.");
  await page.keyboard.press("ArrowRight");
  await deck.expectSlide("subroutine-coroutine");
});

test("saved for offline, the deck is edited and run with the server gone, in a second window, and isolated", {
  tag: "@everywhere",
}, async ({ host, visitor, browserName }) => {
  test.skip(browserName === "chromium", "There the next test does all this, and restarts the browser.");
  await saveForOffline(await visitor.newPage(), host.url);
  await host.stop();
  await editAndRun(await visitor.newPage(), host.url);
});

test("saved for offline, it is edited and run with the server gone, after a restart of the browser as well", async ({
  host,
  playwright,
  wholeChromium,
}) => {
  const profile = mkdtempSync(join(tmpdir(), "interleave-"));
  const options = { ...wholeChromium, serviceWorkers: "allow" } as const;
  const before = await playwright.chromium.launchPersistentContext(profile, options);
  await saveForOffline(await before.newPage(), host.url);
  await host.stop();
  const { pane } = await openSlide(await before.newPage(), "sequential-program", host.url);
  await pane.expectEditor();
  await before.close();
  const after = await playwright.chromium.launchPersistentContext(profile, options);
  await editAndRun(await after.newPage(), host.url);
  await after.close();
  rmSync(profile, { recursive: true });
});

async function editAndRun(page: Page, url: string): Promise<void> {
  const { pane } = await openSlide(page, "animals-api", url);
  await pane.setWait(0);
  await pane.pasteAndRun((await pane.text()).replace("cow", "rooster"));
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(["200 Cock-a-Doodle-Doo!"]);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
}

test("a broken download is told and mended by saving again; a damaged store mends itself", async ({
  host,
  visitor,
}) => {
  const page = await visitor.newPage();
  await saveData(page);
  host.onSend = (path, content) => (path.endsWith(".wasm") ? content.subarray(0, 1000) : content);
  await openSlide(page, "title", host.url);
  const sheet = await openOfflineSheet(page);
  await sheet.getByRole("button", { name: "Save for offline" }).click();
  await expect(sheet.getByRole("status")).toContainText(
    /A file of the deck could not be stored: the host sent assets\/esbuild-.*\.wasm otherwise than it was built/,
  );
  await host.stop();
  await sheet.getByRole("button", { name: "Save for offline" }).click();
  await expect(sheet.getByRole("status")).toContainText(
    /could not be stored: assets\/esbuild-.*\.wasm did not come whole\. Check the connection/,
  );
  await host.start();
  host.onSend = (_, content) => content;
  await sheet.getByRole("button", { name: "Save for offline" }).click();
  await expect(sheet.getByRole("status")).toContainText("The whole deck is stored");
  await page.evaluate(damage, "ts.worker");
  await page.evaluate(damage, "index.html");
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  await pane.expectEditor();
  await pane.run.click();
  await pane.expectFinished();
});

/** Runs in the page: replaces a stored file by something else. */
async function damage(part: string): Promise<void> {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const hit = (await cache.keys()).find(({ url }) => url.includes(part));
    if (hit) return cache.put(hit, new Response("damaged", { headers: { "content-type": "text/html" } }));
  }
  throw new Error(`Nothing that is stored is called ${part}.`);
}

test("a full store is reported, and the deck stays usable", async ({ host, visitor }) => {
  const page = await visitor.newPage();
  const devTools = await visitor.newCDPSession(page);
  await devTools.send("Storage.overrideQuotaForOrigin", {
    origin: new URL(host.url).origin,
    quotaSize: 3_000_000,
  });
  await openSlide(page, "animals-api", host.url);
  const sheet = await openOfflineSheet(page);
  const save = sheet.getByRole("button", { name: "Save for offline" });
  // The deck tries by itself, if the sheet was not earlier.
  await save.click();
  await expect(sheet.getByRole("status")).toContainText(
    "The browser has no more room for the deck's files. Free some of its storage, and try again.",
  );
  await sheet.getByRole("button", { name: "Close" }).click();
  await openOfflineSheet(page);
  await expect(sheet.getByRole("status")).toContainText(
    "They come only if you ask, because the browser's store is short of room.",
  );
  await expect(save).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).click();
  const { pane } = await openSlide(page, "animals-api", host.url);
  await pane.run.click();
  await pane.expectFinished();
});

test("where the browser may keep nothing, a sentence says so, and the deck goes on", async ({
  host,
  playwright,
  wholeChromium,
}) => {
  const profile = mkdtempSync(join(tmpdir(), "interleave-"));
  mkdirSync(join(profile, "Default"));
  // Chromium's setting "block all site data": local storage, service workers and caches throw.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...wholeChromium,
    serviceWorkers: "allow",
  });
  const { page, pane } = await openSlide(await context.newPage(), "animals-api", host.url);
  await pane.run.click();
  await pane.expectFinished();
  const sheet = await openOfflineSheet(page);
  await expect(sheet.getByRole("status")).toContainText(
    /The browser refuses to store the deck: .+ The deck goes on; as one file it needs no browser's store\./,
  );
  await context.close();
  rmSync(profile, { recursive: true });
});
