// Lets only complete, undamaged files into the store and out of it. A damaged file counts as missing.

import type { WorkboxPlugin } from "workbox-core/types.js";
import { isolated, withHeaders } from "./isolation.ts";

/** The header of a stored response that names the hash of its content, which was checked before it was stored. */
const checkedHeader = "X-Checked-Hash";

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
  const hashOf = (address: string) => hashes.get(withoutQuery(address)) ?? "";
  const isExpected = (address: string, response: Response) => isWhole(response, hashOf(address));
  return {
    // The browser's own HTTP cache may keep a damaged download for a year. "reload" goes past it.
    fetchDidSucceed: async ({ request, response }) =>
      response.ok && !(await isExpected(request.url, response))
        ? fetch(new Request(request, { cache: "reload" }))
        : response,
    // Stored with the headers of an isolated page, so that it need not be changed when it is used.
    cacheWillUpdate: async ({ request, response }) =>
      response.status === 200 && (await isExpected(request.url, response))
        ? withHeaders(isolated(response), { [checkedHeader]: hashOf(request.url) })
        : null,
    // Reading and hashing megabytes at each start would be slower than the network, and a response that was read is
    // not passed on as it was stored. The store itself notices files that break later.
    cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
      if (!cachedResponse || isChecked(cachedResponse, hashOf(request.url))) return cachedResponse;
      return (await isExpected(request.url, cachedResponse)) ? cachedResponse : null;
    },
  };
}

function isChecked({ headers }: Response, hash: string): boolean {
  return hash !== "" && headers.get(checkedHeader) === hash;
}

/** Workbox writes the revision of a file into the query of the address under which it stores the file. */
function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = "";
  return url.href;
}
