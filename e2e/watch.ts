// What goes wrong in a browser context without any test looking for it.

import type { BrowserContext, ConsoleMessage, Request, WebError } from "@playwright/test";

/** Collects errors of pages and consoles, and requests that leave the site, one sentence each. */
export class Watch {
  readonly problems: string[] = [];
  readonly #own: string[];
  /** Problems that a test provokes itself. */
  readonly #expected: RegExp[] = [];

  /** @param own the origins to which requests may go; also "file:" for what lies on a disk */
  constructor(own: readonly string[]) {
    this.#own = [...own];
  }

  /** Another origin to which requests may go. */
  own(origin: string): void {
    this.#own.push(origin);
  }

  /** Problems whose sentence matches are what the test is about. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Also watches the windows that pages open, and their workers. */
  follow(context: BrowserContext): void {
    context.on("console", this.#onConsole).on("weberror", this.#onError).on("request", this.#onRequest);
  }

  /** Ends what `follow` began: the next test may be in the same context. */
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
