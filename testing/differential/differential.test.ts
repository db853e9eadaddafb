import { expect, test } from "vitest";
import { checkingHooks } from "./checking-hooks.ts";
import { compare, type HookMaker } from "./compare.ts";
import { randomProgram } from "./programs.ts";
import { tracingHooks } from "./tracing-hooks.ts";

async function compareSeeds(from: number, to: number, makeHooks: HookMaker): Promise<void> {
  for (let seed = from; seed < to; seed += 1) {
    const text = randomProgram(seed);
    expect(await compare(text, makeHooks), `Seed ${seed}:\n${text}`).toBeUndefined();
  }
}

test("random programs do the same when they are instrumented", async () => {
  await compareSeeds(0, 250, checkingHooks);
}, 180_000);

test("random programs do the same when their tasks are followed", async () => {
  await compareSeeds(250, 350, tracingHooks);
}, 180_000);

test("a seed gives the same program each time, and another seed another one", () => {
  expect(randomProgram(1)).toBe(randomProgram(1));
  expect(randomProgram(1)).not.toBe(randomProgram(2));
});

test("a difference is found: in a value, in an order, and in a number of turns", async () => {
  const changed: readonly [name: string, HookMaker][] = [
    ["a value", (...given) => Object.assign(checkingHooks(...given), { made: () => 2 })],
    [
      "a turn",
      (...given) => Object.assign(checkingHooks(...given), { made: (_: number, it: unknown) => later(it) }),
    ],
  ];
  const text =
    'ticker();\nasync function f() { return await new Promise((done) => done(1)); }\nlog("f", await f());';
  for (const [name, makeHooks] of changed) expect(await compare(text, makeHooks), name).toContain("+ ");
});

/** A hook that must be found wrong: its result is a promise and takes a turn. */
async function later(value: unknown): Promise<unknown> {
  return await value;
}
