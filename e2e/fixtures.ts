// The test that every story extends. It fails on any error in the console or the page, and on any request that leaves
// the site.

import {
  type BrowserContext,
  test as base,
  expect as baseExpect,
  type LaunchOptions,
} from "@playwright/test";
import { type Asked, forget, KeptContexts, usual } from "./browser/kept-context.ts";
import { Watch } from "./browser/watch.ts";

/** Waits longer than by default: the machine may be busy with other tests. */
export const expect = baseExpect.configure({ timeout: 30_000 });

/** The origins of the site: at the root of a host, and below a path of another host. */
const sites = [process.env.INTERLEAVE_URL, process.env.INTERLEAVE_SUBPATH_URL].flatMap((url) =>
  url ? [new URL(url).origin] : [],
);

/**
 * Launch options that let the browser resolve no name but the site's own, so that no request leaves even if no test
 * watches.
 */
function trapped(browserName: string, { args = [] }: LaunchOptions): LaunchOptions {
  if (browserName === "chromium") {
    const trap = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";
    return { args: [...args, trap] };
  }
  // The proxy does not exist. Addresses on this machine do not use it.
  const [host, port] = ["127.0.0.1", 9];
  if (browserName === "webkit")
    return { proxy: { server: `http://${host}:${port}`, bypass: "localhost, 127.0.0.1" } };
  const http = { "network.proxy.http": host, "network.proxy.http_port": port };
  const https = { "network.proxy.ssl": host, "network.proxy.ssl_port": port };
  // Playwright cannot grant Firefox the permission for the clipboard.
  const clipboard = { "dom.events.testing.asyncClipboard": true };
  return { firefoxUserPrefs: { "network.proxy.type": 1, ...http, ...https, ...clipboard } };
}

/**
 * The browser context of a visitor to a test's own host, which may store the deck. Motion is reduced: animations on a
 * slide would take a quarter of a core from the checks and downloads that these stories wait for.
 */
const visitorOptions = {
  serviceWorkers: "allow",
  reducedMotion: "reduce",
  viewport: { width: 1280, height: 720 },
} as const;

/** Options for `test.use`. */
interface Options {
  /** True for a context of its own with an empty cache. */
  firstVisit: boolean;
}

export const test = base.extend<
  Options & { watch: Watch; asked: Asked; visitor: BrowserContext },
  { contexts: KeptContexts; wholeChromium: LaunchOptions }
>({
  launchOptions: [
    async ({ launchOptions, browserName }, use) =>
      use({ ...launchOptions, ...trapped(browserName, launchOptions) }),
    { scope: "worker" },
  ],
  /**
   * Launch options for the full Chromium, for stories about its settings and about a profile that survives a restart.
   * The headless shell has neither.
   */
  wholeChromium: [
    async ({ launchOptions }, use) => {
      const { INTERLEAVE_BROWSER: executablePath } = process.env;
      await use({ ...launchOptions, ...(executablePath ? { executablePath } : {}) });
    },
    { scope: "worker" },
  ],
  /** In Chromium, the first context is the one that is kept for the usual options. */
  browser: [
    async ({ playwright, browserName }, use) => {
      const { INTERLEAVE_URL: baseURL = "" } = process.env;
      const type = playwright[browserName];
      const kept =
        browserName === "chromium" && (await type.launchPersistentContext("", { ...usual, baseURL }));
      const browser = kept ? kept.browser() : await type.launch();
      if (!browser) throw new Error("Playwright keeps the browser of the kept context to itself.");
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  contexts: [async ({ browser }, use) => use(new KeptContexts(browser.contexts()[0])), { scope: "worker" }],
  permissions: async ({ browserName }, use) => use(browserName === "chromium" ? usual.permissions : []),
  firstVisit: [false, { option: true }],
  asked: async (
    {
      colorScheme,
      hasTouch,
      isMobile,
      javaScriptEnabled,
      locale,
      permissions,
      reducedMotion,
      serviceWorkers,
      storageState,
      viewport,
    },
    use,
  ) => {
    await use({
      colorScheme,
      hasTouch,
      isMobile,
      javaScriptEnabled,
      locale,
      permissions,
      reducedMotion,
      serviceWorkers,
      storageState,
      viewport,
    });
  },
  context: async ({ browser, browserName, contexts, asked, firstVisit }, use) => {
    // Only Chromium can be told to delete what a site has stored.
    if (firstVisit || browserName !== "chromium") {
      const own = await browser.newContext();
      await use(own);
      await own.close();
      return;
    }
    const kept = await contexts.get(asked, () => browser.newContext());
    await forget(kept, sites);
    await use(kept);
    await Promise.all(kept.pages().map((page) => page.close()));
  },
  visitor: async ({ browser }, use) => {
    const visitor = await browser.newContext(visitorOptions);
    await use(visitor);
    await visitor.close();
  },
  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
  watch: [
    async ({ context }, use) => {
      const watch = new Watch(sites);
      watch.follow(context);
      await use(watch);
      watch.leave(context);
      expect(watch.problems).toEqual([]);
    },
    { auto: true },
  ],
});
