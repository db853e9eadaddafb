// Tests whose turn it is to get the messages of a program's ports.

import { expect, test } from "vitest";
import { mostChannels, sharedMemory } from "../../protocol/threads.ts";
import { SharedPorts } from "./shared-ports.ts";

function setUp() {
  const part = new Int32Array(new SharedArrayBuffer(sharedMemory.bytes));
  const [here, there] = [new SharedPorts(part, 0), new SharedPorts(part, 1)];
  const withMail = (ports: SharedPorts) => {
    const found: number[] = [];
    ports.forEachWithMail((port) => void found.push(port));
    return found;
  };
  return { here, there, withMail };
}

test("a message waits in the other port, and may be handled once that port is started", () => {
  const { here, withMail } = setUp();
  const first = here.newChannel() ?? -1;
  here.send(first, 1);
  expect(here.hasMail(0)).toBe(false);
  here.start(first + 1);
  expect(withMail(here)).toEqual([first + 1]);
  here.take(first + 1);
  expect(here.hasMail(0)).toBe(false);
});

test("messages go with a port to the thread that it is sent to, which has to start it", () => {
  const { here, there, withMail } = setUp();
  const first = here.newChannel() ?? -1;
  here.start(first + 1);
  here.send(first, 1);
  here.leave(first + 1);
  expect([here.hasMail(0), there.hasMail(1)]).toEqual([false, false]);
  there.enter(first + 1);
  expect(there.hasMail(1)).toBe(false);
  there.start(first + 1);
  expect(withMail(there)).toEqual([first + 1]);
  expect(withMail(here)).toEqual([]);
});

test("a closed port gets no message, and what it sent before still comes", () => {
  const { here, withMail } = setUp();
  const first = here.newChannel() ?? -1;
  here.start(first);
  here.start(first + 1);
  here.send(first, 1);
  here.send(first + 1, 1);
  here.close(first);
  here.send(first + 1, 1);
  expect(withMail(here)).toEqual([first + 1]);
});

test("a channel too many has no number", () => {
  const { here } = setUp();
  for (let channel = 0; channel < mostChannels; channel += 1) here.newChannel();
  expect(here.newChannel()).toBeUndefined();
});
