import { expect, test } from "vitest";
import { createLock } from "./lock.ts";
import { WaitSources } from "./tasks/wait-sources.ts";

function setUp(name?: string) {
  const waits = new WaitSources();
  const Lock = createLock(waits, () => 7);
  return { lock: new Lock(name), waits };
}

test("one holder at a time, the others in the order in which they came", async () => {
  const { lock } = setUp();
  const told: string[] = [];
  const hold = async (who: string) => {
    const held = await lock.acquire();
    told.push(`${who} in`);
    await Promise.resolve();
    told.push(`${who} out`);
    held.release();
  };
  await Promise.all(["cow", "pig", "frog"].map(hold));
  expect(told).toEqual(["cow in", "cow out", "pig in", "pig out", "frog in", "frog out"]);
  expect(lock.isHeld).toBe(false);
});

test("releasing twice takes the lock from nobody", async () => {
  const { lock } = setUp();
  const first = await lock.acquire();
  const second = lock.acquire();
  first.release();
  first.release();
  await second;
  expect(lock.isHeld).toBe(true);
});

test("a block that uses it releases it at its end", async () => {
  const { lock } = setUp();
  const held = await lock.acquire();
  held[Symbol.dispose]();
  expect(lock.isHeld).toBe(false);
});

test("who waits for it waits for a lock of its name", () => {
  const { lock, waits } = setUp("printer");
  const promise = lock.acquire();
  expect(waits.describe(promise, "await", "coroutine")).toEqual({ kind: "lock", name: "printer" });
});

test("who got it from another task was woken by that, who found it free by nobody", async () => {
  const { lock, waits } = setUp("printer");
  const [first, second] = [lock.acquire(), lock.acquire()];
  (await first).release();
  const releasers = [first, second].map((each) =>
    waits.releaserOf(waits.describe(each, "await", "coroutine")),
  );
  expect(releasers).toEqual([undefined, 7]);
});
