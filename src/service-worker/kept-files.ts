// Stores the deck's files in the browser, with Workbox. The essential files, which show slides, are stored at the
// first visit; the others when they are used or asked for.

import type { WorkboxPlugin } from "workbox-core/types.js";
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { CacheFirst } from "workbox-strategies/CacheFirst.js";
import type { DeckFile, KeptFile } from "./protocol.ts";
import { isWhole, wholeFilesOnly } from "./whole.ts";

export interface KeptFilesOptions {
  readonly files: readonly DeckFile[];
  /** The address that all paths are relative to. Ends with "/". */
  readonly scope: string;
  /** Called before each request to the network. If it throws, the request fails. */
  readonly onNetwork: (address: string) => void;
}

/** Key of the entry which says that the whole deck was asked for. It is in the store beside the files. */
const completeMark = "complete";

/** The stored files of one version of the deck. */
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
   * Stores the essential files. If a viewer has asked for the whole deck in an earlier version, stores all files.
   * @throws {Error} if a file is not complete, or cannot be stored
   */
  async install(event: ExtendableEvent): Promise<void> {
    await this.#essential.install(event);
    const mark = await caches.match(this.#addressOf(completeMark));
    if (!mark) return;
    await release(mark);
    for (const { path } of this.#files.values()) await this.store(path, event, () => undefined);
  }

  /** Deletes the essential files of earlier versions. Open pages have already loaded theirs. */
  async activate(event: ExtendableEvent): Promise<void> {
    await this.#essential.activate(event);
  }

  /** Deletes the other files of earlier versions. Call it when no page of those versions is open. */
  async forgetOld(): Promise<void> {
    const cache = await caches.open(this.#restName);
    for (const { url } of await cache.keys()) {
      if (url !== this.#addressOf(completeMark) && !this.#files.has(url)) await cache.delete(url);
    }
  }

  /** Deletes all files but the essential ones, and the mark that the whole deck was asked for. */
  async forgetRest(): Promise<void> {
    const cache = await caches.open(this.#restName);
    // One by one: Chromium keeps the space of a whole deleted cache while somebody holds a response from it.
    for (const request of await cache.keys()) await cache.delete(request);
    await caches.delete(this.#restName);
  }

  /** Answers a request for one of the files. Returns `undefined` for any other address. */
  answer(address: string, event: ExtendableEvent): Promise<Response> | undefined {
    const file = this.#files.get(address);
    if (!file) return undefined;
    const request = new Request(address, { credentials: "same-origin" });
    if (file.isEssential)
      return this.#essential.strategy.handle({ request, event, params: this.#params(address) });
    return this.#rest.handle({ request, event });
  }

  /** Returns a stored file of an earlier version, if it is still there. A page of that version may be open. */
  async ofEarlier(address: string): Promise<Response | undefined> {
    const cache = await caches.open(this.#restName);
    return cache.match(address);
  }

  /** @param isThorough also compares the content of every file with the build's, and deletes damaged files */
  async list(isThorough: boolean): Promise<KeptFile[]> {
    const found: KeptFile[] = [];
    for (const [address, file] of this.#files) {
      const response = await this.#kept(address);
      const isDamaged = isThorough && response !== undefined && !(await isWhole(response, file.hash));
      await release(response);
      if (isDamaged) await this.#forget(address);
      found.push({ ...file, isKept: response !== undefined && !isDamaged });
    }
    return found;
  }

  /**
   * Stores one file. Loads it from the network only if it is not there.
   * @param onBytes called with the number of bytes that have arrived
   * @throws {Error} if the file is not complete, or cannot be stored
   */
  async store(path: string, event: ExtendableEvent, onBytes: (bytes: number) => void): Promise<void> {
    const address = this.#addressOf(path);
    if (this.#files.get(address)?.isEssential) await release(await this.answer(address, event));
    else await this.#storeOther(address, event, onBytes);
    const stored = await this.#kept(address);
    if (!stored) throw new Error(`the host sent ${path} otherwise than it was built`);
    await release(stored);
  }

  async #storeOther(
    address: string,
    event: ExtendableEvent,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    // First in the list, because the other plugins read the whole file.
    const counting: WorkboxPlugin = { fetchDidSucceed: async ({ response }) => counted(response, onBytes) };
    const strategy = new CacheFirst({
      cacheName: this.#restName,
      plugins: [counting, ...this.#plugins],
      // What the page itself asks for at the same time comes first.
      fetchOptions: { priority: "low" },
    });
    const request = new Request(address, { credentials: "same-origin" });
    const [response] = await Promise.all(strategy.handleAll({ request, event }));
    await release(response);
  }

  /** From now on a newer version is installed only when all its files are stored. */
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

  /** With the integrity Workbox can replace a file that is missing or damaged. */
  #params(address: string): { cacheKey: string; integrity: string | undefined } {
    const cacheKey = this.#essential.getCacheKeyForURL(address) ?? address;
    return { cacheKey, integrity: this.#essential.getIntegrityForCacheKey(cacheKey) };
  }

  /** A name in assets/ changes with the content. The other names need the hash as revision. */
  #entryOf = ({ path, hash }: DeckFile) => ({
    url: this.#addressOf(path),
    revision: path.startsWith("assets/") ? null : hash,
    integrity: `sha256-${hash}`,
  });

  #addressOf(path: string): string {
    return new URL(path, this.#scope).href;
  }
}

/** Gives up a response that nobody reads: until then, Chromium keeps the space of the file, even a deleted one. */
async function release(response: Response | undefined): Promise<void> {
  await response?.body?.cancel();
}

/** Returns the same response and counts its bytes as they arrive. */
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
