import { expect, test, vi } from "vitest";
import { tellOf } from "./told.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Notes each call of a method of the engine's while `text` runs, then puts everything back and logs the calls. */
const watched = (text: string) => `const { defineProperty: define, apply: applied } = Reflect;
const calls = [], undo = [];
let isOver = false;
for (const owner of [Array.prototype, Map.prototype, Set.prototype, WeakMap.prototype, WeakSet.prototype, Promise.prototype,
  String.prototype, Function.prototype, Object.getPrototypeOf([][Symbol.iterator]()), Object.prototype, Reflect, JSON, Math])
  for (const key of Reflect.ownKeys(owner)) {
    const property = Reflect.getOwnPropertyDescriptor(owner, key);
    if (typeof property.value !== "function" || !property.configurable || key === "constructor") continue;
    undo[undo.length] = () => define(owner, key, property);
    const { value } = property;
    define(owner, key, { ...property, value(...given) {
      if (!isOver) calls[calls.length] = key;
      return applied(value, this, given);
    } });
  }
try {
  ${text}
} finally {
  isOver = true;
  for (let at = 0; at < undo.length; at += 1) undo[at]();
}
for (const key of calls) log(String(key));`;

const programs: Readonly<Record<string, string>> = {
  "coroutines with all kinds of arguments": `async function f(a, [b], ...rest) { await null; return a; }
await f(1, ["x"], 2, {}, () => 1, 3n);
await Promise.all([f(1, [2]), f(3, [4])]);`,
  "generators and loops over them": `function* g(a = 1) { const x = yield a; yield* [x]; }
for (const x of g());
async function* h(n) { yield n; }
for await (const x of h(2));
const all = [...await (async () => [1, 2])()];
const [one] = await (async () => [1])();`,
  "errors, and blocks that tidy up": `async function f() { try { await null; throw new Error("x"); } catch { await 1; } finally { await 2; } }
await f();
await f().then(() => 1);`,
  "errors that leave coroutines and generators": `async function f() { throw new Error("x\\ny"); }
await f().catch(() => 1);
function* g() { throw new TypeError("z"); }
try { g().next(); } catch {}
async function* h() { yield* {}; }
await h().next().catch(() => 1);`,
  "new promises and groups": `const p = new Promise((done) => done(1));
await Promise.race([p, 2]);
await Promise.any([p]);
await Promise.allSettled([p]);
await p;`,
};

for (const [name, text] of Object.entries(programs)) {
  test(`hooks call no method that the program has replaced: ${name}`, async () => {
    const { plain, traced } = await tellOf(watched(text));
    expect(plain.length).toBeGreaterThan(1);
    expect(traced).toEqual(plain);
  });
}
