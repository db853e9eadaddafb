import { expect, test } from "vitest";
import type { WorkerMessage } from "../protocol/protocol.ts";
import { createRelay, joinEvents } from "./relay.ts";

const clock: WorkerMessage = { kind: "clock", t: 0, speed: 1 };

function printed(...numbers: readonly number[]): WorkerMessage {
  const events = numbers.map((seq) => ({ seq, t: seq, kind: "thinned" }) as const);
  return { kind: "events", events, isLast: false };
}

function setUp() {
  const batches: (readonly WorkerMessage[])[] = [];
  return { relay: createRelay((batch) => batches.push(batch)), batches };
}

test("a message goes at once, and those that come while the page handles it go together", () => {
  const { relay, batches } = setUp();
  for (const message of [printed(0), printed(1), clock, printed(2)]) relay.pass(message);
  expect(batches).toEqual([[printed(0)]]);
  relay.goOn();
  expect(batches.slice(1)).toEqual([[printed(1), clock, printed(2)]]);
  relay.goOn();
  relay.pass(printed(3));
  expect(batches.slice(2)).toEqual([[printed(3)]]);
});

test("a flood goes in batches that the page can handle", () => {
  const { relay, batches } = setUp();
  for (let count = 0; count < 20; count += 1) relay.pass(printed(...Array.from({ length: 64 }, (_, n) => n)));
  for (let count = 0; count < 10; count += 1) relay.goOn();
  expect(batches.map(({ length }) => length)).toEqual([1, 4, 4, 4, 4, 3]);
});

test("neighbouring events are one message, up to what is between them or is the last", () => {
  const last: WorkerMessage = { kind: "events", events: [], isLast: true };
  expect(joinEvents([printed(0), printed(1), clock, printed(2), printed(3), last])).toEqual([
    printed(0, 1),
    clock,
    { ...printed(2, 3), isLast: true },
  ]);
});
