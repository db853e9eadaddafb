// `npm run contact-sheet`: takes a picture of every slide at its last step, in both themes, and puts all pictures of
// a theme on one sheet.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startBrowser } from "./browsers/chromium.mjs";
import { ensureBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";
import { ensureInstalled, main, Refusal, root } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/** @typedef {import("@playwright/test").Page} Page */

const folder = join(root, ".cache", "contact-sheet");
const themes = /** @type {const} */ (["light", "dark"]);
const size = { width: 1280, height: 720 };

/** Number of pictures side by side on the sheet, and their width in pixels. */
const columns = 4;
const width = 480;

/** In milliseconds: how long the first editor may take to load. */
const patience = 60_000;

/**
 * Shows all steps of the current slide and waits for its editors.
 * @param {Page} page
 */
async function complete(page) {
  const present = page.locator("section.present");
  const hidden = present.locator(".fragment:not(.visible)");
  while ((await hidden.count()) > 0) await page.keyboard.press("ArrowRight");
  const closed = present.locator("live-pane:not(.has-editor)");
  await closed.first().waitFor({ state: "detached", timeout: patience });
}

/**
 * Runs in the page: true if the editors have coloured their text. After a change of theme an editor tokenises again,
 * and until then all its text has one colour.
 */
function areColoured() {
  return [...document.querySelectorAll("section.present .view-lines")].every((lines) => {
    const tokens = [...lines.querySelectorAll("span[class^=mtk]")];
    return new Set(tokens.map(({ className }) => className)).size > 2;
  });
}

/**
 * @param {Page} page at the slide
 * @param {string} name of the file, without its ending
 */
async function photograph(page, name) {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForFunction(areColoured, undefined, { timeout: patience });
    // The editor repaints one frame after the page.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.screenshot({ path: join(folder, colorScheme, `${name}.png`) });
  }
}

/**
 * @param {Page} page at the first slide
 * @returns {Promise<string[]>} the names of the pictures, in the order of the slides
 */
async function photographAll(page) {
  const ids = await page.locator(".slides > section").evaluateAll((slides) => slides.map(({ id }) => id));
  const names = [];
  for (const [index, id] of ids.entries()) {
    await page.locator(`section.present[id="${id}"]`).waitFor();
    await complete(page);
    const name = `${String(index + 1).padStart(2, "0")}-${id}`;
    await photograph(page, name);
    names.push(name);
    await page.keyboard.press("Alt+ArrowRight");
  }
  return names;
}

/**
 * Draws one sheet with all pictures of a theme.
 * @param {Page} page
 * @param {typeof themes[number]} theme
 * @param {string[]} names
 * @returns {Promise<string>} its path
 */
async function drawSheet(page, theme, names) {
  const colours = theme === "light" ? "background: #fff; color: #222" : "background: #000; color: #ddd";
  const figures = names.map(
    (name) =>
      `<figure><img src="${theme}/${name}.png" width="${width}" alt=""><figcaption>${name}</figcaption></figure>`,
  );
  const html = `<!doctype html><meta charset="utf-8"><title>${theme}</title>
<style>body { display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 20px; margin: 20px; ${colours}; font: 18px sans-serif } figure { margin: 0 }</style>
${figures.join("\n")}`;
  const [source, picture] = [join(folder, `${theme}.html`), join(folder, `${theme}.png`)];
  writeFileSync(source, html);
  await page.setViewportSize({ width: columns * (width + 20) + 20, height: 720 });
  await page.goto(pathToFileURL(source).href);
  await page.screenshot({ path: picture, fullPage: true });
  return picture;
}

async function makeSheets() {
  await ensureInstalled();
  await ensureBuilt();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [site, browser] = [await serve(talkIn().dist), await startBrowser()];
  try {
    const page = await browser.newPage({ viewport: size });
    await page.goto(site.url);
    await page.locator(".reveal.ready").waitFor();
    const names = await photographAll(page);
    for (const theme of themes) {
      console.log(await drawSheet(page, theme, names));
      for (const name of names) console.log(join(folder, theme, `${name}.png`));
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

await main(async () => {
  try {
    await makeSheets();
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      throw new Refusal(`A slide did not become ready: ${error.message}`);
    throw error;
  }
});
