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

/** A place in the talk that a link leads to. */
export interface LinkedPlace {
  /** The slide's id. */
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly steps: number;
  /** How many cues of the slide's pane have been played; `undefined` leaves the pane as it is. */
  readonly cues: number | undefined;
  /** The seed under which the threads of the slide's pane run in turns; `undefined` leaves the pane as it is. */
  readonly turns: number | undefined;
}

/**
 * Reads a hash: "#/race/2/cue-3/turns-7" is the slide "race" with three steps (reveal.js counts from 0), three cues, and
 * threads in turns under the seed 7. What is no such number counts as absent, and so does the query that mails and chats
 * append: "?utm_source=x".
 * @returns `undefined` if the hash names no slide
 */
export function placeIn(hash: string): LinkedPlace | undefined {
  const [, path = ""] = /^#\/([^?&]*)/.exec(hash) ?? [];
  const [slide, ...parts] = path.split("/");
  if (!slide) return undefined;
  const last = numberIn(parts, /^(\d{1,6})$/);
  return {
    slide,
    steps: last === undefined ? 0 : last + 1,
    cues: numberIn(parts, /^cue-(\d{1,6})$/),
    turns: numberIn(parts, /^turns-(\d{1,6})$/),
  };
}

/** Returns the number in the first part that fits. */
function numberIn(parts: readonly string[], form: RegExp): number | undefined {
  const found = parts.map((part) => form.exec(part)?.[1]).find((each) => each !== undefined);
  return found === undefined ? undefined : Number(found);
}

/** Returns the hash of a place, with all that it says. */
export function hashOf({ slide, steps, cues, turns }: LinkedPlace): string {
  const parts = [
    slide,
    ...(steps > 0 ? [steps - 1] : []),
    ...(cues === undefined ? [] : [`cue-${cues}`]),
    ...(turns === undefined ? [] : [`turns-${turns}`]),
  ];
  return `#/${parts.join("/")}`;
}

/**
 * Returns the hash as reveal.js reads it, without cues and turns, and without what mails and chats append: "#/race/2" for
 * "#/race/2/cue-3?utm_source=x". reveal.js would take all of it as the name of a slide, find no such slide and show the
 * first.
 */
export function tidyHash(hash: string): string {
  const place = placeIn(hash);
  return place ? hashOf({ ...place, cues: undefined, turns: undefined }) : hash;
}

/**
 * Keeps the hash that a person chose, and keeps it tidy, now and whenever it changes. The browser tells of a change later,
 * and a delayed write of reveal.js's in between would put the old slide back. Call this before anything else listens for
 * the same changes.
 * @param hear called with each place that a person chose by its address
 */
export function keepHash(hear: (place: LinkedPlace) => void): void {
  const keep = (chosen: string) => {
    const hash = tidyHash(chosen);
    if (hash !== location.hash) history.replaceState(history.state, "", hash);
    const place = placeIn(chosen);
    if (place) hear(place);
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
