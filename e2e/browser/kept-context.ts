// The browser contexts that the tests of a worker share. Their cache holds the site's files, downloaded and compiled.

import type { BrowserContext, BrowserContextOptions } from "@playwright/test";

/** The context options of most tests. */
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

/** The context options of a test. */
export type Asked = { readonly [Option in keyof typeof usual]: unknown };

/** Keeps one context for each set of options. */
export class KeptContexts {
  readonly #contexts = new Map<string, BrowserContext>();

  /** @param first the context for `usual`, if there is one */
  constructor(first: BrowserContext | undefined) {
    if (first) this.#contexts.set(keyOf(usual), first);
  }

  /** Returns the context for these options; `make` creates it if there is none yet. */
  async get(asked: Asked, make: () => Promise<BrowserContext>): Promise<BrowserContext> {
    const key = keyOf(asked);
    const context = this.#contexts.get(key) ?? (await make());
    this.#contexts.set(key, context);
    return context;
  }
}

function keyOf(asked: Asked): string {
  return JSON.stringify(Object.entries(asked).sort());
}

/**
 * Resets a context for the next test: one blank page, and no data but the cache. What a test adds to the context itself
 * (scripts, bindings, a clock) stays, so such a test asks for a context of its own with `firstVisit`.
 * @param sites the origins whose data is deleted
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
