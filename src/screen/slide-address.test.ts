import { expect, test } from "vitest";
import {
  asksForPrint,
  asksForReading,
  hashOf,
  otherView,
  placeIn,
  slideIn,
  tidyHash,
} from "./slide-address.ts";

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

test("a link names a slide, its step as reveal.js counts, the cues of its pane, and the seed of its threads", () => {
  const race = { slide: "race", steps: 0, cues: undefined, turns: undefined };
  expect(placeIn("#/race")).toEqual(race);
  expect(placeIn("#/race/2")).toEqual({ ...race, steps: 3 });
  expect(placeIn("#/race/cue-4?utm_source=x")).toEqual({ ...race, cues: 4 });
  expect(placeIn("#/race/0/cue-0&x=1")).toEqual({ ...race, steps: 1, cues: 0 });
  expect(placeIn("#/race/2/cue-1/turns-7?x")).toEqual({ ...race, steps: 3, cues: 1, turns: 7 });
  expect(placeIn("#/race/turns-x")).toEqual(race);
  expect(["", "#", "#/", "#/?x"].map(placeIn)).toEqual([undefined, undefined, undefined, undefined]);
});

test("a place comes back from its link", () => {
  for (const hash of ["#/race", "#/race/2", "#/race/cue-4", "#/race/0/cue-0/turns-0", "#/race/turns-7"]) {
    const place = placeIn(hash);
    expect(place && hashOf(place)).toBe(hash);
  }
});

test("numbers that are none count as absent, and reveal.js reads no cues", () => {
  const hashes = ["#/race/x", "#/race/-1", "#/race/1e3", "#/race/cue-x", "#/race/2/cue-1", "#/race/2/7"];
  expect(hashes.map(tidyHash)).toEqual(["#/race", "#/race", "#/race", "#/race", "#/race/2", "#/race/2"]);
  expect(tidyHash("#/race/2/cue-1/turns-7")).toBe("#/race/2");
  expect(tidyHash("#/preflight")).toBe("#/preflight");
});
