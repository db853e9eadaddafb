// Opens pages in a browser, each as the first visit of a new visitor.

/**
 * @typedef {import("@playwright/test").Browser} Browser
 * @typedef {import("@playwright/test").Page} Page
 */

/**
 * Makes a visit with an empty cache and empty storage.
 * @template Result
 * @param {Browser} browser
 * @param {(page: Page) => Promise<Result>} work
 * @param {{ javaScriptEnabled?: boolean, serviceWorkers?: "allow" | "block" }} [options] by default without a service
 * worker, because what it stores in idle time would distort the figures
 * @returns {Promise<Result>}
 */
export async function visit(browser, work, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: "block",
    ...options,
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * Collects results of several kinds of visit in turn, so that a slow moment of the machine affects all of them. The
 * first round only warms the browser up.
 * @template {string} Kind
 * @template Result
 * @param {number} rounds
 * @param {Record<Kind, () => Promise<Result>>} kinds
 * @returns {Promise<Record<Kind, Result[]>>}
 */
export async function takeTurns(rounds, kinds) {
  const names = /** @type {Kind[]} */ (Object.keys(kinds));
  const results = /** @type {Record<Kind, Result[]>} */ (
    /** @type {unknown} */ (Object.fromEntries(names.map((name) => [name, []])))
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const result = await kinds[name]();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}

/**
 * Runs in the page: true if the compiler's code has loaded and nothing else has loaded for a second.
 */
function isLoaded() {
  const resources = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  const newest = Math.max(...resources.map(({ responseEnd }) => responseEnd));
  const isThere = resources.some(({ name }) => name.includes("/compile-"));
  return isThere && performance.now() - newest > 1000;
}

/**
 * Runs in the page: waits until the compiler is ready. The deck has already started it, and its own worker loads most
 * of it.
 */
async function compilerIsUp() {
  const compiler = performance.getEntriesByType("resource").find(({ name }) => name.includes("/compile-"));
  const { loadCompiler } = await import(compiler?.name ?? "");
  await loadCompiler();
}

/**
 * Waits until the deck shows its slide and nothing more is loading.
 * @param {Page} page
 */
export async function untilIdle(page) {
  await page.locator(".reveal.ready").waitFor();
  await page.waitForFunction(isLoaded, undefined, { polling: 250 });
  await page.evaluate(compilerIsUp);
  // Gives the page time to use what it loaded last.
  await page.waitForTimeout(1000);
}

/**
 * Waits until the pane on the current slide can be typed into and run.
 * @param {Page} page
 */
export async function untilPaneIsUp(page) {
  await page.locator("section.present live-pane.has-editor").waitFor();
  await untilIdle(page);
}
