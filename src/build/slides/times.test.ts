// Tests of reading, checking and summing up the times of slides.

import { expect, test } from "vitest";
import type { Talk } from "../../talk/talk.ts";
import { parseSlide } from "./slide.ts";
import { checkTimes, timeAttributes } from "./times.ts";

const talk: Talk = {
  minutes: 6,
  parts: [
    { from: 0, title: "Animals" },
    { from: 50, title: "Extras", isExtra: true },
  ],
};

const slide = (file: string, lead: string) => parseSlide(file, `# Moo\n\nNote:\n\n${lead} Say moo.\n`);

const slides = [
  slide("10-cow.md", "**About 3 minutes.**"),
  slide("20-pig.md", "**About 2½ minutes, one step.**"),
  slide("30-hen.md", "**About 2 minutes; may be dropped (1).**"),
  slide("50-more.md", "**About 9 minutes.**"),
];

test("the sums of a talk are told, part by part", () => {
  expect(checkTimes(slides, talk)).toEqual([
    "Animals: 7½ minutes, 5½ without what may be dropped",
    "Extras: 9 minutes, no part of the talk",
    "The talk: 7½ minutes, 5½ without what may be dropped. It has 6.",
  ]);
});

test("a time that cannot be read is refused with file and line", () => {
  expect(() => checkTimes([slide("10-cow.md", "**About two minutes.**")], {})).toThrow(
    'slides/10-cow.md:5: the notes begin with "About two minutes.", and that is no time; write for example',
  );
});

test("a talk that says how long it is needs the time of each slide but the extras", () => {
  const silent = [...slides, slide("40-dog.md", "")];
  expect(() => checkTimes(silent, talk)).toThrow("slides/40-dog.md:5: the notes do not begin with the time");
  expect(() => checkTimes([...slides, parseSlide("40-dog.md", "# Woof")], talk)).toThrow(
    "slides/40-dog.md: the notes do not begin with the time",
  );
  expect(checkTimes([...slides, slide("60-dog.md", "")], talk)).toHaveLength(3);
});

test("a talk whose slides do not fit even without what may be dropped is refused", () => {
  expect(() => checkTimes(slides, { ...talk, minutes: 5 })).toThrow(
    "slides/talk.ts: the talk has 5 minutes, but the slides that may not be dropped take 5½.",
  );
});

test("a talk that does not say how long it is needs no times", () => {
  expect(checkTimes([slide("10-cow.md", "")], {})).toEqual([]);
});

test("a section gets its slide's time as attributes", () => {
  expect(timeAttributes(slide("10-cow.md", "**About 2 minutes; may be dropped (1).**"))).toEqual([
    ["data-minutes", "2"],
    ["data-drop", "1"],
  ]);
  expect(timeAttributes(slide("10-cow.md", "**About half a minute.**"))).toEqual([["data-minutes", "0.5"]]);
  expect(timeAttributes(slide("10-cow.md", ""))).toEqual([]);
});
