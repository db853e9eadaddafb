// Tests where calls of the program are found. The stack mapper is a made-up one: it finds the functions of this file.

import { expect, test } from "vitest";
import { CallPlaces } from "./call-places.ts";
import type { StackMapper } from "./stack.ts";

const names = ["cow", "helper"];

/** Frames of the functions above, each in a file of its own. */
const mapper = {
  framesOf: (stack: string) =>
    stack.split("\n").flatMap((line) => {
      const name = /at (\w+)/.exec(line)?.[1] ?? "";
      return names.includes(name) ? [{ file: `${name}.ts`, line: 1, column: 1, name }] : [];
    }),
} as StackMapper;

const placeIn = (file: string) => ({ file, line: 1, column: 1 });

/** Calls `ours` as the program does: from a helper. */
function callFrom(ours: () => unknown): unknown {
  function helper() {
    return [ours()][0];
  }
  function cow() {
    return [helper()][0];
  }
  return cow();
}

test("a call has a place, and a caller in another file", () => {
  const places = new CallPlaces(mapper);
  expect(callFrom(() => places.here())).toEqual({ place: placeIn("helper.ts"), caller: placeIn("cow.ts") });
});

test("below a function that is known to have been called, the place is found alone", () => {
  const places = new CallPlaces(mapper);
  function ours() {
    return places.here(ours);
  }
  const limit = () => Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")?.value;
  const before = limit();
  expect(callFrom(ours)).toEqual({ place: placeIn("helper.ts") });
  expect(limit()).toBe(before);
});

test("a function that was not called, or not by the program itself, leaves the place to be searched for", () => {
  const places = new CallPlaces(mapper);
  const all = { place: placeIn("helper.ts"), caller: placeIn("cow.ts") };
  expect(callFrom(() => places.here(expect))).toEqual(all);
  function ours() {
    return places.here(ours);
  }
  expect(callFrom(() => [1].map(ours)[0])).toEqual(all);
});
