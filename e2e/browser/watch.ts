// Watches a browser context for problems that no test looks for.

import type { BrowserContext, ConsoleMessage, Request, WebError } from "@playwright/test";

/** Collects errors of pages and consoles, and requests that leave the site, one sentence each. */
export class Watch {
  readonly problems: string[] = [];
  readonly #own: string[];
  /** The problems that a test causes on purpose. */
  readonly #expected: RegExp[] = [];

  /** @param own the origins to which requests may go; "file:" allows files on the disk */
  constructor(own: readonly string[]) {
    this.#own = [...own];
  }

  /** Allows requests to another origin. */
  own(origin: string): void {
    this.#own.push(origin);
  }

  /** Ignores problems whose sentence matches. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Watches a context, with the windows that its pages open, and their workers. */
  follow(context: BrowserContext): void {
    context.on("console", this.#onConsole).on("weberror", this.#onError).on("request", this.#onRequest);
  }

  /** Stops watching: the next test may use the same context. */
  leave(context: BrowserContext): void {
    context.off("console", this.#onConsole).off("weberror", this.#onError).off("request", this.#onRequest);
  }

  readonly #onConsole = (message: ConsoleMessage) => {
    if (message.type() === "error") this.#add(`console error: ${message.text()} (${message.location().url})`);
  };

  readonly #onError = (error: WebError) => this.#add(`page error: ${error.error().stack}`);

  readonly #onRequest = (request: Request) => {
    if (!this.#isOwn(request.url())) this.#add(`request that left the site: ${request.url()}`);
  };

  #isOwn(url: string): boolean {
    const { protocol, origin } = new URL(url);
    return ["data:", "blob:", "about:", ...this.#own].includes(protocol) || this.#own.includes(origin);
  }

  #add(problem: string): void {
    if (!this.#expected.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }
}
