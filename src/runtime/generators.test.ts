import { beforeAll, expect, test } from "vitest";
import { generatorState, lastAnswer, watchGenerators } from "./generators.ts";
import { probePromises } from "./promise-states.ts";

const generatorPrototype = Object.getPrototypeOf(function* () {}).prototype;
const asyncPrototype = Object.getPrototypeOf(async function* () {}).prototype;
const engine = { next: generatorPrototype.next, asyncNext: asyncPrototype.next };

beforeAll(watchGenerators);

function* two(): Generator<number, number, undefined> {
  yield 1;
  return 2;
}

async function* twoAsync() {
  yield 1;
  return 2;
}

async function stateOf(generator: object) {
  const answer = lastAnswer(generator);
  return generatorState(generator, await probePromises(answer ? [answer] : []));
}

test("a generator goes from its start over its yields to its end", () => {
  const generator = two();
  const states = [generatorState(generator)];
  for (let call = 0; call < 2; call += 1) {
    generator.next();
    states.push(generatorState(generator));
  }
  expect(states).toEqual(["not started", "suspended", "finished"]);
});

test("it is running while it has control, and stays so when it is called again", () => {
  const states: unknown[] = [];
  const look = (): void => {
    expect(() => generator.next()).toThrow(TypeError);
    states.push(generatorState(generator));
  };
  const generator = (function* () {
    look();
    yield;
  })();
  generator.next();
  expect([...states, generatorState(generator)]).toEqual(["running", "suspended"]);
});

test("return() and throw() end it, unless it goes on", () => {
  const returned = two();
  returned.return(3);
  const thrown = two();
  const error = new Error("moo");
  expect(() => thrown.throw(error)).toThrow(error);
  const stubborn = (function* (): Generator<number, number> {
    try {
      yield 1;
    } finally {
      yield 2;
    }
    return 0;
  })();
  stubborn.next();
  expect(stubborn.return(3)).toEqual({ value: 2, done: false });
  expect([returned, thrown, stubborn].map((each) => generatorState(each))).toEqual([
    "finished",
    "finished",
    "suspended",
  ]);
});

test("what yield* passes on is given as it is, and its getters are not called", () => {
  let reads = 0;
  const result = {
    value: 1,
    get done() {
      reads += 1;
      return false;
    },
  };
  const outer = (function* () {
    yield* { [Symbol.iterator]: () => ({ next: () => result }) } as unknown as Iterable<number>;
  })();
  expect(outer.next()).toBe(result);
  expect([generatorState(outer), reads]).toEqual(["suspended", 1]);
});

test("the methods look like the engine's", () => {
  for (const prototype of [generatorPrototype, asyncPrototype]) {
    for (const name of ["next", "throw", "return"]) {
      const method = prototype[name];
      expect([method.name, method.length, "prototype" in method]).toEqual([name, 1, false]);
      expect(() => new method()).toThrow(TypeError);
      const { enumerable, writable, configurable } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
      expect([enumerable, writable, configurable]).toEqual([false, true, true]);
    }
  }
  expect(generatorPrototype.next).not.toBe(engine.next);
});

test("called on something else, they fail as the engine's", async () => {
  for (const other of [undefined, 5, {}, twoAsync()]) {
    expect(() => generatorPrototype.next.call(other)).toThrow(TypeError);
  }
  await expect(asyncPrototype.next.call({})).rejects.toThrow(TypeError);
  expect(generatorState({})).toBe(undefined);
});

test("an async generator is running until it has answered", async () => {
  const generator = twoAsync();
  const states = [await stateOf(generator)];
  const answer = generator.next();
  states.push(generatorState(generator, new Map([[answer, { state: "pending" }]])));
  await answer;
  states.push(await stateOf(generator));
  await generator.next();
  states.push(await stateOf(generator));
  expect(states).toEqual(["not started", "running", "suspended", "finished"]);
});

test("an async generator that threw is finished", async () => {
  const generator = twoAsync();
  await expect(generator.throw(new Error("moo"))).rejects.toThrow("moo");
  expect(await stateOf(generator)).toBe("finished");
});

test("calls of async generators take as many turns as before, and give the engine's own promise", async () => {
  const turnsOf = async (next: () => Promise<unknown>) => {
    let turns = 0;
    let isOver = false;
    const promise = next();
    void promise.then(() => {
      isOver = true;
    });
    for (; !isOver; turns += 1) await undefined;
    return turns;
  };
  const [watched, plain] = [twoAsync(), twoAsync()];
  expect(await turnsOf(() => watched.next())).toBe(await turnsOf(() => engine.asyncNext.call(plain)));
});
