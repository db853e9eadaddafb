// Makes pages cross-origin isolated on hosts that do not send the headers for it. Real threads can share memory only
// in an isolated page.

/**
 * https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-isolation
 * Workers need Cross-Origin-Embedder-Policy for their scripts too.
 */
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** True for what a browser isolates: pages and workers. Other files need no headers. */
export function isIsolatable({ destination }: Request): boolean {
  return ["document", "iframe", "worker", "sharedworker"].includes(destination);
}

/** True for the address of a desk. */
export function isDesk(url: string): boolean {
  return new URL(url).searchParams.has("desk");
}

/** True for the address of a desk whose deck is not isolated (src/desk/link/deck-id.ts). */
export function isPlainDesk(url: string): boolean {
  return isDesk(url) && !new URL(url).searchParams.has("isolated");
}

/** Returns the response with the headers of an isolated page: itself if it has them. */
export function isolated(response: Response): Response {
  // A network error, or a redirect that the browser follows itself, has no headers and must stay as it is.
  if (response.status === 0) return response;
  const hasAll = Object.entries(headers).every(([name, value]) => response.headers.get(name) === value);
  return hasAll ? response : withHeaders(response, headers);
}

/** Returns the response without the headers of an isolated page. */
export function plain(response: Response): Response {
  const changed = withHeaders(response, {});
  for (const name of Object.keys(headers)) changed.headers.delete(name);
  return changed;
}

/** Returns a response with the same body and more headers. */
export function withHeaders(response: Response, added: Readonly<Record<string, string>>): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(added)) all.set(name, value);
  // These describe the body as it was transferred. It is decoded by now.
  all.delete("Content-Encoding");
  all.delete("Content-Length");
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: all,
  });
}
