import { expect, test } from "vitest";
import { format, inspect } from "./inspect.ts";

const stateOf =
  (states: ReadonlyMap<object, { state: "fulfilled" | "rejected"; value: unknown }>) => (promise: object) =>
    states.get(promise);

test("a promise shows what it is settled with, its class and its properties", () => {
  class Deferred<T> extends Promise<T> {}
  const [p, q] = [Promise.resolve("x"), Object.assign(Deferred.resolve({ a: [1] }), { label: "q" })];
  const states = new Map<object, { state: "fulfilled" | "rejected"; value: unknown }>([
    [p, { state: "fulfilled", value: "x" }],
    [q, { state: "fulfilled", value: { a: [1] } }],
  ]);
  const help = { stateOf: stateOf(states) };
  expect(inspect(p, {}, help)).toBe("Promise { 'x' }");
  expect(inspect([p, q], {}, help)).toBe(
    "[ Promise { 'x' }, Deferred [Promise] { { a: [Array] }, label: 'q' } ]",
  );
  expect(inspect(new Promise(() => {}))).toBe("Promise { <pending> }");
  states.set(p, { state: "rejected", value: "no" });
  expect(format(["%s", "a", p], help)).toBe("a Promise { <rejected> 'no' }");
});

test("a promise in its own value is a cycle", () => {
  const box: { p?: object } = {};
  box.p = Promise.resolve(box);
  const help = { stateOf: () => ({ state: "fulfilled", value: box }) as const };
  expect(inspect(box.p, {}, help)).toBe("<ref *1> Promise { { p: [Circular *1] } }");
});

test("an error keeps its braces and its cause where our steps are left out of its stack", () => {
  const error = Object.assign(new Error("x", { cause: new Error("y") }), { status: 404 });
  const stack = (text: string) => `${text.split("\n")[0]}\n    at f (a.ts:1:1)`;
  expect(inspect({ error }, {}, { stack })).toBe(
    "{\n  error: Error: x\n      at f (a.ts:1:1) {\n    status: 404,\n    [cause]: Error: y\n        at f (a.ts:1:1)\n  }\n}",
  );
});

test("generator functions are known where they are methods, too", () => {
  expect(inspect({ *gen() {} })).toBe("{ gen: [GeneratorFunction: gen] }");
  expect(inspect({ async *later() {} })).toBe("{ later: [AsyncGeneratorFunction: later] }");
});

test("what a program has made of Object.prototype stays as it is", () => {
  Object.defineProperty(Object.prototype, "get", { value: undefined, configurable: true });
  const text = inspect({ a: Promise.resolve(1) });
  Reflect.deleteProperty(Object.prototype, "get");
  expect(text).toBe("{ a: Promise { <pending> } }");
  expect(Object.getOwnPropertySymbols(Object.prototype)).toEqual([]);
});

test("a getter for the constructor that throws does not keep a value from being shown", () => {
  const odd = {
    get constructor(): never {
      throw new Error("no");
    },
    a: 1,
  };
  expect(inspect(odd)).toContain("a: 1");
});
