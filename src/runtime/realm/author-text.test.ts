import { expect, test } from "vitest";
import { compile } from "../../../testing/differential/made-up-program.ts";
import { passingHooks } from "../../../testing/runtime/passing-hooks.ts";
import type { Program } from "../../protocol/javascript.ts";
import { createLink } from "../modules/linker.ts";
import { AuthorText } from "./author-text.ts";
import { watchFunctionText } from "./function-text.ts";

const authors = new AuthorText();
const engine = Function.prototype.toString;
watchFunctionText(authors);

/** What the program gives to `log`, with hooks and without. */
async function logged(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<readonly [traced: unknown[], plain: unknown[]]> {
  const files = { ...others, "main.ts": text };
  const [traced, plain] = [await compile(files, true), await compile(files, false)];
  authors.add(traced);
  return [await run(traced), await run(plain)];
}

async function run({ code }: Program): Promise<unknown[]> {
  const values: unknown[] = [];
  const tools = { log: (value: unknown) => values.push(value) };
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  await globalThis.eval(code)(passingHooks, Object.assign(createLink({}, passingHooks), { tools }));
  return values;
}

test("functions have the text that their author wrote", async () => {
  const [traced, plain] =
    await logged(`async function greet(name, ...rest) { try { return await hello(name, [...await rest]); } finally { } }
const hello = async (a) => { for await (const x of [a]) { await f(); } return new Promise((done) => done(a)); };
function* count() { yield; const sent = yield f(); yield* [1]; }
class Cow { async speak() { await f(); } static f = async () => await Promise.all([f()]); }
function f() { return f2(); } const f2 = () => 1;
for (const each of [greet, hello, count, Cow, Cow.prototype.speak, Cow.f, f, f2]) log(String(each));
const o = {}; o[async () => { await 1; }] = 1; log(o[async () => { await 1; }]);`);
  expect(traced).toEqual(plain);
  expect(traced[0]).toContain("async function greet(name, ...rest) {");
});

// Of a long text V8 quotes the beginning and the last two characters; with hooks a text is long sooner.
test("a message that quotes a function quotes nothing of ours", async () => {
  const [traced, plain] = await logged(
    "try { class C extends (async () => { await 1; }) {} } catch (error) { log(error.message); }",
  );
  expect(traced).not.toEqual(plain);
  expect(traced.map((message) => authors.of(String(message)))).toEqual([
    "Class extends value async () => {...<omitted>... } is not a constructor or null",
  ]);
});

test("the engine's functions, what is bound, proxies and mistakes are told as by the engine", () => {
  const told = Function.prototype.toString;
  for (const each of [told, Number, (() => 1).bind(0), new Proxy(() => 1, {}), told.toString]) {
    expect(told.call(each)).toMatch(/^function \w*( \w+)?\(\) \{ \[native code\] \}$/);
  }
  expect(told.toString()).toBe(engine.call(engine));
  expect(() => told.call({})).toThrow(TypeError);
  expect([told.name, told.length, "prototype" in told]).toEqual(["toString", 0, false]);
});

test("text that quotes no code stays what it is", () => {
  for (const each of ["", "moo", "__hooks"]) expect(authors.of(each)).toBe(each);
});

test("a function that uses what another file changes has the text that its author wrote", async () => {
  const [traced] = await logged(
    'import { count, more } from "./count";\nexport const f = (a) => a + count; more(); log(String(f));',
    { "count.ts": "export let count = 0;\nexport const more = () => { count++; };" },
  );
  expect(traced).toEqual(["(a) => a + count"]);
});
