// The browser contexts that the tests of a worker share: a page in one finds the site's files, read and compiled, in the cache.

import type { BrowserContext, BrowserContextOptions } from "@playwright/test";

/** What most tests ask of their context. */
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

/** What a test asks of its context. */
export type Asked = { readonly [Option in keyof typeof usual]: unknown };

/** One context for each kind that is asked for. */
export class KeptContexts {
  readonly #contexts = new Map<string, BrowserContext>();

  /** @param first what is kept for `usual`, if anything is */
  constructor(first: BrowserContext | undefined) {
    if (first) this.#contexts.set(keyOf(usual), first);
  }

  /** The context of this kind; `make` makes it where there is none yet. */
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
