import { afterEach, beforeEach, expect, test } from "vitest";
import { probePromises } from "./promise-states.ts";

/** The worker's types do not know what tests run in. */
const { process } = globalThis as unknown as {
  readonly process: Record<
    "on" | "off",
    (event: "unhandledRejection", listener: (error: unknown) => void) => void
  >;
};

const reported: unknown[] = [];
const report = (error: unknown) => reported.push(error);

beforeEach(() => {
  reported.length = 0;
  process.on("unhandledRejection", report);
});
afterEach(() => {
  process.off("unhandledRejection", report);
});

/** Long enough for the engine to report what nobody handled. */
const untilReported = () => new Promise((resolve) => setTimeout(resolve, 5));

function unsettled() {
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

test("tells pending, fulfilled and rejected promises apart", async () => {
  const error = new Error("moo");
  const promises = [new Promise(() => {}), Promise.resolve(1), Promise.reject(error)];
  const states = await probePromises(promises);
  expect(promises.map((promise) => states.get(promise))).toEqual([
    { state: "pending" },
    { state: "fulfilled", value: 1 },
    { state: "rejected", value: error },
  ]);
});

test("an error that comes later is still reported as unhandled", async () => {
  const { promise, reject } = unsettled();
  await probePromises([promise]);
  reject(new Error("late"));
  await untilReported();
  expect(reported).toEqual([new Error("late")]);
});

test("an error that the program handles later is not reported", async () => {
  const { promise, reject } = unsettled();
  await probePromises([promise], { isHandled: (asked) => asked === promise });
  promise.catch(() => {});
  reject(new Error("late"));
  await untilReported();
  expect(reported).toEqual([]);
});

test("what is known is not asked", async () => {
  const { promise, reject } = unsettled();
  const states = await probePromises([promise], { known: () => ({ state: "pending" }) });
  expect(states.get(promise)).toEqual({ state: "pending" });
  promise.catch(() => {});
  reject(new Error("late"));
  await untilReported();
  expect(reported).toEqual([]);
});

test("nothing of the program's runs, whatever class a promise is of", async () => {
  let calls = 0;
  class Mine<T> extends Promise<T> {
    static override get [Symbol.species]() {
      calls += 1;
      return Promise;
    }
    // biome-ignore lint/suspicious/noThenProperty: it must not be called.
    override then(): never {
      calls += 1;
      throw new Error("called");
    }
  }
  const promise = Mine.resolve(1);
  calls = 0;
  const states = await probePromises([promise]);
  expect([states.get(promise), calls]).toEqual([{ state: "fulfilled", value: 1 }, 0]);
  expect(Object.hasOwn(promise, "constructor")).toBe(false);
});

test("what only looks like a promise, or must not be touched, is left out", async () => {
  const odd = [
    Object.create(Promise.prototype),
    Object.freeze(new (class extends Promise<void> {})(() => {})),
  ];
  expect((await probePromises(odd)).size).toBe(0);
});
