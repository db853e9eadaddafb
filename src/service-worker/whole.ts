// Lets only complete, undamaged files into the store and out of it. A damaged file counts as missing.

import type { WorkboxPlugin } from "workbox-core/types.js";

/**
 * True if the content of the response has the expected hash. Leaves the body unread.
 * @param hash SHA-256 in base64
 */
export async function isWhole(response: Response, hash: string): Promise<boolean> {
  const content = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return hash === btoa(String.fromCharCode(...digest));
}

/**
 * Returns a plugin for Workbox's strategies.
 * @param hashes expected hash of each file, by its address without a query
 */
export function wholeFilesOnly(hashes: ReadonlyMap<string, string>): WorkboxPlugin {
  // Files that were already checked. Hashing files of several megabytes at each use would make starting slower than
  // the network.
  const known = new Set<string>();
  const isExpected = (address: string, response: Response) =>
    isWhole(response, hashes.get(withoutQuery(address)) ?? "");
  return {
    // The browser's own HTTP cache may keep a damaged download for a year. "reload" goes past it.
    fetchDidSucceed: async ({ request, response }) =>
      response.ok && !(await isExpected(request.url, response))
        ? fetch(new Request(request, { cache: "reload" }))
        : response,
    cacheWillUpdate: async ({ request, response }) =>
      response.status === 200 && (await isExpected(request.url, response)) ? response : null,
    cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
      if (!cachedResponse || known.has(request.url)) return cachedResponse;
      if (!(await isExpected(request.url, cachedResponse))) return null;
      known.add(request.url);
      return cachedResponse;
    },
  };
}

/** Workbox writes the revision of a file into the query of the address under which it stores the file. */
function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = "";
  return url.href;
}
