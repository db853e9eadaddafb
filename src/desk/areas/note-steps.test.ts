// Tests of which part of the notes belongs to which step.

import { expect, test } from "vitest";
import { stepRanges } from "./note-steps.ts";

/** The steps of each text in short: "0", "1-6", "2-". */
function shown(...texts: readonly string[]): string[] {
  return stepRanges(texts).map(({ from, to }) => {
    if (to === Number.POSITIVE_INFINITY) return `${from}-`;
    return from === to ? String(from) : `${from}-${to}`;
  });
}

test("what begins with an arrow belongs to the next step, and so does what follows", () => {
  expect(shown("About 1 minute.", "One.", "→ Two.", "→ Three.", "Press Run.")).toEqual([
    "0",
    "0",
    "1",
    "2-",
    "2-",
  ]);
});

test("an arrow with a number stands for so many steps", () => {
  expect(shown("A dinner.", "→ six times: a recipe each.", "There is one cook.", "→ The end.")).toEqual([
    "0",
    "1-6",
    "1-6",
    "7-",
  ]);
  expect(shown("→ twice", "→ Then.")).toEqual(["1-2", "3-"]);
});

test("an arrow within a text is none of the slide's steps", () => {
  expect(shown("Press → for the next slide.")).toEqual(["0-"]);
});

test("an arrow before other words is one step", () => {
  expect(shown("→ Times are told.", "→ join: the main thread waits.", "→ three of them wait")).toEqual([
    "1",
    "2",
    "3-",
  ]);
});
