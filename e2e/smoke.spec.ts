// The first slide is shown to everybody: with scripts and without, at the root of a host and below a path.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ firstVisit: true });

const title = /Concurrency\s+and Coroutines/;

async function expectFirstSlide(page: Page): Promise<void> {
  await expect(page.locator("section.present h1")).toHaveText(title);
  await expect(page.locator("section.present h1")).toBeInViewport({ ratio: 1 });
}

test("the deck opens on its title", { tag: "@everywhere" }, async ({ page }) => {
  await page.goto("./");
  await expectFirstSlide(page);
});

test("the deck opens on its title below a path", async ({ page }) => {
  await page.goto(process.env.INTERLEAVE_SUBPATH_URL ?? "");
  await expectFirstSlide(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the title is readable", async ({ page }) => {
    await page.goto("./");
    await expectFirstSlide(page);
  });
});

/** The positions of the first slide and its parts, in tenths of a pixel. */
function places(page: Page): Promise<number[][]> {
  return page.locator(".slides, section.present, section.present > *").evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((length) => Math.round(length * 10));
    }),
  );
}

for (const [width, height] of [
  [1280, 720],
  [1366, 657],
  [1920, 1080],
  [800, 1000],
  [390, 844],
] as const) {
  test(`nothing moves when the scripts start, at ${width} by ${height}`, async ({ page, watch }) => {
    watch.expect(/ERR_FAILED/);
    await page.setViewportSize({ width, height });
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto("./");
    await page.evaluate(() => document.fonts.ready);
    const before = await places(page);
    await page.unroute("**/assets/*.js");
    await page.goto("./");
    await page.locator(".reveal.ready").waitFor();
    expect(await places(page)).toEqual(before);
  });
}

test("what a chat puts behind an address is ignored, at first and later", async ({ page }) => {
  await page.goto("./#/code-examples?utm_source=chat");
  await expect(page.locator("section.present")).toHaveAttribute("id", "code-examples");
  await page.evaluate(() => {
    location.hash = "/race&x=1";
  });
  await expect(page.locator("section.present")).toHaveAttribute("id", "race");
});
