// Tests what is told and counted of messages between threads, and how they bring the numbers of shared buffers along.

import { expect, test } from "vitest";
import { madeUpThreads } from "../../../testing/runtime/made-up-thread.ts";
import { Memories } from "./memories.ts";
import { ThreadMessages } from "./thread-messages.ts";

function setUp() {
  const { main: made, other, facts } = madeUpThreads();
  const places: string[] = [];
  const main = {
    ...made,
    reserve: () => void places.push("reserved"),
    giveBack: () => void places.push("given back"),
  };
  const memoriesOf = () => new Memories(() => main.shared.nextMemory());
  const [ours, theirs] = [memoriesOf(), memoriesOf()];
  const parent = new ThreadMessages(main, ours);
  const child = new ThreadMessages(other, theirs);
  other.shared.setBusy(1, false);
  return { parent, child, ours, theirs, facts, places, shared: main.shared };
}

test("a message is told when it is sent, taken and handled, and the run is not over while it is on its way", () => {
  const { parent, child, facts, shared } = setUp();
  const wire = parent.wrap(1, "Moo");
  parent.sent(1, wire);
  expect(shared.isCalm).toBe(false);
  child.take(0, wire);
  child.handled(wire);
  expect(shared.isCalm).toBe(true);
  const back = child.wrap(0, "Oink");
  child.sent(0, back);
  expect(shared.isCalm).toBe(false);
  parent.take(1, back);
  expect(shared.isCalm).toBe(true);
  expect(facts).toMatchObject([
    { kind: "message-sent", message: 0, worker: 0, to: 1 },
    { kind: "message-taken", message: 0, worker: 1 },
    { kind: "message-handled", message: 0, worker: 1 },
    { kind: "message-sent", message: 1, worker: 1, to: 0 },
    { kind: "message-taken", message: 1, worker: 0 },
  ]);
});

test("a message that could not be sent is not told, keeps no place, and nobody waits for it", () => {
  const { parent, facts, places, shared } = setUp();
  parent.wrap(1, () => undefined);
  parent.sent(1, undefined);
  expect(facts).toEqual([]);
  expect(places).toEqual(["reserved", "given back"]);
  expect(shared.isCalm).toBe(true);
});

test("a buffer has the same number in both threads, wherever it is in the message", () => {
  const { parent, child, ours, theirs } = setUp();
  const first = new Int32Array(new SharedArrayBuffer(8));
  const second = new SharedArrayBuffer(8);
  const data = { name: "cow", parts: [new Float64Array(2), new DataView(second)], cells: first };
  const wire = parent.wrap(1, data);
  // As another thread gets them: other objects for the same memory.
  const copy = { name: "cow", parts: [new Float64Array(2), new DataView(new SharedArrayBuffer(8))] };
  const theirCells = new Int32Array(new SharedArrayBuffer(8));
  if (wire.kind !== "message") throw new Error("no message");
  child.take(0, { ...wire, data: { ...copy, cells: theirCells } });
  expect(ours.cellOf(first, 1)).toEqual(theirs.cellOf(theirCells, 1));
  expect(ours.cellOf(first, 1)).toMatchObject({ byte: 4 });
});

test("looking for buffers calls no getter, and gives up on endless data", () => {
  const { parent } = setUp();
  const calls: string[] = [];
  const data = {
    get cells() {
      calls.push("cells");
      return new SharedArrayBuffer(8);
    },
    round: {} as object,
    long: new Array(1_000_000).fill(0),
  };
  data.round = data;
  expect(parent.wrap(1, data)).toMatchObject({ memories: undefined });
  expect(calls).toEqual([]);
});
