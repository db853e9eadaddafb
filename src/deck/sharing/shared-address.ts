// The address at which others in the room can open the deck.

/** Hosts that only this machine can reach: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 and the loopback addresses. */
const thisMachine = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/**
 * Returns the deck's own address without a slide or a view; `undefined` if nobody else can open it: a file, or a server on
 * this machine alone.
 */
export function sharedAddress(href: string): string | undefined {
  const { protocol, hostname, origin, pathname } = new URL(href);
  if (!/^https?:$/.test(protocol) || thisMachine.test(hostname)) return undefined;
  return origin + pathname.replace(/\/index\.html$/, "/");
}

/** Returns an address as people read and type it: without "https://" and without a last slash. */
export function readableAddress(address: string): string {
  return address.replace(/^https:\/\//, "").replace(/\/$/, "");
}
