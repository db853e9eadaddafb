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

/** Returns the same response with the headers of an isolated page. */
export function isolated(response: Response): Response {
  // A network error, or a redirect that the browser follows itself, has no headers and must stay as it is.
  if (response.status === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  // These describe the body as it was transferred. It is decoded by now.
  all.delete("Content-Encoding");
  all.delete("Content-Length");
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: all,
  });
}
