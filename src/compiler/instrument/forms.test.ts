import { expect, test } from "vitest";
import { compare } from "../../../testing/differential/compare.ts";
import { compileFile } from "../../../testing/differential/made-up-program.ts";

/** The text at a site of each kind. */
const words: Readonly<Record<string, RegExp>> = {
  await: /^(await|return)\b/,
  yield: /^yield\b(?!\*)/,
  delegate: /^yield\*/,
  "for-await": /^for await\b/,
  anonymous: /^(async|function)\b/,
};

/** The sites of a program, without its top level: the kind and name of each, or the kind and the text at the site. */
async function sitesOf(text: string): Promise<string[]> {
  const { sites } = await compileFile(text, true);
  return sites.slice(1).map(({ what, place: { line, column } }) => {
    const there = text.split("\n")[line - 1]?.slice(column - 1) ?? "";
    const [kind, name] = what.kind === "function" ? [what.taskKind, what.name] : [what.kind, ""];
    const isThere =
      there.replace(/^["']/, "").startsWith(name === "" ? "-" : name.replace(/^\[/, "")) ||
      words[what.kind === "function" ? "anonymous" : kind]?.test(there);
    return [kind, name, isThere ? "" : `at "${there.slice(0, 20)}"`].filter((part) => part !== "").join(" ");
  });
}

/** Tests that a text behaves the same when it is instrumented, and that it has the given sites, line by line. */
function form(name: string, text: string, sites: string): void {
  test(name, async () => {
    expect(await compare(`ticker();\n${text}`)).toBeUndefined();
    expect((await sitesOf(text)).join(", ")).toBe(sites);
  });
}

form(
  "a declared async function, called before its line",
  `log("a", await speak("cow"));
async function speak(animal) { log("b", animal, arguments.length, typeof new.target); return await later(2, animal); }
log("c", speak);`,
  "await, coroutine speak, await",
);

form(
  "an async function as a value, which calls itself by its own name",
  `const count = async function self(n) { return n === 0 ? 0 : 1 + await self(n - 1); };
log("a", await count(3), count);
log("b", await (async function () { return this; }).call("x"));`,
  "coroutine self, await, await, await, coroutine",
);

form(
  "arrow functions with an expression, an object and a block",
  `const one = async () => later(1, 1);
const two = async (a, b = a) => ({ a, b, c: await b });
const three = async a => { await a; return [a, this]; };
log("a", await one(), await two(2), await three(3), one, two, three);
log("b", await [1, 2].map(async (x) => x * await x)[1]);`,
  "coroutine one, coroutine two, await, coroutine three, await, await, await, await, await, coroutine, await",
);

form(
  "methods of all sorts",
  `class Animal {
  static async find() { return await new this().speak(); }
  async speak() { return [await this.#sound("Moo"), this instanceof Animal]; }
  async #sound(text) { await null; return text; }
  static async *[Symbol.asyncIterator]() { yield* [1, await 2]; }
  *"a b"() { yield this.constructor.name; }
  get value() { return (async () => await 7)(); }
  static { log("static", (async () => 1)()); }
}
class Cow extends Animal { async speak() { return [...await super.speak(), "cow"]; } }
log("a", await Cow.find(), [...new Cow()["a b"]()], await new Cow().value);
for await (const x of Animal) log("x", x);
log("names", Animal.find, Cow.prototype.speak, Animal.prototype["a b"]);`,
  "coroutine find, await, coroutine speak, await, coroutine #sound, await, async generator [Symbol.asyncIterator], delegate, await, generator a b, yield, coroutine, await, coroutine, coroutine speak, await, await, await, for-await",
);

form(
  "fields of classes and methods of objects",
  `class Animal {
  speak = async () => [await this.name, this.name];
  static call = async function () { return await 1; };
  #secret = async () => 2;
  secret() { return this.#secret(); }
  name = "cow";
}
const key = "k";
const object = { async m() { return await this.n; }, n: 1, f: async () => 3, [await key]: async () => 4, "s t": async () => 5 };
const o = new Animal();
log("a", await o.speak(), await Animal.call(), await o.secret(), await object.m(), await object.k());
log("b", o.speak, Animal.call, object.m, object.f, object.k, object["s t"]);`,
  "coroutine speak, await, coroutine call, await, coroutine #secret, coroutine m, await, coroutine f, await, coroutine, coroutine s t, await, await, await, await, await",
);

form(
  "parameters: defaults, patterns, rest, and coroutines within them",
  `async function f(a, { b, c: [d] = [1] } = {}, e = async () => await a, ...rest) { return [a, b, d, await e(), rest]; }
async function g(a = log("default", 1), b = later(1, a)) { a = 9; return [arguments[0], a, await b]; }
async function h({ x }) { return x; }
log("a", await f(1, { b: 2 }), await f(1, undefined, async () => 5, 6, 7), f.length);
log("b", await g(3), await g(), g.length, await h({ x: 1 }));
await h(null);`,
  "coroutine f, coroutine e, await, await, coroutine g, await, coroutine h, await, await, coroutine, await, await, await, await",
);

form(
  "generators are created when they are called",
  `function* count(from, to = from + log("default", 2)) { for (let i = from; i < to; i++) log("sent", yield i); return "end"; }
function* rest(...all) { yield all; }
function* none() { "a directive"; yield arguments.length; }
function* comma(a, b,) { yield; yield a; yield* [b, a]; }
drive("count", count(1), [["next", 0], ["next", "x"], ["throw", new Error("thrown")], ["next", 1]]);
drive("count", count(1, 9), [["next"], ["return", 5], ["next"]]);
drive("early", count(1, 9), [["return", 5], ["next"]]);
log("a", [...rest(1, 2)], [...none(1)], [...comma(1, 2)], [count.length, rest.length, none.length, comma.length]);
log("b", count.prototype === Object.getPrototypeOf(count(1)), Object.keys(count(1)));`,
  "generator count, yield, generator rest, yield, generator none, yield, generator comma, yield, yield, delegate",
);

form(
  "a yield within all sorts of expressions",
  `function* g() {
  const a = [yield, yield 1, (yield 2) + (yield 3)];
  const { b = yield 4 } = {};
  log(yield 5, \`\${yield 6}\`, (yield) ? yield 7 : yield 8, { c: yield, [yield 9]: 1 });
  for (const x of yield 10) log("x", x);
  const [d, e] = yield 11;
  return [a, b, d, e, ...yield 12, yield* yield 13];
}
const it = g();
const list = [1, 2];
drive("g", it, Array.from({ length: 22 }, (_, i) => ["next", [14, 16, 17, 18, 19].includes(i) ? list : i]));`,
  "generator g, yield, yield, yield, yield, yield, yield, yield, yield, yield, yield, yield, yield, yield, yield, yield, delegate, yield",
);

form(
  "async generators: yields await, returns await, and calls queue up",
  `async function* g(a) {
  try { log("sent", yield later(2, a)); yield Promise.reject(new Error("rejected")); }
  catch (error) { log("caught", error); yield* [later(1, 3), 4]; }
  finally { log("finally"); await null; }
  return later(1, "end"), later(3, "really");
}
await driveAsync("g", g(1), [["next"], ["next", 1], ["next"], ["next"], ["next"], ["next"]], false);
await driveAsync("g", g(1), [["next"], ["return", later(1, 2)], ["next"], ["throw", 1]], true);
await driveAsync("g", g(1), [["return", Promise.reject(1)], ["next"]], true);
async function* inner() { try { yield 1; yield 2; } finally { log("inner finally"); yield 3; } }
async function* outer() { return await (yield* inner()); }
await driveAsync("outer", outer(), [["next"], ["return", 7], ["next"], ["next"]], false);`,
  "async generator g, yield, yield, delegate, await, await, await, await, await, async generator inner, yield, yield, yield, async generator outer, await, await, delegate, await",
);

form(
  "for await, with labels, in all places of one statement, and left in every way",
  `async function* g(n) { try { for (let i = 0; i < n; i++) yield i; } finally { log("closed", n); await null; } }
outer: for (const a of [1, 2]) { inner: for await (const b of g(5)) { log("b", b); if (b === 1) continue inner; if (b === 3) continue outer; } }
if (log("if", true)) for await (const a of [1, later(2, 2)]) log("a", a); else log("never");
async function f(how) {
  for await (const a of g(3)) { if (how === "return") return a; if (how === "throw") throw new Error("thrown"); if (how === "break") break; }
  return "end";
}
for (const how of ["return", "throw", "break", "end"]) await f(how).then((v) => log("then", v), (e) => log("catch", e));
let x, y; block: { for await ({ x, y = await later(1, 5) } of [{ x: 1 }]) break block; }
for await (const { message } of [Promise.reject(new Error("rejected"))]) log("never", message);`,
  "async generator g, yield, await, for-await, for-await, coroutine f, for-await, await, for-await, await, for-await",
);

form(
  "try, catch and finally, with early exits",
  `async function f(a) {
  try { if (a === 0) return await "returned"; if (a === 1) await Promise.reject(new Error("rejected")); throw a; }
  catch ({ message = "none" }) { log("caught", message); if (a === 2) return await "caught"; throw await message; }
  finally { log("finally", await a); if (a === 3) return "overruled"; }
}
for (const a of [0, 1, 2, 3]) await f(a).then((v) => log("then", v), (e) => log("catch", e));
async function g() { try { await 1; } catch { } finally { } try { throw 1; } catch { return await 2; } }
log("g", await g());`,
  "coroutine f, await, await, await, await, await, await, coroutine g, await, await, await",
);

form(
  "an await within all sorts of expressions",
  `const o = { f: async (x) => x, get g() { return log("g", { h: (x) => [x, this] }); } };
log("a", -await 1, typeof await 1, !(await 0), (await 2) ** 2, await await 3, await (4, 5), (await 6, 7));
log("b", (await o).f.name, (await o)?.f?.length, [...await [1]], \`\${await 8}\`, await o.f?.(9), new (await Date)(0).getTime());
const { a: [b = await 1, ...c], [await "d"]: d } = await { a: [, 2, 3], d: 4 };
let e = 1; e += await 2; e ??= await 3; [e, o[await "k"]] = await [5, 6];
log("c", b, c, d, e, o.k, (await o.g).h(await 1), await new Promise((r) => r(2)), await { then(r) { log("then"); r(3); } });
switch (await 1) { case await 1: log("case"); }
for (let i = await 0; i < await 2; i += await 1) log("i", i);
do log("do"); while (await false);
class K extends (await Object) { static [await "x"] = 1; static #y = 2; static y = (z) => #y in z; }
log("d", K.x, K.y(K), await (async () => { throw await new Error("end"); })().catch((error) => error));`,
  "coroutine f, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, await, coroutine, await",
);

form(
  "promises that are made, grouped and chained",
  `const f = async (x) => later(x, x);
log("a", await Promise.all([f(1), 2, f(3)]), await Promise.race([f(2), f(1)]), await Promise.any([Promise.reject(1), f(1)]));
log("b", await Promise.allSettled(new Set([f(1), Promise.reject(2)])), await Promise.all(...[[1]]), Promise.all([]).then.name);
log("c", await new Promise((resolve) => { setImmediateLike(resolve); }), await f(1).then((x) => f(x)).finally(() => f(2)));
function setImmediateLike(resolve) { resolve(f(1)); }
await Promise.all(1);`,
  "coroutine f, await, await, await, await, await, await, await, await",
);

form(
  "using and await using, written out",
  `const make = (name) => ({ [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() { log("disposed", name); },
  async [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() { await null; log("async disposed", name); } });
async function f() { using a = make("a"); await using b = make("b"); return await later(1, "end"); }
log("f", await f());
{ using c = make("c"); log("block"); }`,
  'coroutine at "Symbol.asyncDispose ", await, coroutine f, await, await, await',
);

form(
  "calls keep what they are called on",
  `const a = async () => 1;
const o = { name: "o", self() { return this; }, get() { return function () { return this; }; }, list: [(x) => x] };
log("a", o.self() === o, o.self().self().name, o.get()(), (0, o.self)(), o?.self()?.self().name, o.none?.(a()).x, o.list[0](2));
log("b", ((strings, x) => x)\`a\${a()}\`, (() => o.self)()(), [a()].map((x) => x).length, delete o.self().name, o.name);
log("c", new (class { constructor(x) { this.x = x; } })(a()).x, eval("typeof a"), (eval)("1 + 1"), void a());
class B { m() { return this; } } class C extends B { constructor() { super(a()); } m() { return super.m(a()) === this; } }
log("d", new C().m(), (o.self()).name, "name" in o.self(), a().then.call(a(), log));`,
  "coroutine a",
);

form(
  "functions within functions belong to themselves",
  `async function outer() {
  log("a", inner()); const b = function () { try { throw 1; } catch (e) { return e; } finally { log("plain"); } };
  function inner() { return (async () => { try { await nothing; } catch (e) { return e.name; } })(); }
  function* g() { try { yield b(); } finally { log("g"); } }
  return [await inner(), b(), ...g(), await (() => arguments.length)()];
}
log("outer", await outer(1, 2));`,
  "coroutine outer, coroutine, await, generator g, yield, await, await, await",
);

test("a rejection that nobody handles stays one, and is told in the same turn", async () => {
  expect(
    await compare('ticker(); (async () => { await later(2); throw new Error("lost"); })();'),
  ).toBeUndefined();
});

test("an error of the top level itself is the program's", async () => {
  expect(await compare('ticker();\nawait later(1);\nthrow new TypeError("end");')).toBeUndefined();
});
