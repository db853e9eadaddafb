// Remembers whether the visitor wants isolated pages: all are, unless somebody has reloaded without threads.

export class IsolationChoice {
  readonly #name: string;
  readonly #mark: string;

  /** @param scope the address that all paths are relative to; ends with "/" */
  constructor(scope: string) {
    this.#name = `interleave-choices-${scope}`;
    this.#mark = new URL("plain", scope).href;
  }

  /** True if pages are to be as the host would send them without headers for isolation. */
  async isPlain(): Promise<boolean> {
    return (await caches.match(this.#mark, { cacheName: this.#name })) !== undefined;
  }

  async set(isIsolated: boolean): Promise<void> {
    const cache = await caches.open(this.#name);
    if (isIsolated) await cache.delete(this.#mark);
    else await cache.put(this.#mark, new Response());
  }
}
