// The test that every story extends: it fails on any error in the console or the page, and on any request that leaves the site.

import { type BrowserContext, test as base, expect as baseExpect } from "@playwright/test";

/** Waits longer than usual for what must come: the machine may be busy with other tests. */
export const expect = baseExpect.configure({ timeout: 30_000 });

/** What went wrong in a browser context without any test looking for it, one sentence each. */
class Watch {
  readonly problems: string[] = [];
  readonly #own: readonly string[];
  readonly #starts: string[] = [];
  /** Problems that a test provokes itself. */
  readonly #expected: RegExp[] = [];

  constructor(own: readonly string[]) {
    this.#own = own;
  }

  /** Problems whose sentence matches are what the test is about. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Another place that the site is at: the beginning of its addresses. */
  own(start: string): void {
    this.#starts.push(start);
  }

  /** Also watches the windows that pages open, and their workers. */
  follow(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error")
        this.#add(`console error: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.#add(`page error: ${error.error().stack}`));
    context.on("request", (request) => {
      if (!this.#isOwn(request.url())) this.#add(`request that left the site: ${request.url()}`);
    });
  }

  #isOwn(url: string): boolean {
    if (this.#starts.some((start) => url.startsWith(start))) return true;
    const { protocol, origin } = new URL(url);
    return ["data:", "blob:", "about:"].includes(protocol) || this.#own.includes(origin);
  }

  #add(problem: string): void {
    if (!this.#expected.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }
}

export const test = base.extend<{ watch: Watch }>({
  // No name but the site's own can be looked up, so that nothing leaves even where nobody watches.
  launchOptions: [
    async ({ launchOptions }, use) => {
      const trap = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), trap] });
    },
    { scope: "worker" },
  ],
  permissions: ["clipboard-read", "clipboard-write"],
  watch: [
    async ({ context }, use, testInfo) => {
      testInfo.setTimeout(120_000);
      const sites = [process.env.INTERLEAVE_URL, process.env.INTERLEAVE_SUBPATH_URL];
      const watch = new Watch(sites.flatMap((site) => (site ? [new URL(site).origin] : [])));
      watch.follow(context);
      await use(watch);
      expect(watch.problems).toEqual([]);
    },
    { auto: true },
  ],
});
