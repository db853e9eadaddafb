import { expect, test } from "vitest";
import type { Hooks } from "../../protocol/hooks.ts";
import type { EnterProgram, PromptProgram } from "../../protocol/javascript.ts";
import type { TraceFact } from "../../trace/events/events.ts";
import { Prompt } from "./prompt.ts";

const globals: Record<string, unknown> = globalThis;

function setUp() {
  const facts: TraceFact[] = [];
  let task = 10;
  const hooks = {
    enter: () => {
      task += 1;
    },
  };
  const prompt = new Prompt({
    record: (fact) => facts.push(fact),
    hooksFor: () => hooks as unknown as Hooks,
    promptTask: () => task,
    show: async (value) => ({ kind: "number", text: `${value}` }),
    report: (error) => ({ headline: String(error), frames: [], rejection: false }),
  });
  return { facts, prompt };
}

/** An entry with the given function body, as the compiler makes it. */
function entry(body: string, declares: string[] = [], number = 0): EnterProgram {
  const code = `(async (__hooks) => { "use strict"; __hooks.enter(); ${body} })`;
  const program: PromptProgram = {
    kind: "code",
    code: { code, map: "", sites: [], rewritten: [] },
    declares,
  };
  return { kind: "prompt", prompt: number, text: `text ${number}`, program };
}

const start = { kind: "prompt-start", prompt: 0, text: "text 0" };
const end = { kind: "prompt-end", prompt: 0 };

function errorFact(task: number, headline: string, frames: object[] = []) {
  return { kind: "error", task, error: { headline, frames, rejection: false } };
}

test("a value is recorded and becomes _", async () => {
  const { facts, prompt } = setUp();
  await prompt.enter(entry("return { value: (1 + 1) };"));
  expect(facts).toEqual([
    start,
    { kind: "prompt-value", prompt: 0, value: { kind: "number", text: "2" } },
    end,
  ]);
  expect(globals._).toBe(2);
});

test("undefined is no value, and leaves _ as it was", async () => {
  const { facts, prompt } = setUp();
  globals._ = "before";
  await prompt.enter(entry("return { value: (undefined) };"));
  await prompt.enter(entry(""));
  expect(facts).toEqual([start, end, start, end]);
  expect(globals._).toBe("before");
});

test("a promise is a value and is not waited for", async () => {
  const { facts, prompt } = setUp();
  await prompt.enter(entry("return { value: (new Promise(() => {})) };"));
  expect(facts.at(-1)).toEqual(end);
  expect(globals._).toBeInstanceOf(Promise);
});

test("code is evaluated in the program's scope, the first that is given", async () => {
  const { prompt } = setUp();
  // biome-ignore lint/security/noGlobalEval: as the program does.
  const evaluate = globalThis.eval("(() => { let legs = 4; return ($code) => eval($code); })()");
  prompt.scope(evaluate);
  prompt.scope(() => undefined);
  await prompt.enter(entry("legs += 1; return { value: (legs) };"));
  expect(globals._).toBe(5);
  expect(prompt.evaluate("legs")).toBe(5);
});

test("what is declared becomes a property of the global object, which may change its kind", async () => {
  const { prompt } = setUp();
  Object.defineProperty(globalThis, "computed1", { get: () => 1, configurable: true });
  await prompt.enter(entry("declared1 = 1; computed1 = 2;", ["declared1", "computed1"]));
  await prompt.enter(entry("", ["declared1"]));
  expect([globals.declared1, globals.computed1]).toEqual([1, 2]);
  const property = Object.getOwnPropertyDescriptor(globalThis, "declared1");
  expect(property).toEqual({ value: 1, writable: true, enumerable: true, configurable: true });
});

test("a name that cannot be declared is an error of the entry", async () => {
  const { facts, prompt } = setUp();
  await prompt.enter(entry("undefined = 1;", ["undefined"]));
  expect(facts[1]).toMatchObject({ kind: "error", task: 11 });
});

test("an error belongs to the entry's task", async () => {
  const { facts, prompt } = setUp();
  await prompt.enter(entry("await 1; throw new TypeError('no');"));
  expect(facts).toEqual([start, errorFact(11, "TypeError: no"), end]);
});

test("what could not be compiled is told with its place", async () => {
  const { facts, prompt } = setUp();
  const place = { file: "prompt 0", line: 1, column: 3 };
  await prompt.enter({ ...entry(""), program: { kind: "broken", reason: "Unexpected", place } });
  expect(facts).toEqual([start, errorFact(0, "Unexpected", [{ ...place, name: "" }]), end]);
});

test("entries wait for those before them", async () => {
  const { facts, prompt } = setUp();
  globals.trail = [];
  const first = prompt.enter(entry("await null; await null; trail.push(1);", [], 0));
  const second = prompt.enter(entry("trail.push(2);", [], 1));
  expect(prompt.isBusy).toBe(true);
  await Promise.all([first, second]);
  expect(prompt.isBusy).toBe(false);
  expect(globals.trail).toEqual([1, 2]);
  expect(facts.map(({ kind }) => kind)).toEqual(["prompt-start", "prompt-end", "prompt-start", "prompt-end"]);
});

test("an interrupt ends the waiting, and what comes later goes nowhere", async () => {
  const { facts, prompt } = setUp();
  globals._ = "before";
  const waits = "return { value: (await new Promise((resolve) => { globalThis.settle = resolve; })) };";
  const first = prompt.enter(entry(waits));
  await new Promise((resolve) => setTimeout(resolve));
  const second = prompt.enter(entry("return { value: (7) };", [], 1));
  prompt.interrupt();
  await first;
  expect(facts.slice(0, 3)).toEqual([start, errorFact(11, "Stopped waiting."), end]);
  (globals.settle as (value: unknown) => void)(5);
  await second;
  expect(facts.slice(3).map(({ kind }) => kind)).toEqual(["prompt-start", "prompt-value", "prompt-end"]);
  expect(globals._).toBe(7);
});

test("a value that cannot be kept is an error of the entry, and the next one is evaluated", async () => {
  const { facts, prompt } = setUp();
  const define = Object.defineProperty;
  Object.defineProperty = () => {
    throw new TypeError("frozen");
  };
  await prompt.enter(entry("return { value: 1 };")).finally(() => {
    Object.defineProperty = define;
  });
  await prompt.enter(entry("return { value: 2 };", [], 1));
  expect(facts.slice(0, 3)).toEqual([start, errorFact(11, "TypeError: frozen"), end]);
  expect(globals._).toBe(2);
});

test("an interrupt while nothing is evaluated does nothing", async () => {
  const { facts, prompt } = setUp();
  prompt.interrupt();
  await prompt.enter(entry("return { value: (1) };"));
  prompt.interrupt();
  expect(facts.map(({ kind }) => kind)).toEqual(["prompt-start", "prompt-value", "prompt-end"]);
});
