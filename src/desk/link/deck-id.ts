// The id of the deck's window. It is a part of the window's name, which survives reloads and belongs to no other window.

const prefix = "interleave-deck-";

/** The query parameter of the desk's address that holds the id. */
const parameter = "desk";

/** The id of this window, which shows the deck; `undefined` if it never opened a desk. */
export function knownId(): string | undefined {
  return window.name.startsWith(prefix) ? window.name.slice(prefix.length) : undefined;
}

/** The id of this window, which shows the deck. */
export function ownId(): string {
  const id = knownId() ?? randomId();
  window.name = prefix + id;
  return id;
}

/** The id in the address of a desk; `undefined` if the address is that of a deck. */
export function idIn(search: string): string | undefined {
  return new URLSearchParams(search).get(parameter) ?? undefined;
}

/**
 * The address of the desk of the deck with this id. It says whether the deck's page is cross-origin isolated: an isolated
 * page and one that is not are kept apart by the browser, so the service worker makes the desk's page like the deck's
 * (src/service-worker/isolation.ts).
 */
export function deskAddress(href: string, id: string): string {
  const url = new URL(href);
  url.search = "";
  url.searchParams.set(parameter, id);
  if (crossOriginIsolated) url.searchParams.set("isolated", "");
  url.hash = "";
  return url.href;
}

/** A random name. `crypto.randomUUID` does not exist on `http:` pages of other machines. */
export function randomId(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(12))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
