// Reads the times of the slides from their notes, refuses those that cannot be read or do not fit, and sums them up.

import { firstWords, noteTime, timeExamples } from "../../desk/pace/note-time.ts";
import { partSums, type SlideTime, sumOf, talkSlides } from "../../desk/pace/slide-time.ts";
import { inHalves, minutesInWords } from "../../desk/pace/words.ts";
import { partsOf, type Talk } from "../../talk/talk.ts";
import { type Slide, SlideError } from "./slide.ts";

type Timed = Pick<Slide, "file" | "id" | "number" | "notes" | "notesLine">;

/**
 * Returns the time of a slide; `undefined` if its notes name none.
 * @throws {SlideError} if they begin with something about minutes that is no time
 */
export function timeOf({ file, id, number, notes, notesLine }: Timed): SlideTime | undefined {
  const time = noteTime(notes);
  if (time === "none") return undefined;
  if (time !== "unreadable") return { id, number, ...time };
  const fault = `the notes begin with "${firstWords(notes)}", and that is no time; write for example ${timeExamples}.`;
  throw new SlideError(`${file}:${notesLine}`, fault);
}

/**
 * Checks the times of a talk that says how long it is.
 * @returns lines with the sums, for the author; none if the talk does not say how long it is
 * @throws {SlideError} if a slide of the talk names no time, or if the talk is too long
 */
export function checkTimes(slides: readonly Timed[], talk: Talk): string[] {
  const parts = partsOf(talk);
  const times = slides.flatMap((slide) => timeOf(slide) ?? []);
  if (talk.minutes === undefined) return [];
  const own = new Set(talkSlides(slides.map(asSlideTime), parts).map(({ id }) => id));
  for (const slide of slides) if (own.has(slide.id)) checkTime(slide);
  const { all, core } = sumOf(talkSlides(times, parts));
  if (core > talk.minutes) {
    const fault = `the talk has ${minutesInWords(talk.minutes)}, but the slides that may not be dropped take ${inHalves(core)}. Add "; may be dropped (3)" to the times of more of them.`;
    throw new SlideError("talk.ts", fault);
  }
  const sums = partSums(times, parts).map(({ title, isExtra, all, core }) => {
    const told = `${title}: ${minutesInWords(all)}`;
    return isExtra
      ? `${told}, no part of the talk`
      : `${told}, ${inHalves(core)} without what may be dropped`;
  });
  const sum = `The talk: ${minutesInWords(all)}, ${inHalves(core)} without what may be dropped. It has ${inHalves(talk.minutes)}.`;
  return [...sums, sum];
}

function asSlideTime({ id, number }: Timed): SlideTime {
  return { id, number, minutes: 0, drop: undefined };
}

function checkTime(slide: Timed): void {
  if (timeOf(slide)) return;
  const place = slide.notesLine === 0 ? slide.file : `${slide.file}:${slide.notesLine}`;
  const fault = `the notes do not begin with the time of the slide, and slides/talk.ts says how long the talk is; write for example ${timeExamples}.`;
  throw new SlideError(place, fault);
}

/** Returns the attributes of a slide's section that hold its time, for the desk. */
export function timeAttributes(slide: Timed): [name: string, value: string][] {
  const time = timeOf(slide);
  if (!time) return [];
  const drop: [string, string][] = time.drop === undefined ? [] : [["data-drop", String(time.drop)]];
  return [["data-minutes", String(time.minutes)], ...drop];
}
