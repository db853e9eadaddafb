import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";
import { TimerQueue } from "./timer-queue.ts";

const nothing = () => undefined;

test("timers come in the order of their times, then as they were set, whatever is removed between", () => {
  const random = seededRandom(3);
  for (let round = 0; round < 50; round += 1) {
    const queue = new TimerQueue();
    let expected: { due: number; handle: number }[] = [];
    for (let step = 0; step < 200; step += 1) {
      const due = Math.floor(random() * 20);
      expected.push({ due, handle: queue.add(nothing, due, "event") });
      if (random() < 0.4) {
        const gone = expected[Math.floor(random() * expected.length)]?.handle ?? 0;
        queue.remove(gone);
        queue.remove(gone);
        expected = expected.filter(({ handle }) => handle !== gone);
      }
    }
    expected.sort((one, other) => one.due - other.due || one.handle - other.handle);
    expect(queue.count("event")).toBe(expected.length);
    const taken = expected.map(() => queue.take());
    expect(taken.map((timer) => timer && { due: timer.due, handle: timer.handle })).toEqual(expected);
    expect([queue.take(), queue.first, queue.count("event")]).toEqual([undefined, undefined, 0]);
  }
});

test("timers are counted by their use", () => {
  const queue = new TimerQueue();
  const signal = queue.add(nothing, 5, "signal");
  queue.add(nothing, 1, "upkeep");
  expect([queue.count("event"), queue.count("signal"), queue.count("upkeep")]).toEqual([0, 1, 1]);
  queue.remove(signal);
  queue.take();
  expect([queue.count("signal"), queue.count("upkeep")]).toEqual([0, 0]);
});

test("half a million timers are set, half of them cleared, and the others taken in order", () => {
  const queue = new TimerQueue();
  const random = seededRandom(4);
  for (let index = 0; index < 500_000; index += 1) {
    const handle = queue.add(nothing, random() * 1000, "event");
    if (index % 2 === 0) queue.remove(handle);
  }
  let last = 0;
  let count = 0;
  for (let timer = queue.take(); timer; timer = queue.take()) {
    if (timer.due < last) throw new Error(`${timer.due} comes after ${last}.`);
    last = timer.due;
    count += 1;
  }
  expect(count).toBe(250_000);
});
