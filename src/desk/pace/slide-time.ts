// A slide with its time, and sums of them.

import type { NoteTime } from "./note-time.ts";

export interface SlideTime extends NoteTime {
  /** The slide's id. */
  readonly id: string;
  /** The number of the slide's file. */
  readonly number: number;
}

/** A part of a talk, as far as its time is concerned. */
export interface TimedPart {
  /** The part begins with the first slide whose number is this one or a higher one. */
  readonly from: number;
  readonly title: string;
  /** True if the part is no part of the talk's time. */
  readonly isExtra?: boolean;
}

export interface PartSum {
  readonly title: string;
  readonly isExtra: boolean;
  /** Minutes of all slides. */
  readonly all: number;
  /** Minutes of the slides that may not be dropped. */
  readonly core: number;
}

/** Returns the sums of each part, in order. Slides before the first part belong to none. */
export function partSums(slides: readonly SlideTime[], parts: readonly TimedPart[]): PartSum[] {
  return parts.map((part) => {
    const own = slides.filter((slide) => partOf(slide, parts) === part);
    return { title: part.title, isExtra: part.isExtra ?? false, ...sumOf(own) };
  });
}

/** Returns the slides that belong to the talk's time. */
export function talkSlides(slides: readonly SlideTime[], parts: readonly TimedPart[]): SlideTime[] {
  return slides.filter((slide) => !partOf(slide, parts)?.isExtra);
}

export function sumOf(slides: readonly SlideTime[]): { readonly all: number; readonly core: number } {
  return {
    all: total(slides),
    core: total(slides.filter(({ drop }) => drop === undefined)),
  };
}

export function total(slides: readonly { readonly minutes: number }[]): number {
  return slides.reduce((sum, { minutes }) => sum + minutes, 0);
}

function partOf({ number }: SlideTime, parts: readonly TimedPart[]): TimedPart | undefined {
  return parts.findLast(({ from }) => number >= from);
}
