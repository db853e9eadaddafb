// Tests of the history of states.

import { expect, test } from "vitest";
import { History } from "./history.ts";

test("at() gives all that have begun and not ended, in their newest state, in order of beginning", () => {
  const history = new History<string>();
  history.set(0, 1, "a");
  history.set(1, 3, "b");
  history.set(0, 4, "a, later");
  history.end(1, 6);
  expect([0, 1, 2, 3, 4, 5, 6, 99].map((seq) => history.at(seq))).toEqual([
    [],
    ["a"],
    ["a"],
    ["a", "b"],
    ["a, later", "b"],
    ["a, later", "b"],
    ["a, later"],
    ["a, later"],
  ]);
});

test("at() is right for every event after many changes, whatever the order of the questions", () => {
  const history = new History<number>();
  const told: number[][] = [];
  const alive = new Map<number, number>();
  let begun = 0;
  for (let seq = 0; seq < 20_000; seq += 1) {
    const growing = seq < 8000;
    const old = (seq * 7919) % Math.max(1, begun);
    if (seq % 3 === 0 || begun === 0) {
      history.set(begun, seq, seq);
      alive.set(begun, seq);
      begun += 1;
    } else if (alive.has(old) && (!growing || seq % 5 === 0)) {
      history.end(old, seq);
      alive.delete(old);
    } else if (alive.has(old)) {
      history.set(old, seq, seq);
      alive.set(old, seq);
    }
    if (seq % 97 === 0) told[seq] = [...alive.values()];
  }
  const asked = Object.keys(told).map(Number);
  for (const seq of [...asked.toReversed(), ...asked]) expect(history.at(seq)).toEqual(told[seq]);
});
