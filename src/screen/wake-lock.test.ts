// Tests of when a wake lock is asked for and given back, with a made-up browser.

import { expect, test } from "vitest";
import { type Lock, Wakefulness } from "./wake-lock.ts";

/** A browser that notes what happens to its locks. `hide` takes them back, as a browser does with a hidden page. */
function browser({ refuses = false } = {}) {
  const done: string[] = [];
  const held = new Set<() => void>();
  const ask = async (): Promise<Lock> => {
    done.push("asked");
    if (refuses) throw new Error("The battery is low.");
    const listeners: (() => void)[] = [];
    const end = () => {
      held.delete(end);
      for (const hear of listeners) hear();
    };
    held.add(end);
    return {
      release: async () => {
        done.push("released");
        end();
      },
      addEventListener: (_, hear) => listeners.push(hear),
    };
  };
  const hide = () => {
    for (const end of [...held]) end();
  };
  return { done, ask, hide };
}

test("a lock is asked for once while it is wanted, and given back afterwards", async () => {
  const { done, ask } = browser();
  let isWanted = true;
  const wakefulness = new Wakefulness(ask, () => isWanted);
  await wakefulness.look();
  await wakefulness.look();
  expect(done).toEqual(["asked"]);
  isWanted = false;
  await wakefulness.look();
  await wakefulness.look();
  expect(done).toEqual(["asked", "released"]);
});

test("a lock that the browser took back is asked for again", async () => {
  const { done, ask, hide } = browser();
  const wakefulness = new Wakefulness(ask, () => true);
  await wakefulness.look();
  hide();
  await wakefulness.look();
  expect(done).toEqual(["asked", "asked"]);
});

test("a lock that comes when it is wanted no more is given back at once", async () => {
  const { done, ask } = browser();
  let isWanted = true;
  const wakefulness = new Wakefulness(ask, () => isWanted);
  const first = wakefulness.look();
  isWanted = false;
  await first;
  expect(done).toEqual(["asked", "released"]);
});

test("a browser that refuses is asked again the next time, and nothing fails", async () => {
  const { done, ask } = browser({ refuses: true });
  const wakefulness = new Wakefulness(ask, () => true);
  await wakefulness.look();
  await wakefulness.look();
  expect(done).toEqual(["asked", "asked"]);
});
