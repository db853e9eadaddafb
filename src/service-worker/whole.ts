// Lets only whole files into the store and out of it: a broken download or a damaged store is as if it was not there.

import type { WorkboxPlugin } from "workbox-core/types.js";

/**
 * True for a response whose content is the expected one. Leaves its body to be read.
 * @param hash SHA-256 in base64
 */
export async function isWhole(response: Response, hash: string): Promise<boolean> {
  const content = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return hash === btoa(String.fromCharCode(...digest));
}

/**
 * A plugin for Workbox's strategies.
 * @param hashes what `isWhole` expects of each file, by its address without a query
 */
export function wholeFilesOnly(hashes: ReadonlyMap<string, string>): WorkboxPlugin {
  // To read a file of megabytes each time would make every start slower than the network.
  const known = new Set<string>();
  const isExpected = (address: string, response: Response) =>
    isWhole(response, hashes.get(withoutQuery(address)) ?? "");
  return {
    // A browser's own cache may hold a broken download for a year.
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

/** Workbox writes the version of a file into the query of the address under which it keeps it. */
function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = "";
  return url.href;
}
