// The deck as one file, opened by a double click: with nothing beside it, no server and no network.

import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test as base, expect } from "./fixtures.ts";
import { expectPrintable, openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";

const test = base.extend<{ file: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  file: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "interleave-"));
    const path = join(folder, "talk.html");
    copyFileSync(join(import.meta.dirname, "..", "dist", "interleave.html"), path);
    await use(pathToFileURL(path).href);
    rmSync(folder, { recursive: true });
  },
});

test("the one file is edited, run, gone on with at the prompt, scrubbed, and knows TypeScript", {
  tag: "@everywhere",
}, async ({ page, file, watch }) => {
  watch.own("file:");
  const { pane } = await openSlide(page, "animals-api", file);
  await pane.setWait(0);
  await pane.pasteAndRun((await pane.text()).replace("cow", "rooster"));
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(["200 Cock-a-Doodle-Doo!"]);
  await pane.prompt.click();
  await page.keyboard.type("6 * 7");
  await page.keyboard.press("Enter");
  await expect(pane.lines.last()).toHaveText(/42/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("m");
  await page.keyboard.press("Home");
  await expect(pane.lines).toHaveCount(0);
  await pane.enter();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("animal.toUpp");
  await expect(pane.root.locator(".suggest-widget.visible")).toContainText("toUpperCase");
});

test("the one file prints all of its slides, with a recording in each pane", async ({
  page,
  file,
  watch,
}) => {
  watch.own("file:");
  await page.goto(`${file}?view=print`);
  // Of 61 slides, 34 have pictures of runs.
  await expectPrintable(page);
  for (const pane of await page.locator("live-pane").all())
    await expect(pane.locator("[data-part=status]")).toHaveText(/ · recorded$/);
});

test("the one file passes its preflight", async ({ page, file, watch }) => {
  watch.own("file:");
  await page.goto(`${file}#/preflight`);
  const sheet = page.getByRole("dialog", { name: "Before the talk" });
  await expect(sheet.getByRole("listitem").filter({ hasText: "Keys" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(sheet.getByRole("status")).toHaveText("Green: the talk can begin.", { timeout: 90_000 });
});

test("the one file has a desk: what is typed and pressed there reaches the file, and a reload of either finds the other", {
  tag: "@everywhere",
}, async ({ page, file, watch }) => {
  watch.own("file:");
  const deck = await openSlide(page, "animals-api", file);
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  await expect(desk.next).toHaveId("example-application");
  await desk.pane.root.getByRole("textbox", { name: /^Code\./ }).click();
  await desk.page.keyboard.press("ControlOrMeta+a");
  await desk.page.keyboard.type('console.log("Moo");');
  await desk.page.keyboard.press("Control+Enter");
  for (const { lines } of [deck.pane, desk.pane]) await expect(lines).toHaveText(["Moo"]);
  await desk.page.reload();
  await expect(desk.pane.lines).toHaveText(["Moo"]);
  await page.reload();
  await expect(page.locator(".reveal.ready")).toBeVisible();
  await desk.page.locator("#desk-head").click();
  await desk.page.keyboard.press("PageDown");
  for (const { slide } of [deck, desk]) await expect(slide).toHaveId("example-application");
});

test("a file that is incomplete, or was changed, says so", async ({ page, file, watch }) => {
  watch.own("file:");
  watch.expect(/This file is damaged/);
  const path = fileURLToPath(file);
  const whole = readFileSync(path, "utf8");
  await test.step("its end is missing", async () => {
    writeFileSync(path, whole.slice(0, -1_000_000));
    await page.goto(`${file}#/animals-api`);
    await expect(page.getByRole("alert")).toHaveText(/^This file is damaged/);
  });
  await test.step("its compiler is missing", async () => {
    writeFileSync(path, whole.replace(/(id="packed-compiler">)[^<]*/, "$1"));
    await page.goto("about:blank");
    const { pane } = await openSlide(page, "animals-api", file);
    // The build has compiled the slides' own texts, so only a changed one needs the compiler.
    await pane.pasteAndRun('console.log("moo");\n');
    await expect(pane.log).toContainText("The compiler could not be loaded. This file is damaged");
    await page.keyboard.press("ArrowRight");
  });
  await test.step("the preflight finds it out", async () => {
    await page.goto(`${file}#/preflight`);
    const files = page.getByRole("listitem").filter({ hasText: "Files" });
    await expect(files).toContainText("This file is damaged", { timeout: 90_000 });
  });
});

test("the one file may load nothing and send nothing", async ({ page, file, watch }) => {
  watch.own("file:");
  watch.expect(/Content Security Policy|violates the following|example\.org/);
  await openSlide(page, "title", file);
  const [reached, refusals] = await page.evaluate(async () => {
    const refusals: string[] = [];
    // Without a network nothing is loaded anyway. Only this event tells that the policy refused it.
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      refusals.push(effectiveDirective),
    );
    const tries = [
      fetch("https://example.org/"),
      fetch(location.href),
      import("https://example.org/a.js" as string),
      new Promise((resolve, reject) => {
        Object.assign(new Image(), { onload: resolve, onerror: reject, src: "https://example.org/a.png" });
      }),
    ];
    const results = (await Promise.allSettled(tries)).map(({ status }) => status);
    return [results, refusals.sort()];
  });
  expect(reached).toEqual(["rejected", "rejected", "rejected", "rejected"]);
  expect(refusals).toEqual(["connect-src", "connect-src", "img-src", "script-src-elem"]);
});

test("the site offers the one file, which has less than 16 MB", async ({ page }) => {
  await openSlide(page, "title");
  await page.keyboard.press("q");
  await page.getByRole("button", { name: "Offline" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as one file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("interleave.html");
  expect(statSync(await download.path()).size).toBeLessThan(16_000_000);
});
