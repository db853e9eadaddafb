// Which slides a menu lists for what was typed, in the parts of the talk.

import type { TalkPart } from "../../talk/talk.ts";

/** A slide as the menu knows it. */
export interface ListedSlide {
  /** Its address. */
  readonly id: string;
  /** Counts the slides of the deck from 1. */
  readonly position: number;
  /** The number of its file, which says to which part it belongs. */
  readonly number: number;
  readonly title: string;
  /** What else can be found in it, by where it stands. */
  readonly texts: Readonly<Record<TextPlace, string>>;
}

/** Where a text was found, in the order of search. */
export type TextPlace = "slide" | "code" | "notes";

const places: readonly TextPlace[] = ["slide", "code", "notes"];

/** A stretch of text round what was typed. */
export interface Excerpt {
  readonly place: TextPlace;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface FoundSlide {
  readonly slide: ListedSlide;
  /** Absent where nothing was typed, or the title has it. */
  readonly excerpt?: Excerpt;
}

export interface FoundPart {
  readonly title: string;
  readonly found: readonly FoundSlide[];
}

/** Characters of an excerpt to the left and to the right. */
const margin = { before: 24, after: 60 } as const;

/**
 * The slides that have `query` in their title or text, in the order of the talk. Capital and small letters are the same,
 * and white space at the ends does not count; an empty query finds all. Parts without a slide are left out.
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
