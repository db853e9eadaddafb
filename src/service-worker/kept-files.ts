// The deck's files in the browser's store, by Workbox: those that show slides from the first visit on, the others as they are
// used or asked for.

import type { WorkboxPlugin } from "workbox-core/types.js";
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { CacheFirst } from "workbox-strategies/CacheFirst.js";
import type { DeckFile, KeptFile } from "./protocol.ts";
import { isWhole, wholeFilesOnly } from "./whole.ts";

export interface KeptFilesOptions {
  readonly files: readonly DeckFile[];
  /** The address that all paths are relative to; ends with "/". */
  readonly scope: string;
  /** Called before each request to the network; a throw refuses it. */
  readonly onNetwork: (address: string) => void;
}

/** Stands in the store, beside the files, when the whole deck was asked for. */
const completeMark = "complete";

/** What is kept of one version of the deck. */
export class KeptFiles {
  readonly #scope: string;
  readonly #files: ReadonlyMap<string, DeckFile>;
  readonly #plugins: WorkboxPlugin[];
  readonly #essential: PrecacheController;
  readonly #restName: string;
  readonly #rest: CacheFirst;

  constructor({ files, scope, onNetwork }: KeptFilesOptions) {
    this.#scope = scope;
    this.#files = new Map(files.map((file) => [this.#addressOf(file.path), file]));
    const requestWillFetch: WorkboxPlugin["requestWillFetch"] = async ({ request }) => {
      onNetwork(request.url);
      return request;
    };
    const hashes = new Map(files.map(({ path, hash }) => [this.#addressOf(path), hash]));
    this.#plugins = [wholeFilesOnly(hashes), { requestWillFetch }];
    this.#essential = new PrecacheController({ plugins: [...this.#plugins] });
    this.#essential.addToCacheList(files.filter(({ isEssential }) => isEssential).map(this.#entryOf));
    this.#restName = `interleave-rest-${scope}`;
    this.#rest = new CacheFirst({ cacheName: this.#restName, plugins: [...this.#plugins] });
  }

  /**
   * Keeps what every visit needs; where the whole deck was asked for of an earlier version, all of it.
   * @throws {Error} where one file could not be had whole, or not be stored
   */
  async install(event: ExtendableEvent): Promise<void> {
    await this.#essential.install(event);
    if ((await caches.match(this.#addressOf(completeMark))) === undefined) return;
    for (const { path } of this.#files.values()) await this.store(path, event, () => undefined);
  }

  /** Forgets the essential files of earlier versions: pages that are open have loaded theirs. */
  async activate(event: ExtendableEvent): Promise<void> {
    await this.#essential.activate(event);
  }

  /** Forgets the other files of earlier versions. To be called when no page of these is open any more. */
  async forgetOld(): Promise<void> {
    const cache = await caches.open(this.#restName);
    for (const { url } of await cache.keys()) {
      if (url !== this.#addressOf(completeMark) && !this.#files.has(url)) await cache.delete(url);
    }
  }

  /** Forgets all files but the essential ones, and that the whole deck was asked for. */
  async forgetRest(): Promise<void> {
    await caches.delete(this.#restName);
  }

  /** The answer to a request for one of the files; undefined for any other address. */
  answer(address: string, event: ExtendableEvent): Promise<Response> | undefined {
    const file = this.#files.get(address);
    if (!file) return undefined;
    const request = new Request(address, { credentials: "same-origin" });
    if (file.isEssential)
      return this.#essential.strategy.handle({ request, event, params: this.#params(address) });
    return this.#rest.handle({ request, event });
  }

  /** What is still kept of a file that this version does not have: a page of the last one may be open. */
  async ofEarlier(address: string): Promise<Response | undefined> {
    const cache = await caches.open(this.#restName);
    return cache.match(address);
  }

  /** @param isThorough compares every file's content with the build's, and forgets what is damaged */
  async list(isThorough: boolean): Promise<KeptFile[]> {
    const found: KeptFile[] = [];
    for (const [address, file] of this.#files) {
      const response = await this.#kept(address);
      const isDamaged = isThorough && response !== undefined && !(await isWhole(response, file.hash));
      if (isDamaged) await this.#forget(address);
      found.push({ ...file, isKept: response !== undefined && !isDamaged });
    }
    return found;
  }

  /**
   * Keeps one file, from the network unless it is there.
   * @param onBytes called with how many bytes of it have come
   * @throws {Error} where it could not be had whole, or not be stored
   */
  async store(path: string, event: ExtendableEvent, onBytes: (bytes: number) => void): Promise<void> {
    const address = this.#addressOf(path);
    if (this.#files.get(address)?.isEssential) await this.answer(address, event);
    else await this.#storeOther(address, event, onBytes);
    if (!(await this.#kept(address))) throw new Error(`the host sent ${path} otherwise than it was built`);
  }

  async #storeOther(
    address: string,
    event: ExtendableEvent,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    // Before the others, which read the whole file.
    const counting: WorkboxPlugin = { fetchDidSucceed: async ({ response }) => counted(response, onBytes) };
    const strategy = new CacheFirst({ cacheName: this.#restName, plugins: [counting, ...this.#plugins] });
    const request = new Request(address, { credentials: "same-origin" });
    await Promise.all(strategy.handleAll({ request, event }));
  }

  /** From now on a newer version is there only when all its files are. */
  async keepComplete(): Promise<void> {
    const cache = await caches.open(this.#restName);
    await cache.put(this.#addressOf(completeMark), new Response());
  }

  #kept(address: string): Promise<Response | undefined> {
    return caches.match(this.#essential.getCacheKeyForURL(address) ?? address);
  }

  async #forget(address: string): Promise<void> {
    const key = this.#essential.getCacheKeyForURL(address);
    const cache = await caches.open(key ? this.#essential.strategy.cacheName : this.#restName);
    await cache.delete(key ?? address);
  }

  /** The integrity lets Workbox put back what is missing or damaged. */
  #params(address: string): { cacheKey: string; integrity: string | undefined } {
    const cacheKey = this.#essential.getCacheKeyForURL(address) ?? address;
    return { cacheKey, integrity: this.#essential.getIntegrityForCacheKey(cacheKey) };
  }

  /** Names in assets/ change with the content; the others need their version beside them. */
  #entryOf = ({ path, hash }: DeckFile) => ({
    url: this.#addressOf(path),
    revision: path.startsWith("assets/") ? null : hash,
    integrity: `sha256-${hash}`,
  });

  #addressOf(path: string): string {
    return new URL(path, this.#scope).href;
  }
}

/** The same answer, whose bytes are counted as they come. */
function counted(response: Response, onBytes: (bytes: number) => void): Response {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body?.pipeThrough(counter) ?? null, { status, statusText, headers });
}
