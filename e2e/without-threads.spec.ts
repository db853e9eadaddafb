// Panes whose programs start threads, where the page has none: they show recordings of real runs, and a reload brings
// threads.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";
import { Host } from "./steps/host.ts";
import type { Pane } from "./steps/pane.ts";
import { Timeline } from "./steps/timeline.ts";

const dist = join(import.meta.dirname, "..", "dist");
const slide = "act-2-locks";

/** What the pane says of threads. */
function noteOf(pane: Pane): Locator {
  return pane.root.getByRole("note", { name: "Threads" });
}

test("without threads a pane shows the recording of a real run, which can be scrubbed, and Run plays it", async ({
  page,
}) => {
  const { pane } = await openSlide(page, slide);
  const note = noteOf(pane);
  await expect(note).toContainText(
    "You see a recording of a real run: threads need an isolated page, and this is not one yet.",
  );
  await expect(pane.status).toHaveText(/ · recorded$/);
  const printed = await pane.lines.allTextContents();
  const timeline = new Timeline(pane);

  await test.step("the playhead goes to the beginning, where nothing is printed yet", async () => {
    await timeline.playhead.press("Home");
    await expect(pane.lines).toHaveCount(0);
    await expect(pane.status).toHaveText(/^At 0\sms · recorded$/);
  });

  await test.step("Run plays it to its end", async () => {
    await pane.run.click();
    await expect(pane.status).toHaveText(/^At .* · recorded$/);
    await expect(pane.status).toHaveText(/^Finished in .* · recorded$/);
    expect(await pane.lines.allTextContents()).toEqual(printed);
    await expect(note).toContainText("You see a recording of a real run");
  });

  await test.step("a changed program runs as far as it comes, and says what to do", async () => {
    await pane.setText(`${await pane.text()}\n// Mine.\n`);
    await expect(note).toContainText("needs a reload with threads; what you typed is kept. The recording is");
    await pane.run.click();
    await pane.expectFinished("Failed");
    await expect(pane.log).toContainText("only to pages that are cross-origin isolated");
    await expect(note).toContainText("The changed program needs a reload with threads");
  });

  await test.step("Reset brings the program back, and Run its recording", async () => {
    await pane.putBack();
    await expect(note).toContainText("Run shows a recording of a real run");
    await pane.run.click();
    await expect(pane.status).toHaveText(/^At .* · recorded$/);
  });
});

test("Reload with threads keeps place and text, waits for a desk to be closed, and can be taken back", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(dist);
  await host.start();
  const page = await visitor.newPage();
  const deck = await openSlide(page, slide, host.url);
  const { pane } = deck;
  await pane.expectEditor();
  await pane.tab("act-2.ts").click();
  const text = `const thread = new Worker(new URL("./speak-2.ts", import.meta.url), { type: "module" });
thread.terminate();
console.log("A thread began.");
`;
  await pane.setText(text);
  const reload = noteOf(pane).getByRole("button", { name: "Reload with threads" });

  await test.step("a desk would lose its deck", async () => {
    const desk = await openDesk(page);
    await reload.click();
    await expect(page.getByText("Close the speaker’s desk first")).toBeVisible();
    await desk.page.close();
  });

  await test.step("the program runs", async () => {
    await reload.click();
    await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true);
    await deck.expectSlide(slide);
    await pane.expectEditor();
    await pane.tab("act-2.ts").click();
    expect(await pane.text()).toBe(text);
    await expect(noteOf(pane)).toHaveCount(0);
    await pane.run.click();
    await pane.expectFinished();
    await expect(pane.lines.first()).toHaveText("A thread began.");
  });

  await test.step("the check before a talk takes them away again", async () => {
    await page.evaluate(() => {
      location.hash = "#/preflight";
    });
    const row = page.getByRole("listitem").filter({ has: page.getByText("Threads", { exact: true }) });
    await expect(row).toContainText("The page is isolated, so programs can start threads.");
    await row.getByRole("button", { name: "Reload without threads" }).click();
    await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => true)).toBe(false);
    await expect(row).toContainText("Programs cannot start threads here");
  });
  await host.stop();
});

test("a reload that is refused says so in full screen too", async ({ page }) => {
  const { pane } = await openSlide(page, slide);
  await expect(pane.status).toHaveText(/ · recorded$/);
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await pane.tab("act-2.ts").click();
  await pane.setText(`await new Promise((resolve) => setTimeout(resolve, 60_000));
new Worker(new URL("./speak-2.ts", import.meta.url), { type: "module" });
`);
  await pane.run.click();
  await expect(pane.status).toContainText("Running");
  await noteOf(pane).getByRole("button", { name: "Reload with threads" }).click();
  await expect(page.getByText("The page was not reloaded. A program is running")).toBeVisible();
  await page.evaluate(() => document.exitFullscreen());
});

test("the one file shows the recording, and says how to get threads", async ({ page, watch }) => {
  watch.own("file:");
  const file = pathToFileURL(join(dist, "interleave.html")).href;
  const { pane } = await openSlide(page, slide, file);
  await expect(noteOf(pane)).toContainText(
    "You see a recording of a real run: a file has no threads; “npm start” does",
  );
  await expect(pane.status).toHaveText(/ · recorded$/);
  await expect(noteOf(pane).getByRole("button")).toHaveCount(0);
});
