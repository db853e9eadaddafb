// Cross-origin isolation for hosts that send no headers: real threads share memory only in a page that has it.

/** https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-isolation; workers need the second for their scripts. */
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The same answer with the headers of an isolated page. */
export function isolated(response: Response): Response {
  // An error of the network, or a redirect that the browser follows itself, has no headers and must stay what it is.
  if (response.status === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  // They told how the body was transferred; it is decoded by now.
  all.delete("Content-Encoding");
  all.delete("Content-Length");
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: all,
  });
}
