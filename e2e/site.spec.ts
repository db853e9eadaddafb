// Places where the site works: below a path of a host, without a network once it is loaded, and on a phone.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

test("a pane runs in the deck below a path", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api", process.env.INTERLEAVE_SUBPATH_URL);
  await pane.setWait(0);
  await pane.pasteAndRun((await pane.text()).replace("cow", "rooster"));
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(["200 Cock-a-Doodle-Doo!"]);
});

test("below a path the deck is an app that a browser can install, with icons", async ({ page, request }) => {
  await openSlide(page, "title", process.env.INTERLEAVE_SUBPATH_URL);
  const address = await page.locator("link[rel=manifest]").evaluate((link: HTMLLinkElement) => link.href);
  const manifest = await (await request.get(address)).json();
  expect(manifest).toMatchObject({ name: expect.stringContaining("Coroutines"), display: "standalone" });
  expect(new URL(manifest.start_url, address).href).toBe(process.env.INTERLEAVE_SUBPATH_URL);
  expect(manifest.icons).toHaveLength(2);
  for (const { src, type } of manifest.icons) {
    const reply = await request.get(new URL(src, address).href);
    expect(reply.headers()["content-type"]).toContain(type);
  }
});

test("without a network the deck goes on working", async ({ page, context, watch }) => {
  // The browser requests the icon again whenever the address changes.
  watch.expect(/favicon\.svg/);
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  await pane.setWait(0);
  await pane.runText('console.log("with a network");\n');
  await pane.expectFinished();
  await context.setOffline(true);
  await pane.runText('console.log("without a network");\n');
  await expect(pane.lines).toHaveText(["without a network"]);
  await pane.expectFinished();
  await deck.turnTo("race", "ArrowRight");
  await pane.expectEditor();
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  expect(await pane.requests()).toHaveLength(6);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("panes of one program, of a long one and of a race fit the screen and run", async ({ page }) => {
    for (const name of ["animals-api", "sequential-program", "race"] as const) {
      const { pane } = await openSlide(page, name);
      await expect(page.locator("html")).toHaveClass(/portrait/);
      await pane.setWait(0);
      await pane.run.tap();
      await pane.expectFinished();
      await expect(pane.lines.first()).toBeInViewport();
      await expect(pane.timeline).toBeInViewport({ ratio: 0.9 });
      const parts = pane.root.locator(":scope, button:visible, [role=log], [role=figure], .view-lines");
      const edges = await parts.evaluateAll((all) => all.map((part) => part.getBoundingClientRect()));
      for (const { left, right, bottom } of edges) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(390);
        expect(bottom).toBeLessThanOrEqual(844);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });
});
