import { expect, test } from "vitest";
import { runLinked } from "../../../testing/differential/real-modules.ts";

const tools = `const closed = (name) => ({ [Symbol.dispose]() { print("closed", name); } });
const later = (name) => ({ async [Symbol.asyncDispose]() { print("closing", name); } });
const ticks = () => { let turn = Promise.resolve(); for (let count = 1; count < 7; count += 1) turn = turn.then(() => print("turn", count)); };
const count = async (f) => { ticks(); await f().then((value) => print("over", value), (error) => print(error)); await new Promise((resolve) => setTimeout(resolve)); };
`;

/** Programs, and what they print in Chromium, whose engine supports `using`. */
const programs: readonly (readonly [name: string, text: string, printed: string])[] = [
  [
    "one that is closed later takes one turn",
    "await count(async () => { await using a = later('a'); return 1; });",
    "closing a, turn 1, turn 2, over 1, turn 3, turn 4, turn 5, turn 6, over",
  ],
  [
    "two take two",
    "await count(async () => { await using a = later('a'), b = later('b'); });",
    "closing b, turn 1, closing a, turn 2, turn 3, over undefined, turn 4, turn 5, turn 6, over",
  ],
  [
    "nothing takes a turn, too",
    "await count(async () => { await using a = null; await using b = undefined; });",
    "turn 1, turn 2, over undefined, turn 3, turn 4, turn 5, turn 6, over",
  ],
  [
    "nothing beside something takes none",
    "await count(async () => { await using a = later('a'); await using b = null; using c = closed('c'); });",
    "closed c, closing a, turn 1, turn 2, over undefined, turn 3, turn 4, turn 5, turn 6, over",
  ],
  [
    "what is closed at once waits for the turn of nothing",
    "await count(async () => { using a = closed('a'); await using b = null; using c = closed('c'); });",
    "closed c, turn 1, closed a, turn 2, over undefined, turn 3, turn 4, turn 5, turn 6, over",
  ],
  [
    "what can be closed at once alone is awaited all the same",
    "await count(async () => { await using a = closed('a'); await using b = { [Symbol.asyncDispose]: null, [Symbol.dispose]() { print('b'); return 1; } }; });",
    "b, turn 1, closed a, turn 2, turn 3, over undefined, turn 4, turn 5, turn 6, over",
  ],
  [
    "the last is closed first, and no later one after an error is left out",
    "try { using a = closed('a'); using b = { [Symbol.dispose]() { throw new Error('b'); } }; using c = closed('c'); throw new Error('body'); } catch (error) { print(error.name, error.error, error.suppressed); }",
    "closed c, closed a, SuppressedError Error: b Error: body, over",
  ],
  [
    "an error of what is awaited",
    "await count(async () => { await using a = later('a'); await using b = { [Symbol.asyncDispose]: () => Promise.reject(new Error('b')) }; await using c = { [Symbol.asyncDispose]() { throw new Error('c'); } }; });",
    "turn 1, closing a, turn 2, turn 3, SuppressedError: An error was suppressed during disposal, turn 4, turn 5, turn 6, over",
  ],
  [
    "what cannot be closed",
    "for (const value of [1, {}, { [Symbol.dispose]: 1 }, 'text', () => 1]) { try { using a = closed('a'); using x = value; print('never'); } catch (error) { print(error.name); } }",
    "closed a, TypeError, closed a, TypeError, closed a, TypeError, closed a, TypeError, closed a, TypeError, over",
  ],
  [
    "functions have the name of what holds them",
    "{ Function.prototype[Symbol.dispose] = function () { print(this.name); }; using f = () => {}, g = class {}; delete Function.prototype[Symbol.dispose]; }",
    "g, f, over",
  ],
  [
    "in the head of a loop",
    "for (using x of [closed(1), closed(2), null]) { if (x) print('in', typeof x); } for (using y = closed('y'), z = closed('z'); ;) { print('once'); break; } await count(async () => { for (await using x of [later(1), closed(2)]) { print('in'); continue; } }); await count(async () => { for await (await using x of [later(1)]) print('in'); });",
    "in object, closed 1, in object, closed 2, once, closed z, closed y, in, closing 1, turn 1, in, closed 2, turn 2, turn 3, over undefined, turn 4, turn 5, turn 6, turn 1, turn 2, in, closing 1, turn 3, turn 4, turn 5, turn 6, over undefined, over",
  ],
  [
    "in all sorts of blocks",
    "class C { static { using a = closed('static'); print('in'); } } function* g() { using a = closed('g'); yield 1; print('never'); } for (const x of g()) break; label: { using a = closed('block'); break label; } const f = () => { using a = closed('f'); return 'value'; }; print(f()); function h() { 'use strict'; using a = closed('h'); return inner(); function inner() { return typeof a; } } print(h());",
    "in, closed static, closed g, closed block, closed f, value, closed h, object, over",
  ],
  [
    "in async generators",
    "await count(async () => { async function* g() { await using a = later('a'); yield 1; yield 2; } for await (const x of g()) { print(x); break; } });",
    "turn 1, turn 2, 1, turn 3, closing a, turn 4, turn 5, turn 6, over undefined, over",
  ],
  [
    "at the top level",
    "using a = closed('top'); await using b = later('top'); print('body');",
    "body, closing top, closed top, over",
  ],
];

test.each(programs)("using: %s", async (_, text, printed) => {
  expect((await runLinked({ "main.ts": tools + text })).join(", ")).toBe(printed);
});
