// Tests of sums, of plans for a length, and of the pace on them.

import { describe, expect, test } from "vitest";
import { paceAt, paceInWords } from "./pace.ts";
import { planFor, planInWords } from "./plan.ts";
import { partSums, type SlideTime, sumOf, talkSlides } from "./slide-time.ts";

function slide(id: string, number: number, minutes: number, drop?: number): SlideTime {
  return { id, number, minutes, drop };
}

const slides = [
  slide("title", 10, 1),
  slide("cow", 20, 4),
  slide("pig", 30, 2, 2),
  slide("hen", 40, 3, 1),
  slide("dog", 50, 1, 2),
  slide("cat", 60, 2, Number.POSITIVE_INFINITY),
  slide("frog", 70, 2, Number.POSITIVE_INFINITY),
  slide("end", 80, 0),
];

const parts = [
  { from: 0, title: "Opening" },
  { from: 20, title: "Animals" },
  { from: 90, title: "Extras", isExtra: true },
];

/** The slides that are dropped if the talk may take so many minutes. */
function dropped(length: number): string[] {
  return planFor(slides, length)
    .slides.filter(({ isDropped }) => isDropped)
    .map(({ id }) => id);
}

test("sums are made for each part and for the talk, and extras are no part of it", () => {
  const all = [...slides, slide("more", 90, 7)];
  expect(partSums(all, parts)).toEqual([
    { title: "Opening", isExtra: false, all: 1, core: 1 },
    { title: "Animals", isExtra: false, all: 14, core: 4 },
    { title: "Extras", isExtra: true, all: 7, core: 7 },
  ]);
  expect(sumOf(talkSlides(all, parts))).toEqual({ all: 15, core: 5 });
});

test("slides are dropped in their order until the rest fits: numbers first, those with the same one together", () => {
  expect(dropped(15)).toEqual([]);
  expect(dropped(14)).toEqual(["hen"]);
  expect(dropped(12)).toEqual(["hen"]);
  expect(dropped(11)).toEqual(["pig", "hen", "dog"]);
  expect(dropped(8)).toEqual(["pig", "hen", "dog", "frog"]);
  expect(dropped(3)).toEqual(["pig", "hen", "dog", "cat", "frog"]);
});

test("the rest is scaled to the time that there is", () => {
  const plan = planFor(slides, 10);
  expect(plan.factor).toBeCloseTo(10 / 9);
  const [title, cow, pig] = plan.slides;
  expect(title?.end).toBeCloseTo(10 / 9);
  expect(cow).toMatchObject({ start: title?.end, isDropped: false });
  expect(pig).toMatchObject({ start: cow?.end, end: cow?.end, isDropped: true });
  expect(plan.slides.at(-1)?.end).toBeCloseTo(10);
});

test("a plan is told in words", () => {
  const told = (length: number) => planInWords(planFor(slides, length), (id) => id);
  expect(told(15)).toBe("15 minutes: All 8 slides. Each takes as long as its notes say.");
  expect(told(12)).toBe("12 minutes: 7 slides, without hen. Each takes as long as its notes say.");
  expect(told(4)).toBe(
    "4 minutes: 3 slides, without pig, hen, dog, cat and frog. Be 25 % faster than the notes say, or leave out more.",
  );
  expect(told(20)).toBe("20 minutes: All 8 slides. There is time to be 25 % slower than the notes say.");
});

test("a talk without times has a plan, too", () => {
  expect(planFor([], 40)).toEqual({ length: 40, slides: [], factor: 1 });
});

describe("on a plan of 15 minutes", () => {
  const plan = planFor(slides, 15);
  const at = (id: string, minutes: number) => paceAt(plan, id, minutes * 60_000);
  const told = (id: string, minutes: number) => paceInWords(at(id, minutes));

  test("a speaker is on time while the present slide is planned, and less than a minute beside it", () => {
    expect([1, 3, 5, 5.9].map((minutes) => told("cow", minutes))).toEqual(Array(4).fill("on time"));
    expect(told("cow", 0.5)).toBe("on time");
  });

  test("the pace is told in whole minutes", () => {
    expect(told("cow", 6)).toBe("1 minute behind");
    expect(told("cow", 7.5)).toBe("2 minutes behind");
    expect(told("frog", 10)).toBe("3 minutes ahead");
    expect(told("end", 13)).toBe("2 minutes ahead");
  });

  test("slides that are not in the plan have no pace, but the time goes on", () => {
    expect(told("extra", 10)).toBe("");
    expect(at("extra", 10).left).toBe(5 * 60_000);
  });

  test("five minutes and one minute before the end there is a sign, and after it", () => {
    expect([9, 10, 13.9, 14, 14.9, 15, 20].map((minutes) => at("cow", minutes).sign)).toEqual([
      "none",
      "five",
      "five",
      "one",
      "one",
      "over",
      "over",
    ]);
  });
});
