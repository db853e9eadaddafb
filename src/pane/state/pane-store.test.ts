// Tests of the store: the order of events, who hears them, and what happens if a listener throws.

import { expect, test, vi } from "vitest";
import { race } from "../../../testing/pane/made-up-pane.ts";
import type { PaneEvent } from "./pane-event.ts";
import { firstState } from "./pane-state.ts";
import { PaneStore, steered } from "./pane-store.ts";

const speed = (value: number) => ({ kind: "speed", speed: value }) as const;

test("a listener hears of an event when the state has changed, until it listens no longer", () => {
  const store = new PaneStore(firstState(race));
  const heard: unknown[] = [];
  const end = store.listen((event, state, before) => heard.push([event.kind, before.speed, state.speed]));
  store.send(speed(2));
  end();
  store.send(speed(3));
  expect([heard, store.state.speed]).toEqual([[["speed", 1, 2]], 3]);
});

test("all hear the same events in the same order, whoever sends some while he hears of others", () => {
  const store = new PaneStore(firstState(race));
  const heard: [number[], number[]] = [[], []];
  store.listen((_, state) => {
    heard[0].push(state.speed);
    if (state.speed !== 2) return;
    store.send(speed(5));
    store.send(speed(10));
    // The second event waits until all listeners have heard the first.
    expect(store.state.speed).toBe(2);
  });
  store.listen((_, state) => heard[1].push(state.speed));
  store.send(speed(2));
  expect(heard).toEqual([
    [2, 5, 10],
    [2, 5, 10],
  ]);
});

test("where one listener fails, the others hear of everything, and the sender of the failure", () => {
  const store = new PaneStore(firstState(race));
  const heard = vi.fn();
  const end = store.listen(() => {
    store.send(speed(5));
    throw new Error("broken");
  });
  store.listen(heard);
  store.listen((_, state) => {
    if (state.speed === 5) end();
  });
  expect(() => store.send(speed(2))).toThrow("broken");
  expect(heard).toHaveBeenCalledTimes(3);
  store.send(speed(20));
  expect(store.state.speed).toBe(20);
});

test("what is done in a view of a steered store goes elsewhere, and shows when it comes back", () => {
  const store = new PaneStore(firstState(race));
  const sent: PaneEvent[] = [];
  const shown = steered(store, (event) => sent.push(event));
  shown.send(speed(2));
  expect(sent).toEqual([speed(2)]);
  expect(shown.state.speed).toBe(1);
  store.send(speed(5));
  expect(shown.state.speed).toBe(5);
});
