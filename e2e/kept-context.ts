// The browser context that the tests of a worker share: a page in it finds the site's files, read and compiled, in the cache.

import { isDeepStrictEqual } from "node:util";
import type { BrowserContext, BrowserContextOptions } from "@playwright/test";

/** What most tests ask of their context. A test that asks for anything else gets a new one, of its own. */
export const usual = {
  colorScheme: "light",
  hasTouch: false,
  isMobile: false,
  javaScriptEnabled: true,
  locale: "en-US",
  permissions: ["clipboard-read", "clipboard-write"],
  reducedMotion: "no-preference",
  serviceWorkers: "block",
  storageState: undefined,
  viewport: { width: 1280, height: 720 },
} satisfies { [Option in keyof BrowserContextOptions]: BrowserContextOptions[Option] | undefined };

/** Whether a test asks for what most tests ask for. */
export function isUsual(asked: { readonly [Option in keyof typeof usual]: unknown }): boolean {
  return isDeepStrictEqual(asked, usual);
}

/**
 * Makes the test that comes a stranger: one blank page, and nothing of what the last one did but the cache. What a test adds to
 * the context itself (scripts, bindings, a clock) stays: such a test asks for a context of its own by `firstVisit`.
 * @param sites the origins whose data is removed
 */
export async function forget(context: BrowserContext, sites: readonly string[]): Promise<void> {
  const blank = await context.newPage();
  await Promise.all(context.pages().map((page) => page !== blank && page.close()));
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.setOffline(false);
  await context.clearCookies();
  const devtools = await context.newCDPSession(blank);
  for (const origin of sites)
    await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await devtools.detach();
}
