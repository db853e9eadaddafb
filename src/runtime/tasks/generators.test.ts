import { beforeAll, expect, test } from "vitest";
import { generatorState, linkGenerator, watchUnbegun } from "./generators.ts";
import { Task } from "./task.ts";

const generatorPrototype = Object.getPrototypeOf(function* () {}).prototype;
const asyncPrototype = Object.getPrototypeOf(async function* () {}).prototype;

const ended: [task: number, how: string, value: unknown][] = [];
beforeAll(() => watchUnbegun((task, how, value) => ended.push([task.id, how, value])));

function* two(): Generator<number, number, undefined> {
  yield 1;
  return 2;
}

let count = 0;

function linked(generator: object, kind: "generator" | "async generator" = "generator"): Task {
  count += 1;
  const task = new Task(count, kind, true);
  linkGenerator(generator, task);
  return task;
}

test("the state of a generator is that of its task", () => {
  const generator = two();
  const task = linked(generator);
  const states = (["created", "running", "suspended", "ended"] as const).map((state) => {
    task.state = state;
    return generatorState(generator);
  });
  expect(states).toEqual(["not started", "running", "suspended", "finished"]);
});

test("an async generator that awaits is running", () => {
  const generator = (async function* () {})();
  Object.assign(linked(generator, "async generator"), { state: "suspended", isWaiting: true });
  expect(generatorState(generator)).toBe("running");
});

test("of what no task is known, no state is told", () => {
  linkGenerator(undefined, new Task(0, "generator", true));
  expect([generatorState(two()), generatorState({})]).toEqual([undefined, undefined]);
});

test("return() and throw() end a generator that has not begun", () => {
  const [returned, thrown] = [two(), two()];
  const tasks = [linked(returned), linked(thrown)];
  ended.length = 0;
  expect(returned.return(3)).toEqual({ value: 3, done: true });
  const error = new Error("moo");
  expect(() => thrown.throw(error)).toThrow(error);
  expect(ended).toEqual([
    [tasks[0]?.id, "closed", 3],
    [tasks[1]?.id, "threw", error],
  ]);
});

test("of one that has begun, the hooks in its body tell", () => {
  const generator = two();
  const task = linked(generator);
  generator.next();
  task.state = "suspended";
  ended.length = 0;
  generator.return(3);
  expect(ended).toEqual([]);
});

test("the methods look like the engine's, and fail on something else as they do", async () => {
  for (const prototype of [generatorPrototype, asyncPrototype]) {
    for (const name of ["throw", "return"]) {
      const method = prototype[name];
      expect([method.name, method.length, "prototype" in method]).toEqual([name, 1, false]);
      expect(() => new method()).toThrow(TypeError);
      const { enumerable, writable, configurable } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
      expect([enumerable, writable, configurable]).toEqual([false, true, true]);
    }
  }
  for (const other of [undefined, 5, {}]) {
    expect(() => generatorPrototype.return.call(other)).toThrow(TypeError);
  }
  await expect(asyncPrototype.return.call({})).rejects.toThrow(TypeError);
});
