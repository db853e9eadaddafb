import { expect, test } from "vitest";
import { PrintedPromises } from "../values/printed-promises.ts";
import { PrintedValues } from "./printed-values.ts";
import { StackMapper } from "./stack.ts";

const values = () => new PrintedValues(new PrintedPromises(() => false), new StackMapper());

test("what is no promise is known at once", () => {
  expect(values().format(["%s", 1, { a: 1 }])).toEqual({ now: "1 { a: 1 }" });
});

test("a promise that has settled tells with what, and one that has not does so though it settles at once", async () => {
  let settle: (value: string) => void = () => {};
  const open = new Promise<string>((resolve) => {
    settle = resolve;
  });
  const { now, later } = values().format([{ open, done: Promise.resolve({ a: { b: 1 } }) }]);
  settle("late");
  expect(now).toBe("{ open: Promise { <pending> }, done: Promise { <pending> } }");
  expect(await later).toBe("{ open: Promise { <pending> }, done: Promise { { a: [Object] } } }");
});

test("what has changed meanwhile is told as it was", async () => {
  const box = { count: 0, done: Promise.resolve("x") };
  const { later } = values().format([box]);
  box.count += 1;
  expect(await later).toBe("{ count: 0, done: Promise { 'x' } }");
});

test("a promise in its own value is a cycle", async () => {
  const box: { n: number; p?: object } = { n: 1 };
  box.p = Promise.resolve(box);
  expect(await values().format([box]).later).toBe("<ref *1> { n: 1, p: Promise { [Circular *1] } }");
});

test("what is known of a promise is not asked again", async () => {
  const shown = values();
  const done = Promise.resolve("x");
  await shown.format([done]).later;
  expect(shown.format([done])).toEqual({ now: "Promise { 'x' }" });
});
