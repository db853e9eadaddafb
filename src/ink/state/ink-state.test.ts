// Tests of what events do to the drawings and tools.

import { expect, test } from "vitest";
import type { InkEvent, InkState, Stroke } from "./ink-event.ts";
import { next, noInk, pageOf, strokesOn } from "./ink-state.ts";
import { InkStore } from "./ink-store.ts";

const page = "race";

function stroke(id: string): Stroke {
  return { id, colour: "blue", hasPressure: false, points: [[10, 20, 0.5]] };
}

function begun(id: string): InkEvent {
  return { kind: "stroke", page, stroke: stroke(id) };
}

function after(...events: readonly InkEvent[]): InkState {
  return events.reduce(next, noInk);
}

function idsAfter(...events: readonly InkEvent[]): string[] {
  return strokesOn(after(...events), page).map(({ id }) => id);
}

test("a stroke grows by the points that are drawn", () => {
  const state = after(begun("a"), { kind: "draw", page, id: "a", points: [[11, 21, 0.5]] });
  expect(strokesOn(state, page)).toEqual([
    {
      ...stroke("a"),
      points: [
        [10, 20, 0.5],
        [11, 21, 0.5],
      ],
    },
  ]);
});

test("points of a stroke that was undone meanwhile are dropped", () => {
  const undo = { kind: "undo", page } as const;
  expect(idsAfter(begun("a"), undo, { kind: "draw", page, id: "a", points: [[1, 1, 0.5]] })).toEqual([]);
});

test("each slide has its own strokes, and upright phones have others", () => {
  const state = after(begun("a"));
  expect(strokesOn(state, "title")).toEqual([]);
  expect(strokesOn(state, pageOf(page, false))).toHaveLength(1);
  expect(strokesOn(state, pageOf(page, true))).toEqual([]);
});

test("a slide may be called like a method of objects", () => {
  expect(strokesOn(noInk, "constructor")).toEqual([]);
  const state = next(noInk, { kind: "stroke", page: "toString", stroke: stroke("a") });
  expect(strokesOn(state, "toString")).toHaveLength(1);
});

test("undo takes back strokes, erasures and clearings, the last one first", () => {
  const events: InkEvent[] = [
    begun("a"),
    begun("b"),
    { kind: "erase", page, ids: ["a"] },
    { kind: "clear", page },
  ];
  const undo: InkEvent = { kind: "undo", page };
  expect(idsAfter(...events)).toEqual([]);
  expect(idsAfter(...events, undo)).toEqual(["b"]);
  expect(idsAfter(...events, undo, undo)).toEqual(["a", "b"]);
  expect(idsAfter(...events, undo, undo, undo)).toEqual(["a"]);
});

test("what changes nothing leaves the state as it is, so that undo has nothing to take back", () => {
  const state = after(begun("a"));
  const events: InkEvent[] = [
    { kind: "tool" },
    { kind: "point" },
    { kind: "erase", page, ids: ["b"] },
    { kind: "clear", page: "title" },
    { kind: "undo", page: "title" },
    { kind: "draw", page, id: "a", points: [] },
    { kind: "print", isWanted: false },
  ];
  for (const event of events) expect(next(state, event)).toBe(state);
});

test("a colour takes the pen, and a tool is put away without losing the colour", () => {
  const state = after({ kind: "pen", colour: "green" });
  expect(state).toMatchObject({ tool: "pen", colour: "green" });
  expect(next(state, { kind: "tool" })).toEqual({ ...noInk, colour: "green" });
});

test("a window that follows another shows the same, and sends what is done in it there", () => {
  const deck = new InkStore();
  deck.send(begun("a"));
  const desk = new InkStore(noInk, (event) => deck.send(event));
  const end = deck.tell((event) => desk.follow(JSON.parse(JSON.stringify(event))));
  desk.send({ kind: "tool", tool: "laser" });
  desk.send({ kind: "point", at: { x: 1, y: 2 } });
  desk.send(begun("b"));
  desk.send({ kind: "point" });
  expect(desk.state).toEqual(deck.state);
  expect(strokesOn(desk.state, page)).toHaveLength(2);
  end();
  deck.send({ kind: "clear", page });
  expect(strokesOn(desk.state, page)).toHaveLength(2);
});
