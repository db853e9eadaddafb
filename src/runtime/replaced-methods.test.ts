import { beforeAll, expect, test } from "vitest";
import { createHandFiredTime } from "../../testing/runtime/hand-fired-time.ts";
import { ManualClock } from "../../testing/runtime/manual-clock.ts";
import { withReplacedMethods } from "../../testing/runtime/replaced-methods.ts";
import { Background } from "./background/background.ts";
import { createDate } from "./clock/date.ts";
import { installPlatformTimes } from "./clock/platform-times.ts";
import { TimerQueue } from "./clock/timer-queue.ts";
import { Timers } from "./clock/timers.ts";
import { rememberMethods } from "./engine/as-before.ts";
import { isProxy, watchProxies } from "./engine/proxies.ts";
import { createLock } from "./lock.ts";
import { evaluate, evaluated } from "./modules/evaluation.ts";
import { createNamespace } from "./modules/namespace.ts";
import { UsedResources } from "./modules/resources.ts";
import { headlineOf } from "./realm/errors.ts";
import { WaitSources } from "./tasks/wait-sources.ts";
import { PrintedPromises } from "./values/printed-promises.ts";
import { showValue } from "./values/show-value.ts";

beforeAll(rememberMethods);

function append<Item>(items: Item[], item: Item): void {
  items[items.length] = item;
}

test("the replaced methods fail while they are replaced, and not afterwards", () => {
  expect(() => withReplacedMethods(() => [1].map((x) => x))).toThrow("The program's map() was called.");
  expect([1].map((x) => x)).toEqual([1]);
});

test("resources are disposed of", () => {
  const disposed: string[] = [];
  const resource = (name: string) => ({ [Symbol.dispose]: () => append(disposed, name) });
  withReplacedMethods(() => {
    const resources = new UsedResources();
    resources.add(resource("a"));
    resources.addAsync(resource("b"), 0);
    while (resources.next());
    resources.end();
  });
  expect(disposed).toEqual(["b", "a"]);
});

test("modules are evaluated in order, also if one of them awaits", async () => {
  const order: string[] = [];
  const done = Promise.resolve();
  const module = (name: string, isAsync = false) =>
    evaluated({
      isAsync,
      execute: () => {
        append(order, name);
        return isAsync ? done : undefined;
      },
    });
  const [entry, slow, quick] = [module("entry"), module("slow", true), module("quick")];
  entry.needs = [slow, quick];
  const end = withReplacedMethods(() => evaluate(entry));
  await end;
  expect(order).toEqual(["slow", "quick", "entry"]);
});

/** Calls `work` while proxies are watched. */
function withWatchedProxies<T>(work: () => T): T {
  const { Proxy: engine } = globalThis;
  const { revocable } = engine;
  watchProxies();
  try {
    return work();
  } finally {
    Object.assign(globalThis, { Proxy: Object.assign(engine, { revocable }) });
  }
}

test("a proxy is made and known", () => {
  const proxies = withWatchedProxies(() =>
    withReplacedMethods(() => [new Proxy({}, {}), Proxy.revocable({}, {}).proxy]),
  );
  expect(proxies.map(isProxy)).toEqual([true, true]);
});

test("a proxy is revoked", () => {
  const { proxy, revoke } = withWatchedProxies(() => Proxy.revocable({ legs: 4 }, {}));
  expect(proxy.legs).toBe(4);
  withReplacedMethods(revoke);
  expect(() => proxy.legs).toThrow(TypeError);
});

test("a namespace shows its exports", () => {
  const shown = withReplacedMethods(() => {
    const namespace = createNamespace([["legs", () => 4]]) as { legs: number };
    return { legs: namespace.legs, has: "legs" in namespace };
  });
  expect(shown).toEqual({ legs: 4, has: true });
});

test("what the program gives to all objects is no trap of ours", () => {
  const realm = { Intl, Event, File };
  installPlatformTimes(new ManualClock(), 0, realm);
  const namespace = createNamespace([["legs", () => 4]]);
  Object.assign(Object.prototype, { has: () => expect.unreachable() });
  try {
    expect(["legs" in namespace, "legs" in realm.Event, "legs" in realm.File]).toEqual([true, false, false]);
  } finally {
    Reflect.deleteProperty(Object.prototype, "has");
  }
});

test("dates and events have the run's time", () => {
  const clock = new ManualClock();
  clock.block(5);
  const realm = { Intl, Event, File };
  installPlatformTimes(clock, 1000, realm);
  const RunDate = createDate(clock, 1000);
  const times = withReplacedMethods(() => {
    const event = new realm.Event("moo");
    return [new RunDate().getTime(), RunDate.now(), event.timeStamp];
  });
  expect(times).toEqual([1005, 1005, 5]);
});

test("values are shown", () => {
  const value = [1, { a: new Map([["x", "y"]]) }, /b/g, new Date(0)];
  expect(withReplacedMethods(() => showValue(value))).toEqual(showValue(value));
});

test("the states of printed promises are found, and each use of one is seen", async () => {
  const promises = new PrintedPromises(() => false);
  const promise = Promise.resolve(4);
  const printed = new Set([promise]);
  await withReplacedMethods(() => promises.learn(printed));
  const state = withReplacedMethods(() => {
    void promise.constructor;
    return promises.stateOf(promise);
  });
  expect(state).toEqual({ state: "fulfilled", value: 4 });
  expect(Object.hasOwn(promise, "constructor")).toBe(false);
});

test("thrown values have their headline", () => {
  for (const thrown of ["moo", 4n, { legs: 4 }, new Error("two\nlines"), new Error("moo ".repeat(100))])
    expect(withReplacedMethods(() => headlineOf(thrown))).toBe(headlineOf(thrown));
});

test("timers call back in order", () => {
  const called: number[] = [];
  withReplacedMethods(() => {
    const queue = new TimerQueue();
    const note = (number: number) => () => append(called, number);
    const cleared = queue.add(note(1), 1, "event");
    queue.add(note(3), 3, "event");
    queue.add(note(2), 2, "event");
    queue.remove(cleared);
    for (let timer = queue.take(); timer; timer = queue.take()) timer.callback();
  });
  expect(called).toEqual([2, 3]);
});

test("timers are set and cleared under the program's names", () => {
  const timers = new Timers({ clock: new ManualClock() });
  const pending = withReplacedMethods(() => {
    timers.clear(timers.setTimeout(() => undefined, 5));
    timers.setInterval(() => undefined, 5);
    return timers.pending;
  });
  expect(pending).toBe(1);
});

test("work in the background ends", () => {
  const background = new Background(createHandFiredTime());
  const isBusy = withReplacedMethods(() => {
    const end = background.begin();
    const was = background.isBusy;
    end();
    return [was, background.isBusy];
  });
  expect(isBusy).toEqual([true, false]);
});

test("a lock goes from one holder to the next", async () => {
  const Lock = createLock(new WaitSources(), () => 0);
  const { first, second, lock } = withReplacedMethods(() => {
    const made = new Lock("stable");
    return { lock: made, first: made.acquire(), second: made.acquire() };
  });
  const held = await first;
  withReplacedMethods(() => held.release());
  (await second).release();
  expect(lock.isHeld).toBe(false);
});
