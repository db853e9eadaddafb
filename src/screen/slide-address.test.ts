import { expect, test } from "vitest";
import { asksForPrint, asksForReading, otherView, slideIn, tidyHash } from "./slide-address.ts";

test("a hash names its slide, whatever step follows", () => {
  expect(["#/race", "#/race/2", "#/", "#", ""].map(slideIn)).toEqual([
    "race",
    "race",
    undefined,
    undefined,
    undefined,
  ]);
});

test("the reading page is shown only on request", () => {
  expect(["", "?view=print", "?view=scroll", "?a=b&view=scroll"].map(asksForReading)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test("both forms of reveal.js ask for the print view, today's and the older one", () => {
  const queries = ["", "?view=scroll", "?view=print", "?print-pdf"];
  expect(queries.map(asksForPrint)).toEqual([false, false, true, true]);
});

test("the address of the other view keeps the slide and the rest of the query", () => {
  const slides = "https://x.org/talk/?a=b#/title";
  const page = "https://x.org/talk/?a=b&view=scroll#/race";
  expect(otherView(slides, "race")).toBe(page);
  expect(otherView(page, "race")).toBe("https://x.org/talk/?a=b#/race");
});

test("a query that a chat or a mail appends to an address is not part of the slide's name", () => {
  const hashes = ["#/race?utm_source=x", "#/race&x=1", "#/race/2?x", "#/race", "#/", ""];
  expect(hashes.map(tidyHash)).toEqual(["#/race", "#/race", "#/race/2", "#/race", "#/", ""]);
});
