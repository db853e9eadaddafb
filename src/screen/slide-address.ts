// Addresses of slides and of the views of the deck: turned as slides, read as one page, or printed.

/** The name of reveal.js's own scroll view. Our reading page uses the same address. */
const view = { name: "view", reading: "scroll" } as const;

/**
 * Returns the slide that a hash names, for example "race" for "#/race" and "#/race/2"; `undefined` for the first
 * slide.
 */
export function slideIn(hash: string): string | undefined {
  const [, name] = /^#\/([^/]+)/.exec(hash) ?? [];
  return name;
}

/**
 * Returns the hash without the query that mails and chats append to addresses: "#/race" for "#/race?utm_source=x".
 * reveal.js would take all of it as the name of a slide, find no such slide and show the first.
 */
export function tidyHash(hash: string): string {
  return hash.replace(/^(#\/[^?&]*)[?&].*$/, "$1");
}

/**
 * Keeps the hash that a person chose, and keeps it tidy, now and whenever it changes. The browser tells of a change later,
 * and a delayed write of reveal.js's in between would put the old slide back. Call this before anything else listens for
 * the same changes.
 */
export function keepHash(): void {
  const keep = (chosen: string) => {
    const hash = tidyHash(chosen);
    if (hash !== location.hash) history.replaceState(history.state, "", hash);
  };
  addEventListener("hashchange", ({ newURL }) => keep(new URL(newURL).hash));
  keep(location.hash);
}

/** Puts a slide into the address. reveal.js does so up to a second later, and a reload before would lead back. */
export function nameSlide(id: string): void {
  if (slideIn(location.hash) === id) return;
  try {
    history.replaceState(history.state, "", `#/${id}`);
  } catch {
    // WebKit refuses more than a hundred such changes in half a minute. reveal.js follows later.
  }
}

/** True if an address asks for the reading page. */
export function asksForReading(search: string): boolean {
  return new URLSearchParams(search).get(view.name) === view.reading;
}

/** True if an address asks for the print view, in reveal.js's current form or the older one. */
export function asksForPrint(search: string): boolean {
  const query = new URLSearchParams(search);
  return query.get(view.name) === "print" || query.has("print-pdf");
}

/** Returns the address of the same slide in the other view. */
export function otherView(href: string, slide: string | undefined): string {
  const url = new URL(href);
  if (asksForReading(url.search)) url.searchParams.delete(view.name);
  else url.searchParams.set(view.name, view.reading);
  url.hash = slide === undefined ? "" : `/${slide}`;
  return url.href;
}

/** Hash of the preflight sheet's address. */
export const preflightHash = "#/preflight";
