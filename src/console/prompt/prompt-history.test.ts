// Tests of the way through a prompt's history.

import { expect, test } from "vitest";
import { type History, longestHistory, newer, older, remember, startHistory } from "./prompt-history.ts";

/** Walks from entry to entry, and gives the texts shown; `typed` stands in the prompt at the beginning. */
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

test("the way back leads from the newest entry to the oldest and ends there", () => {
  const history = startHistory(["one", "two"]);
  expect(walk(history, "", ["older", "older", "older"])).toEqual(["two", "one", undefined]);
});

test("what was being typed comes back behind the newest entry", () => {
  const history = startHistory(["one", "two"]);
  expect(walk(history, "spe", ["older", "older", "newer", "newer", "newer"])).toEqual([
    "two",
    "one",
    "two",
    "spe",
    undefined,
  ]);
});

test("a changed entry is neither stored nor taken for what was being typed", () => {
  const first = older(startHistory(["one", "two"]), "typed");
  const second = older(first?.history ?? startHistory([]), "two, changed");
  expect(second?.text).toBe("one");
  const back = newer(second?.history ?? startHistory([]));
  expect(back?.text).toBe("two");
  expect(newer(back?.history ?? startHistory([]))?.text).toBe("typed");
});

test("without entries there is no way", () => {
  expect(walk(startHistory([]), "typed", ["older", "newer"])).toEqual([undefined, undefined]);
});

test("an entry is remembered behind the others, and the prompt stands behind it", () => {
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

test("the oldest entries fall out", () => {
  const full = Array.from({ length: longestHistory }, (_, index) => `entry ${index}`);
  const { entries } = remember(startHistory(full), "newest");
  expect(entries).toHaveLength(longestHistory);
  expect(entries[0]).toBe("entry 1");
  expect(entries.at(-1)).toBe("newest");
});
