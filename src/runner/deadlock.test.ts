// Tests when a run counts as standing still.

import { expect, test } from "vitest";
import { blocking, mostThreads, sharedMemory, threadStates, turns } from "../protocol/threads.ts";
import { standstillOf } from "./deadlock.ts";

const { places } = sharedMemory;
const layout = { bytes: sharedMemory.bytes, places, states: threadStates, blocking, turns, mostThreads };

/** A run of three threads, of which 1 and 2 were started by 0. Nothing is pending in any. */
function calmRun() {
  const part = new Int32Array(sharedMemory.bytes / 4);
  part[places.threads] = 2;
  part[places.event] = 40;
  const set = (place: number, thread: number, value: number) => {
    part[place + thread] = value;
  };
  return { set, look: () => standstillOf(part, layout) };
}

test("a run in which nobody is blocked is just over", () => {
  expect(calmRun().look()).toBeUndefined();
});

test("a blocked thread that nobody can wake stands still, and so do those with nothing to do", () => {
  const { set, look } = calmRun();
  set(places.blocked, 2, blocking.forEver);
  set(places.busy, 2, 1);
  set(places.broken, 1, 1);
  expect(look()).toEqual({ idle: [0, 1], broken: [1], events: 40 });
  set(places.states, 1, threadStates.closed);
  expect(look()).toEqual({ idle: [0], broken: [], events: 40 });
});

test("it does not stand still while anything may wake a thread", () => {
  const reasons = [
    [places.busy, 1, 1],
    [places.given, 1, 1],
    [places.sent, 1, 1],
    [places.blocked, 1, blocking.forTime],
    [places.woken, 0, 1],
  ] as const;
  for (const [place, thread, value] of reasons) {
    const { set, look } = calmRun();
    set(places.blocked, 2, blocking.forEver);
    set(place, thread, value);
    expect(look(), `${place}`).toBeUndefined();
  }
});

test("a message wakes no thread that is blocked, and none of a terminated thread wakes anybody", () => {
  const { set, look } = calmRun();
  set(places.blocked, 0, blocking.forEver);
  set(places.sent, 1, 1);
  expect(look()).toMatchObject({ idle: [1, 2] });
  set(places.blocked, 0, blocking.no);
  set(places.blocked, 2, blocking.forEver);
  expect(look()).toBeUndefined();
  set(places.states, 1, threadStates.terminated);
  expect(look()).toMatchObject({ idle: [0] });
});
