// Makes the pictures that the page's head names: the touch icon from the talk's icon, and the picture of link previews
// from its first slide. Run `node scripts/pictures.mjs` when either has changed, and commit what it writes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "./browsers/chromium.mjs";
import { ensureBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";
import { ensureInstalled, main } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/** @typedef {import("@playwright/test").Page} Page */

/** In pixels, as phones and link previews ask for them. */
const sizes = { icon: { width: 180, height: 180 }, preview: { width: 1200, height: 630 } };

/**
 * @param {Page} page
 * @param {string} art folder of the icon and of the pictures
 */
async function photographIcon(page, art) {
  const icon = readFileSync(join(art, "favicon.svg"), "utf8");
  await page.setViewportSize(sizes.icon);
  await page.setContent(
    `<style>body { margin: 0; background: #11151d } svg { display: block; width: 100vw }</style>${icon}`,
  );
  await page.screenshot({ path: join(art, "touch-icon.png") });
}

/**
 * @param {Page} page
 * @param {string} url of the deck
 * @param {string} art
 */
async function photographFirstSlide(page, url, art) {
  await page.setViewportSize(sizes.preview);
  await page.goto(url);
  await page.locator(".reveal.ready").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.addStyleTag({ content: ".keys, .progress, .slide-menu-button { visibility: hidden }" });
  await page.screenshot({ path: join(art, "preview.png") });
}

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { slides, dist } = talkIn();
  const art = join(slides, "art");
  const [site, browser] = [await serve(dist), await startBrowser()];
  try {
    const page = await browser.newPage({ reducedMotion: "reduce", colorScheme: "light" });
    await photographIcon(page, art);
    await photographFirstSlide(page, site.url, art);
  } finally {
    await browser.close();
    await site.close();
  }
});
