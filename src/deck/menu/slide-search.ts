// Searches the slides for what was typed and groups the results by the parts of the talk.

import type { TalkPart } from "../../talk/talk.ts";

/** A slide as the menu knows it. */
export interface ListedSlide {
  /** Id of the slide, which is also its address. */
  readonly id: string;
  /** Position in the deck, from 1. */
  readonly position: number;
  /** Number of the slide's file. It decides to which part the slide belongs. */
  readonly number: number;
  readonly title: string;
  /** Its other searchable texts. */
  readonly texts: Readonly<Record<TextPlace, string>>;
}

/** Where a text was found. In the order of search. */
export type TextPlace = "slide" | "code" | "notes";

const places: readonly TextPlace[] = ["slide", "code", "notes"];

/** A piece of text around the match. */
export interface Excerpt {
  readonly place: TextPlace;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface FoundSlide {
  readonly slide: ListedSlide;
  /** Absent if nothing was typed, or if the title contains the query. */
  readonly excerpt?: Excerpt;
}

export interface FoundPart {
  readonly title: string;
  readonly found: readonly FoundSlide[];
}

/** Characters of an excerpt before and after the match. */
const margin = { before: 24, after: 60 } as const;

/**
 * Returns the slides that contain `query` in their title or text, in the order of the talk. Ignores case and white
 * space at both ends. An empty query finds all slides. Leaves out parts without a result.
 * @param parts in order
 */
export function findSlides(
  slides: readonly ListedSlide[],
  parts: readonly TalkPart[],
  query: string,
): FoundPart[] {
  const wanted = query.trim().toLowerCase();
  const found = slides.flatMap((slide) => find(slide, wanted) ?? []);
  return parts
    .map(({ from, title }, index) => {
      const next = parts[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      return { title, found: found.filter(({ slide: { number } }) => number >= from && number < next) };
    })
    .filter((part) => part.found.length > 0);
}

function find(slide: ListedSlide, wanted: string): FoundSlide | undefined {
  if (slide.title.toLowerCase().includes(wanted)) return { slide };
  for (const place of places) {
    const text = slide.texts[place];
    const at = text.toLowerCase().indexOf(wanted);
    if (at >= 0) return { slide, excerpt: excerpt(place, text, at, wanted.length) };
  }
  return undefined;
}

function excerpt(place: TextPlace, text: string, at: number, length: number): Excerpt {
  const [start, end] = [at - margin.before, at + length + margin.after];
  return {
    place,
    before: (start > 0 ? "…" : "") + text.slice(Math.max(0, start), at),
    match: text.slice(at, at + length),
    after: text.slice(at + length, end) + (end < text.length ? "…" : ""),
  };
}
