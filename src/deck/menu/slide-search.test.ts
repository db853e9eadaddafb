import { expect, test } from "vitest";
import { findSlides, type ListedSlide } from "./slide-search.ts";

const parts = [
  { from: 0, title: "Opening" },
  { from: 50, title: "Concurrency" },
  { from: 120, title: "The road" },
];

function slide(number: number, title: string, texts: Partial<ListedSlide["texts"]> = {}): ListedSlide {
  return {
    id: title,
    position: number,
    number,
    title,
    texts: { slide: "", code: "", notes: "", ...texts },
  };
}

const slides = [
  slide(10, "Title"),
  slide(50, "The animals API", { slide: "Pay per moo", notes: "One request, one animal." }),
  slide(115, "The race", { code: "await Promise.all(animals.map(speak));", notes: "Three animals." }),
];

/** Returns the titles found, by part. */
function titles(query: string): [string, string[]][] {
  return findSlides(slides, parts, query).map(({ title, found }) => [
    title,
    found.map((each) => each.slide.title),
  ]);
}

function firstExcerpt(query: string, text = "Pay per moo") {
  return findSlides([slide(1, "x", { slide: text })], parts, query)[0]?.found[0]?.excerpt;
}

test("an empty query finds all slides, and parts without slides are left out", () => {
  expect(titles("  ")).toEqual([
    ["Opening", ["Title"]],
    ["Concurrency", ["The animals API", "The race"]],
  ]);
});

test("a slide belongs to the last part that begins at its number or before", () => {
  const found = findSlides([slide(119, "a"), slide(120, "b")], parts, "");
  expect(found.map(({ title }) => title)).toEqual(["Concurrency", "The road"]);
});

test("capital and small letters are the same", () => {
  expect(titles("API")).toEqual(titles("api"));
  expect(titles("api")).toEqual([["Concurrency", ["The animals API"]]]);
});

test("a slide is found by its text, its code and its notes", () => {
  expect(titles("moo")).toEqual([["Concurrency", ["The animals API"]]]);
  expect(titles("promise.all(")).toEqual([["Concurrency", ["The race"]]]);
  expect(titles("one request")).toEqual([["Concurrency", ["The animals API"]]]);
});

test("a query that no slide contains finds nothing", () => {
  expect(findSlides(slides, parts, "unicorn")).toEqual([]);
});

test("a slide found by its title has no excerpt, and one found by its text shows the place", () => {
  const [part] = findSlides(slides, parts, "animals");
  expect(part?.found.map((each) => each.excerpt)).toEqual([
    undefined,
    { place: "code", before: "await Promise.all(", match: "animals", after: ".map(speak));" },
  ]);
});

test("an excerpt keeps the letters as they were written", () => {
  expect(firstExcerpt("pAY")).toEqual({ place: "slide", before: "", match: "Pay", after: " per moo" });
});

test("a long text is cut on both sides", () => {
  const { before, after } = firstExcerpt("mid", `${"a".repeat(30)}mid${"b".repeat(70)}`) ?? {};
  expect([before, after]).toEqual([`…${"a".repeat(24)}`, `${"b".repeat(60)}…`]);
});
