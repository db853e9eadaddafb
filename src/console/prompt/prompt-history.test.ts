// Tests of the prompt's history.

import { expect, test } from "vitest";
import { type History, longestHistory, newer, older, remember, startHistory } from "./prompt-history.ts";

/** Steps through the history and returns the texts that are shown. At the start the prompt shows `typed`. */
function walk(
  history: History,
  typed: string,
  steps: readonly ("older" | "newer")[],
): (string | undefined)[] {
  let now = { history, text: typed };
  return steps.map((way) => {
    const next = way === "older" ? older(now.history, now.text) : newer(now.history);
    now = next ?? now;
    return next?.text;
  });
}

test("steps back go from the newest entry to the oldest and end there", () => {
  const history = startHistory(["one", "two"]);
  expect(walk(history, "", ["older", "older", "older"])).toEqual(["two", "one", undefined]);
});

test("the draft comes back after the newest entry", () => {
  const history = startHistory(["one", "two"]);
  expect(walk(history, "spe", ["older", "older", "newer", "newer", "newer"])).toEqual([
    "two",
    "one",
    "two",
    "spe",
    undefined,
  ]);
});

test("a changed entry is neither stored nor mistaken for the draft", () => {
  const first = older(startHistory(["one", "two"]), "typed");
  const second = older(first?.history ?? startHistory([]), "two, changed");
  expect(second?.text).toBe("one");
  const back = newer(second?.history ?? startHistory([]));
  expect(back?.text).toBe("two");
  expect(newer(back?.history ?? startHistory([]))?.text).toBe("typed");
});

test("without entries there are no steps", () => {
  expect(walk(startHistory([]), "typed", ["older", "newer"])).toEqual([undefined, undefined]);
});

test("a new entry goes to the end, and the prompt is at the draft after it", () => {
  const walked = older(startHistory(["one", "two"]), "typed")?.history ?? startHistory([]);
  expect(remember(walked, "three")).toEqual({ entries: ["one", "two", "three"], place: 3, draft: "" });
});

test("the same entry twice in a row is kept once", () => {
  expect(remember(startHistory(["one", "two"]), "two").entries).toEqual(["one", "two"]);
  expect(remember(startHistory(["one", "two"]), "one").entries).toEqual(["one", "two", "one"]);
});

test("a history that does not grow keeps its list of entries", () => {
  const history = startHistory(["one", "two"]);
  expect(remember(history, "two").entries).toBe(history.entries);
  expect(remember(history, "three").entries).not.toBe(history.entries);
});

test("the oldest entries are dropped", () => {
  const full = Array.from({ length: longestHistory }, (_, index) => `entry ${index}`);
  const { entries } = remember(startHistory(full), "newest");
  expect(entries).toHaveLength(longestHistory);
  expect(entries[0]).toBe("entry 1");
  expect(entries.at(-1)).toBe("newest");
});
