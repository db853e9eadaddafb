import { beforeAll, expect, test, vi } from "vitest";
import { type Files, runLinked, runReally } from "../../../testing/differential/real-modules.ts";

// Another process of Node runs all programs as its own modules.
vi.setConfig({ hookTimeout: 60_000 });

/** Programs that must print exactly the same in a pane as they do as modules of the engine. */
const programs: Readonly<Record<string, Files>> = {
  "a name is dead until its line": {
    "main.ts":
      "attempt(() => x); attempt(() => new C()); attempt(() => f()); let x = 1; class C {} function f() { return x; } attempt(f);",
  },
  "classes and functions keep their names, whatever they shadow": {
    "main.ts": `const A = class A { static self = () => A; }; print(A.name, A.self().name);
let f = function f() { return f.name; }; print(f());
class Account { static count = 0; constructor() { Account.count++; } } new Account(); print(Account.name, new Account().constructor.name, Account.count);
function g() { const g = () => 1; return g.name; } print(g()); { class A {} print(A.name); }`,
  },
  "a file without imports and exports is strict": {
    "main.ts":
      "{ function f() {} } print(typeof f); attempt(() => { undeclared = 1; }); print(this === undefined, (function () { return this; })() === undefined); attempt(() => arguments);",
  },
  "a file that calls eval() is as any other": {
    "main.ts":
      'const x = 1; print(eval("x + 1"), typeof this, eval("typeof this")); eval("var y = 1"); print(typeof y);',
  },
  "a constant cannot be assigned, and the program runs until it is": {
    "main.ts":
      "const a = 1; const { b } = { b: 2 }; print(a); attempt(() => { a = 2; }); attempt(() => { b++; }); attempt(() => { [a] = [3]; }); attempt(() => { ({ a } = { a: 4 }); }); attempt(() => { for (a of [5]); }); attempt(() => { a &&= print('evaluated'); }); attempt(() => { c = 1; }); const c = 2; print(a, b, c);",
  },
  "an import cannot be assigned": {
    "main.ts":
      'import d, { a, count, add } from "./other.ts"; import * as all from "./other.ts"; attempt(() => { a = print("first"); }); attempt(() => { count++; }); attempt(() => { d = 1; }); attempt(() => { all = 1; }); add(); print(a, count, d);',
    "other.ts":
      "export const a = 1; export let count = 0; export function add() { count += 1; } export default 7;",
  },
  "bindings are live": {
    "main.ts":
      'import { count, add, f, again } from "./counter.ts"; print(count, f(), again); add(); print(count, f(), again, String(count), { count }.count, [count], typeof count);',
    "counter.ts":
      "export let count = 0; export let f = () => 'old'; export function add() { count++; f = function () { return typeof this; }; } export { count as again };",
  },
  "a file may be called as the module that panes offer": {
    "main.ts": 'import { a } from "./interleave.ts"; print(a); print((await import("./interleave.ts")).a);',
    "interleave.ts": "export const a = 1;",
  },
  "what is called is no method of ours": {
    "main.ts":
      'import { who, change } from "./other.ts"; import { also } from "./circle.ts"; export function tag() { return this; } change(); print(who() === undefined, who`x` === undefined, also() === undefined);',
    "other.ts":
      "export let who = function () { return this; }; export function change() { who = function () { return this; }; }",
    "circle.ts":
      'import { tag } from "./main.ts"; print(tag() === undefined, tag`x` === undefined); export function also() { return this; }',
  },
  "functions are there across a circle, and other names dead": {
    "main.ts":
      'import { b } from "./b.ts"; export function f() { return "f"; } export const a = "a"; export class C {} export default function () { return "default"; } print(b());',
    "b.ts":
      'import d, { f, a, C } from "./main.ts"; import * as all from "./main.ts"; print(f(), d(), d.name); attempt(() => a); attempt(() => C); attempt(() => all.a); attempt(() => Object.keys(all)); export const b = () => a + f();',
  },
  "a file may import itself": {
    "main.ts":
      'import * as self from "./main.ts"; import { x as y } from "./main.ts"; attempt(() => self.x); export let x = 1; x = 2; print(y, self.x, Object.keys(self));',
  },
  "files are evaluated once, in the order in which they are named": {
    "main.ts":
      'print("main"); import "./a.ts"; import { c } from "./c.ts"; export * from "./b.ts"; print(c);',
    "a.ts": 'import "./c.ts"; print("a");',
    "b.ts": 'import "./a.ts"; print("b");',
    "c.ts": 'print("c"); export const c = 1;',
  },
  "siblings that await go on together": {
    "main.ts":
      'import "./a.ts"; import "./b.ts"; import "./c.ts"; print("main"); await null; print("main 2");',
    "a.ts": 'print("a 1"); await null; print("a 2"); await null; print("a 3");',
    "b.ts": 'print("b 1"); await null; print("b 2");',
    "c.ts": 'print("c");',
  },
  "files that need those that await follow in the same turn": {
    "main.ts": 'import "./y.ts"; import "./x.ts"; print("main");',
    "x.ts": 'import "./slow.ts"; print("x"); Promise.resolve().then(() => print("after x"));',
    "y.ts": 'import "./slow.ts"; import "./x.ts"; print("y 1"); await null; print("y 2");',
    "slow.ts":
      'let turn = Promise.resolve(); for (let count = 1; count < 9; count += 1) turn = turn.then(() => print("turn", count)); await null; print("slow"); await null; print("slow is over");',
  },
  "a circle that awaits": {
    "main.ts": 'import "./a.ts"; print("main"); export const m = 1;',
    "a.ts": 'import { b } from "./b.ts"; print("a", b); await null; print("a 2"); export const a = 1;',
    "b.ts": 'import "./a.ts"; import "./c.ts"; print("b"); await null; print("b 2"); export const b = 2;',
    "c.ts": 'import "./b.ts"; print("c"); await 1; print("c 2");',
  },
  "what is imported throws": {
    "main.ts": 'import "./a.ts"; print("never");',
    "a.ts": 'import "./b.ts"; print("never");',
    "b.ts": 'print("b"); throw new RangeError("b is wrong");',
  },
  "what is imported throws after a while, and its sibling goes on": {
    "main.ts": 'import "./a.ts"; import "./b.ts"; print("never");',
    "a.ts": 'await null; throw new RangeError("a is wrong");',
    "b.ts": 'print("b 1"); await null; await null; await null; print("b 2");',
  },
  "a namespace is what the language says": {
    "main.ts": `import * as all from "./all.ts"; import * as more from "./all.ts";
print(all === more, Object.keys(all), Object.getPrototypeOf(all), String(all), Object.isSealed(all), Object.isExtensible(all), Reflect.ownKeys(all).length);
print(JSON.stringify(Object.getOwnPropertyDescriptor(all, "b")), "b" in all, "z" in all, all.z, all.default, all[Symbol.toStringTag]);
print(Reflect.set(all, "b", 1), Reflect.defineProperty(all, "b", { value: 2 }), Reflect.deleteProperty(all, "b"), Reflect.deleteProperty(all, "z"), Reflect.setPrototypeOf(all, null), Reflect.setPrototypeOf(all, {}));
print(Reflect.defineProperty(all, "z", { value: 2 }), Object.prototype.propertyIsEnumerable.call(all, Symbol.toStringTag)); all.add(); print(all.b, all.me() === all);`,
    "all.ts":
      "export let b = 1, a = 2; export { a as A, b as 'a b', a as $1 }; export const add = () => { b += 1; }; export function me() { return this; } export default 5;",
  },
  "default exports": {
    "main.ts": `import a from "./a.ts"; import b from "./b.ts"; import c from "./c.ts"; import d from "./d.ts"; import e from "./e.ts"; import f, { x } from "./f.ts"; import { default as g } from "./g.ts";
print(a.name, b.name, c.name, d.name, new e().constructor.name, f, x, typeof g, g.name, await a());`,
    "a.ts": "export default async function () { return 1; }",
    "b.ts": "export default () => 1;",
    "c.ts": "export default class { static x = 1; }",
    "d.ts": "export default (function () {});",
    "e.ts": "export default class Named {}",
    "f.ts": "let x = 1; export { x as default, x }; x = 2;",
    "g.ts": "export default function* () {} ",
  },
  "exports are passed on": {
    "main.ts":
      'import { a, ns, z, late } from "./b.ts"; import * as b from "./b.ts"; print(a, ns.a, z, Object.keys(b), late); b.bump(); print(late, b.late);',
    "a.ts": "export const a = 1; export let n = 1; export const bump = () => { n += 1; }; export default 3;",
    "b.ts":
      'import { a as own, n } from "./a.ts"; export * from "./a.ts"; export * as ns from "./a.ts"; export { default as z } from "./a.ts"; export { own as a, n as late };',
  },
  "of a name that two files export, export * names neither": {
    "main.ts":
      'import * as all from "./all.ts"; print(Object.keys(all)); import { own, same } from "./all.ts"; print(own, same);',
    "all.ts": 'export * from "./a.ts"; export * from "./b.ts"; export const own = 0;',
    "a.ts": 'export const x = 1, own = 1; export { same } from "./c.ts";',
    "b.ts": 'export const x = 2, y = 2; export { same } from "./c.ts";',
    "c.ts": "export const same = 5;",
  },
  "import() of files, whose names may be made when it runs": {
    "main.ts": `print("main"); const name = await Promise.resolve("./late.ts"); const late = await import(name); print(late.x, late === await import("./late.ts"));
const again = await import(await "./late.ts"); print(again === late); await import({ toString: () => "./late.ts" }).then((all) => print(all.x));
await import(Symbol.iterator).catch((error) => print(error.name)); await import("./wrong.ts").catch((error) => print(error)); await import("./wrong.ts").catch((error) => print(error));`,
    "late.ts": 'import { y } from "./other.ts"; print("late"); await null; export const x = y;',
    "other.ts": 'print("other"); export const y = 2;',
    "wrong.ts": 'print("wrong"); throw new Error("only once");',
  },
  "import() of who imports it": {
    "main.ts":
      'import "./a.ts"; print("main"); export const m = 1; const late = import("./b.ts"); print("main goes on"); late.then(({ b }) => { globalThis.late = b; }); print("main is over");',
    "a.ts": "export {};",
    "b.ts": 'import { m } from "./main.ts"; export const b = m + 1;',
  },
  "await in all places of a top level": {
    "main.ts":
      'const a = [await 1, await Promise.resolve(2)]; for await (const x of [3, Promise.resolve(4)]) print(x); class C { [await "key"]() {} } print(a, Object.getOwnPropertyNames(C.prototype)); try { await Promise.reject(new Error("no")); } catch (error) { print(error); } label: { await null; break label; } print(String(await 5));',
  },
  "exported declarations of all sorts": {
    "main.ts":
      'import { a, b, c, d, e, F, g, h } from "./all.ts"; import { "any name" as i } from "./all.ts"; print(a, b, c, d(), e().next().value, F.name, g, typeof h, i);',
    "all.ts":
      'export const a = 1, { b, c = 3 } = { b: 2 }; export function d() { return 4; } export function* e() { yield 5; } export class F {} export var g = 6; export var h; export { a as "any name" };',
  },
  "what shadows an import, or a name that must not be assigned": {
    "main.ts":
      'import { x, add } from "./other.ts"; const k = 1; add(); function f(x, k) { x = 5; k = 6; return x + k; } { let x = 7; x++; print(x); } print(f(1, 2), x, ((x) => x)(8), { x: 9 }.x, ({ x }).x); attempt(() => { k = 2; }); try { throw 10; } catch (x) { print(x); } for (const x of [11]) print(x); label: for (;;) { break label; } class x2 { x = x; static #x = x; static get() { return x2.#x; } } print(new x2().x, x2.get());',
    "other.ts": "export let x = 0; export const add = () => { x += 1; };",
  },
};

const names = Object.keys(programs);
let real: string[][] = [];

beforeAll(() => {
  real = runReally(Object.values(programs));
});

test.each(names)("%s", async (name) => {
  expect(await runLinked(programs[name] ?? {})).toEqual(real[names.indexOf(name)]);
});
