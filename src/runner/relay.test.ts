import { expect, test } from "vitest";
import type { WorkerMessage } from "../protocol/protocol.ts";
import { byWorker, createRelay, joinEvents, type Relayed } from "./relay.ts";

const clock: WorkerMessage = { kind: "clock", t: 0, speed: 1 };

function printed(...numbers: readonly number[]): WorkerMessage {
  const events = numbers.map((seq) => ({ seq, t: seq, kind: "thinned" }) as const);
  return { kind: "events", events, isLast: false };
}

function setUp() {
  const batches: (readonly Relayed[])[] = [];
  return { relay: createRelay((batch) => batches.push(batch)), batches };
}

test("a message goes at once, and those that come while the page handles it go together", () => {
  const { relay, batches } = setUp();
  const messages: Relayed[] = [
    [1, printed(0)],
    [1, printed(1)],
    [2, clock],
    [1, printed(2)],
  ];
  for (const message of messages) relay.pass(message);
  expect(batches).toEqual([messages.slice(0, 1)]);
  relay.goOn();
  expect(batches.slice(1)).toEqual([messages.slice(1)]);
  relay.goOn();
  relay.pass([2, clock]);
  expect(batches.slice(2)).toEqual([[[2, clock]]]);
});

test("a flood goes in batches that the page can handle", () => {
  const { relay, batches } = setUp();
  for (let count = 0; count < 20; count += 1)
    relay.pass([1, printed(...Array.from({ length: 64 }, (_, n) => n))]);
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

test("a batch is sorted by workers, and each worker's messages keep their order", () => {
  const sorted = byWorker([
    [2, printed(0)],
    [1, printed(1)],
    [2, clock],
  ]);
  expect([...sorted]).toEqual([
    [2, [printed(0), clock]],
    [1, [printed(1)]],
  ]);
});
