// Makes the pictures that the page's head names: the touch icon from the talk's icon, and the picture of link previews
// from its first slide. Run `node scripts/pictures.mjs` when either has changed, and commit what it writes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "./browsers/chromium.mjs";
import { ensureBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";
import { talkIn } from "./talk.mjs";

/** In pixels, as phones and link previews ask for them. */
const sizes = { icon: { width: 180, height: 180 }, preview: { width: 1200, height: 630 } };

await ensureBuilt();
const { slides, dist } = talkIn();
const site = await serve(dist);
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  // Chromium's sandbox does not work for root.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ reducedMotion: "reduce", colorScheme: "light" });

const icon = readFileSync(join(slides, "art/favicon.svg"), "utf8");
await page.setViewportSize(sizes.icon);
await page.setContent(
  `<style>body { margin: 0; background: #11151d } svg { display: block; width: 100vw }</style>${icon}`,
);
await page.screenshot({ path: join(slides, "art/touch-icon.png") });

await page.setViewportSize(sizes.preview);
await page.goto(site.url);
await page.locator(".reveal.ready").waitFor();
await page.evaluate(() => document.fonts.ready);
await page.addStyleTag({ content: ".keys, .progress, .slide-menu-button { visibility: hidden }" });
await page.screenshot({ path: join(slides, "art/preview.png") });

await browser.close();
await site.close();
