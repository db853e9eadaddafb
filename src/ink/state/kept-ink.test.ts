// Tests of reading the drawings that were kept over a reload.

import { expect, test } from "vitest";
import type { InkEvent } from "./ink-event.ts";
import { next, noInk } from "./ink-state.ts";
import { readInk } from "./kept-ink.ts";

test("drawings come back with their history, and no tool is in use", () => {
  const events: InkEvent[] = [
    { kind: "pen", colour: "green" },
    {
      kind: "stroke",
      page: "race",
      stroke: { id: "a", colour: "green", hasPressure: true, points: [[1.5, 2, 0.25]] },
    },
    { kind: "erase", page: "race", ids: ["a"] },
    { kind: "print", isWanted: true },
  ];
  const { tool, ...kept } = events.reduce(next, noInk);
  expect(tool).toBe("pen");
  expect(readInk(JSON.stringify(kept))).toEqual(kept);
});

test.each(["", "{", "[]", "null", '{"pages":{"race":[{"kind":"stroke"}]}}', '{"colour":"beige","pages":7}'])(
  "%j counts as no drawing",
  (text) => expect(readInk(text)).toEqual(noInk),
);
