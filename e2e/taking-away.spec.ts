// Exports of a run: pictures, recordings, traces for other tools; and recordings that are opened again.

import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { harProblems } from "../testing/export/har-rules.ts";
import { formatProblems } from "../testing/export/trace-event-rules.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";
import { cellsOf, Timeline } from "./steps/timeline.ts";

/** A race that has ended. */
async function runRace(page: Page): Promise<Timeline> {
  const { pane } = await openSlide(page, "race");
  await pane.setWait(0.5);
  await pane.run.click();
  await pane.expectFinished();
  return new Timeline(pane);
}

/** The pane's recording. */
function recordingOf({ root }: Pane): Promise<unknown> {
  return root.evaluate((pane) => (pane as HTMLElement & { trace: unknown }).trace);
}

/** Saves in a format of the tools box. Returns the file. */
async function save(timeline: Timeline, format: string): Promise<{ name: string; path: string }> {
  const coming = timeline.page.waitForEvent("download");
  await timeline.use(format);
  const download = await coming;
  const name = download.suggestedFilename();
  const path = test.info().outputPath(name);
  await download.saveAs(path);
  return { name, path };
}

/** Opens a file through the dialog. */
async function open(timeline: Timeline, file: string): Promise<void> {
  const coming = timeline.page.waitForEvent("filechooser");
  await timeline.use("A recording …");
  await (await coming).setFiles(file);
}

/** Drops a file onto a pane. */
async function drop({ root, page }: Pane, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name = "", text = ""]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: "application/json" }));
      return transfer;
    },
    [name, text],
  );
  await root.dispatchEvent("dragenter", { dataTransfer });
  await expect(root).toHaveClass(/\bis-dropping\b/);
  await root.dispatchEvent("drop", { dataTransfer });
  await expect(root).not.toHaveClass(/\bis-dropping\b/);
}

/** Everything that a pane shows of its runs. */
async function told(timeline: Timeline) {
  const { pane, figure, requests, coroutines } = timeline;
  await timeline.openTables();
  const rows = [await cellsOf(requests), await cellsOf(coroutines)];
  const words = await figure.locator(".timeline-summary").textContent();
  return { rows, words, lines: await pane.lines.allTextContents() };
}

/** What a drawing shows, and everything that it would load from elsewhere. */
function readDrawing(page: Page, text: string) {
  return page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
    const elements = [documentElement, ...documentElement.querySelectorAll("*")];
    const values = elements.flatMap((element) => [
      ...[...element.attributes].map(({ name, value }) => (/href|src/.test(name) ? `url(${value})` : value)),
      element.localName === "style" ? (element.textContent ?? "") : "",
    ]);
    const addresses = values.flatMap((value) => [...value.matchAll(/url\(\s*["']?([^"')]*)|@import/g)]);
    return {
      root: documentElement.localName,
      texts: [...documentElement.querySelectorAll("text")].map(({ textContent }) => textContent),
      foreign: addresses.map(([all, address = all]) => address).filter((each) => !/^(#|data:)/.test(each)),
    };
  }, text);
}

test("a race is taken away in every format", async ({ page }) => {
  const timeline = await runRace(page);
  const { pane } = timeline;
  const box = await timeline.figure.boundingBox();
  const shape = Number(box?.width) / Number(box?.height);

  const png = await save(timeline, "Picture (PNG)");
  const bytes = await readFile(png.path);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(width).toBeGreaterThan(1.5 * Number(box?.width));
  expect(width / height).toBeCloseTo(shape, 1);

  const svg = await save(timeline, "Drawing (SVG)");
  const { root, texts, foreign } = await readDrawing(page, await readFile(svg.path, "utf8"));
  expect(root).toBe("svg");
  expect(texts).toEqual(expect.arrayContaining(["sequential", "concurrent", 'speak("cow")']));
  expect(foreign).toEqual([]);

  const recording = await save(timeline, "Recording (JSON)");
  expect(JSON.parse(await readFile(recording.path, "utf8"))).toEqual(await recordingOf(pane));

  const chromeTrace = await save(timeline, "Chrome trace");
  const trace = await readFile(chromeTrace.path, "utf8");
  expect(formatProblems(trace)).toEqual([]);
  for (const name of ["sequential", "concurrent", 'speak("cow")', 'speak("chicken")']) {
    expect(JSON.parse(trace).traceEvents).toContainEqual(
      expect.objectContaining({ ph: "M", args: expect.objectContaining({ name }) }),
    );
  }

  const har = await save(timeline, "Requests (HAR)");
  const archive = await readFile(har.path, "utf8");
  expect(harProblems(archive)).toEqual([]);
  expect(JSON.parse(archive).log.entries).toHaveLength(6);

  const names = [png, svg, recording, chromeTrace, har].map(({ name }) => name);
  const endings = [".png", ".svg", ".json", ".trace.json", ".har"];
  expect(names).toEqual(endings.map((ending) => `interleave-race${ending}`));
});

test("a recording is opened and dropped elsewhere, and a file that is no recording changes nothing", async ({
  page,
  context,
}) => {
  const before = await runRace(page);
  const shown = await told(before);
  const recording = await save(before, "Recording (JSON)");
  const har = await save(before, "Requests (HAR)");
  const text = await readFile(recording.path, "utf8");
  const cut = test.info().outputPath("cut.json");
  await writeFile(cut, text.slice(0, text.length / 2));

  const other = await context.newPage();
  const { pane } = await openSlide(other, "race");
  const timeline = new Timeline(pane);
  await expect(pane.timeline).toContainText("Nothing has run yet");
  await drop(pane, "dropped.json", text);
  await expect(pane.log).toContainText("You see the recording dropped.json.");
  expect(await told(timeline)).toEqual(shown);

  await pane.reset.click();
  await expect(pane.timeline).toContainText("Nothing has run yet");
  await open(timeline, recording.path);
  await expect(pane.log).toContainText("You see the recording interleave-race.json.");
  expect(await told(timeline)).toEqual(shown);
  await expect(pane.log).not.toContainText("dropped.json");

  await open(timeline, cut);
  await expect(pane.log).toContainText(
    "cut.json is no recording, for its text is not JSON, or not all of it",
  );
  expect(await told(timeline)).toEqual(shown);
  await drop(pane, "requests.har", await readFile(har.path, "utf8"));
  await expect(pane.log).toContainText("requests.har is an HTTP archive, which network panels open");
  await expect(pane.log).not.toContainText("cut.json");
  expect(await told(timeline)).toEqual(shown);
});
