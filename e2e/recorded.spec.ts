// The recordings that ship with the deck: a pane shows them if its program cannot run, and on paper.

import type { Page } from "@playwright/test";
import type { Watch } from "./browser/watch.ts";
import { expect, test } from "./fixtures.ts";
import { expectPrintable, openSlide } from "./steps/deck.ts";

/** Makes the page, and the frame in which it starts workers, refuse to start any. */
async function refuseWorkers(page: Page, watch: Watch): Promise<void> {
  // The editor would like to use workers, too.
  watch.expect(/workers are switched off|web worker/i);
  await page.addInitScript(() => {
    const refusal = `Worker = class { constructor() { throw new Error("workers are switched off"); } };`;
    const { prototype } = HTMLIFrameElement;
    const srcdoc = Object.getOwnPropertyDescriptor(prototype, "srcdoc");
    // In a frame without an origin, an init script may run too late.
    Object.defineProperty(prototype, "srcdoc", {
      set(html: string) {
        srcdoc?.set?.call(this, html.replace("<script>", `<script>${refusal}`));
      },
    });
    new Function(refusal)();
  });
}

/** The names of the recordings that the page requests, as a list that grows. */
function recordingsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, name] = /\/recordings\/([^/]+)\.json$/.exec(request.url()) ?? [];
    if (name) asked.push(name);
  });
  return asked;
}

test("where no worker starts, a pane says so and shows its recording; Run tries again", async ({
  page,
  watch,
}) => {
  await refuseWorkers(page, watch);
  const { pane } = await openSlide(page, "race", process.env.INTERLEAVE_SUBPATH_URL);
  const sentence =
    /Programs do not start in this browser: workers are switched off, so you see the deck's recording/;
  await expect(pane.log).toContainText(sentence);
  await expect(pane.status).toHaveText("Finished in 6.00 s · recorded");
  expect(await pane.requests()).toHaveLength(6);
  await pane.run.click();
  await expect(pane.status).toHaveText("Finished in 6.00 s · recorded");
  await expect(pane.log).toContainText(sentence);
});

test("where no worker starts, a pane whose cues changed the program shows the recording of the changed program", async ({
  page,
  watch,
}) => {
  await refuseWorkers(page, watch);
  const { pane } = await openSlide(page, "animals-api");
  await expect(pane.log).toContainText("Moo!");
  const notice = pane.log.getByText("so you see the deck's recording");
  const cues = pane.root.getByRole("button", { name: /^Cues: / });
  await cues.click();
  await pane.root
    .getByRole("group", { name: "Cues" })
    .getByRole("listitem")
    .nth(2)
    .getByRole("button")
    .click();
  await expect(cues).toHaveText("3 / 3");
  await expect(pane.log).toContainText("404");
  await expect(pane.log).not.toContainText("Moo!");
  await expect(pane.status).toHaveText(/^Finished in .* · recorded$/);
  await pane.setText('console.log("My own.");\n');
  await pane.run.click();
  await expect(pane.log).toContainText("recording, made before you changed the text; Run tries again.");
  await expect(notice).toHaveCount(1);
});

test("where the recording cannot be loaded either, a sentence says so", async ({ page, watch }) => {
  watch.expect(/404|ERR_FAILED/i);
  await refuseWorkers(page, watch);
  await page.route("**/recordings/*.json", (route) => route.abort());
  const { pane } = await openSlide(page, "race");
  await expect(pane.log).toContainText(
    "workers are switched off, and the recording of this pane could not be loaded: check the connection",
  );
});

test("on paper a pane that has run nothing shows its recording, and afterwards nothing again", async ({
  page,
}) => {
  const asked = recordingsAsked(page);
  const { pane } = await openSlide(page, "sequential-program");
  await pane.expectEditor();
  expect(asked).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  // At once: the browser does not wait.
  expect(await pane.lines.allTextContents()).toContain('The pig says "Oink!".');
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(pane.lines).toHaveCount(0);
  expect(asked).toEqual(["sequential-program-1"]);
});

test("a document says that it is not ready and lets a print wait; then each slide has a page, each pane its recording", async ({
  page,
}) => {
  const started: string[] = [];
  page.on("worker", (worker) => started.push(worker.url()));
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/recordings/**", async (route) => {
    await released;
    await route.continue();
  });
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.goto("./?view=print");
  const notice = page.getByRole("status").filter({ hasText: "These pages are not ready yet: 0 of 34 panes" });

  await test.step("it is not ready, and a print waits", async () => {
    await expect(notice).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(notice).toBeVisible();
    await page.keyboard.press("ControlOrMeta+p");
    await expect(notice).toContainText("The print begins then.");
    release?.();
    await expectPrintable(page);
    await expect(page.locator("body")).toHaveAttribute("data-printed");
    await expect(notice).toHaveCount(0);
  });

  await test.step("each pane shows its recording, and no editor", async () => {
    const panes = page.locator("css:light=live-pane");
    for (const pane of await panes.all()) {
      await expect(pane.locator("[data-part=status]")).toHaveText(/ · recorded$/);
      await expect(pane.getByRole("figure", { name: "Timeline" })).not.toHaveClass(/is-empty/);
    }
    await expect(panes.locator(".monaco-editor")).toHaveCount(0);
    expect(started).toEqual([]);
  });

  await test.step("nothing is cut or small, on paper and on the screen", async () => {
    expect(await page.locator("css:light=.pdf-page").evaluateAll(faultsOfPages)).toEqual([]);
    await page.emulateMedia({ media: "screen" });
    expect(await page.locator("css:light=.pdf-page").evaluateAll(faultsOfPages)).toEqual([]);
  });

  await test.step("the document has a page for each slide", async () => {
    const slides = await page.locator("css:light=.pdf-page section").count();
    expect(slides).toBe(await page.locator("css:light=.pdf-page").count());
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(slides);
  });
});

/** Runs in the page: the pages on which an area of a pane is cut off, or text of a pane is smaller than 12 pixels. */
function faultsOfPages(pages: readonly Element[]): string[] {
  return pages.flatMap((each, index) => {
    const texts = [...each.querySelectorAll(".pane-line, .console-line")];
    const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    const areas = [...each.querySelectorAll(".pane-code, .pane-console, .pane-output, .timeline-scroll")];
    const isCut = areas.some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
    const isSmall = sizes.some((size) => size < 12);
    return isCut || isSmall ? [`page ${index + 1}: ${isCut ? "cut" : "small"}`] : [];
  });
}
