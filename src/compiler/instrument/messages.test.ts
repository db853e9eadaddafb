import { expect, test } from "vitest";
import { compare } from "../../../testing/differential/compare.ts";

/** Expressions that V8 quotes in an error message if their value has the wrong type. */
const values = [
  "1",
  "await null",
  "await {}",
  "await f()",
  "f()",
  "g()()",
  "f().a",
  "o.f()",
  "(await o).f()",
  "o[f()]",
  "o[await 1]",
  "o?.f()",
  "f() ?? 1",
  "(await f()) || f()",
  "f() ? 1 : f()",
  "(1, await f())",
  "await f() ? await 1 : await 2",
  "-f()",
  "[await f(), f()][0]",
  "new Promise(() => {}).b",
  "Promise.all([])",
  "new Promise(() => {})",
];

/** The uses that fail. */
const uses: Readonly<Record<string, (value: string) => string>> = {
  "when called": (value) => `(${value})()`,
  "when a method is called": (value) => `(${value}).method()`,
  "when called deep down": (value) => `(${value}).a.b.c()`,
  "when constructed": (value) => `new (${value})()`,
  "as a tag": (value) => `(${value})\`x\``,
  "when taken apart as an object": (value) => `const { a: { b } } = ${value}`,
  "when taken apart by an assignment": (value) => `({ a: { b: o.x } } = ${value})`,
  "when taken apart as a list": (value) => `const [a] = ${value}`,
  "when taken apart as a list by an assignment": (value) => `[o.x] = ${value}`,
  "deep within an object": (value) => `const { a: { b } } = { a: ${value} }`,
  "deep within a list": (value) => `const [[a]] = [${value}]`,
  "in a loop over a list": (value) => `for (const [a] of [${value}]) log("a", a)`,
  "within a list that is spread": (value) => `log("a", ...[${value}].map(1))`,
  "when looped over": (value) => `for (const x of ${value}) log("x", x)`,
  "when spread into a list": (value) => `[1, ...${value}]`,
  "when spread into a call": (value) => `log("x", ...${value})`,
  "when spread into a construction": (value) => `new Set(...${value})`,
  "when a property is read": (value) => `(${value}).a.b`,
  "when a property is set": (value) => `(${value}).a.b = 1`,
  "on the right of in": (value) => `"a" in (${value})`,
  "on the right of instanceof": (value) => `1 instanceof (${value})`,
  "as a superclass": (value) => `class A extends (${value}) {}`,
  "as a key": (value) => `o[${value}]()`,
  "as an operand": (value) => `(${value}) + 1n`,
};

for (const [name, use] of Object.entries(uses)) {
  test(`the message about a value is the same ${name}`, async () => {
    const attempts = values.map(
      (value) => `try { ${use(value)}; log("fine"); } catch (error) { log("error", error); }`,
    );
    const text = `const f = () => undefined, g = () => f, o = { f };\nasync function task() {}\n${attempts.join("\n")}`;
    expect(await compare(text)).toBeUndefined();
  });
}

test("the message about what a generator was sent is the same", async () => {
  const wrong = [
    "(yield)()",
    "(yield).a.b",
    "[...yield]",
    "const [a] = yield",
    "const { a: { b } } = yield",
    "new (yield)()",
    "for (const x of yield);",
  ];
  const attempts = wrong.map((text) => `try { ${text}; } catch (error) { log("error", error); }`);
  const text = `function* g() {\n${attempts.join("\n")}\n}\ndrive("g", g(), ${JSON.stringify(wrong.map(() => ["next", 1]))});`;
  expect(await compare(text)).toBeUndefined();
});

test("the message about what cannot be iterated with for await names it", async () => {
  const text = `const list = {};\ntry { for await (const x of list); } catch (error) { log("error", error); }`;
  expect(await compare(text)).toBeUndefined();
});

test("the message about what yield* cannot go through is the same", async () => {
  const wrong = ["f()", "o.f()", "o.list", "[f()][0]"];
  for (const value of wrong) {
    const text = `const f = () => 1, o = { f, list: {} };
async function* g() { yield* ${value}; } await driveAsync("g", g(), [["next"]], false);`;
    expect(await compare(text)).toBeUndefined();
  }
});

test("an iterator that yield* cannot throw into fails at the same place", async () => {
  for (const value of ["own", "(own)", "o.own", "f()", "[1]", "[own, 1]", '"x"', "(0, own)"]) {
    const text = `const f = () => ({ [Symbol.iterator]() { return { next() { return { done: false, value: 1 }; } }; } });
const own = f(), o = { own };
function* g() { f(); yield* ${value}; f(); } drive("g", g(), [["next"], ["throw", 1]]);
async function* h() { f(); yield* ${value}; f(); } await driveAsync("h", h(), [["next"], ["throw", 1]], false);`;
    expect(await compare(text)).toBeUndefined();
  }
});
