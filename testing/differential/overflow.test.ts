import { expect, test, vi } from "vitest";
import { untruths } from "../trace/true-trace.ts";
import { tellOf } from "./told.ts";

vi.setConfig({ testTimeout: 60_000 });

const caught = 'catch (error) { log("caught", error.name); }\nlog("after");';

/** Programs that use up the stack, each in another way; `depth` is how far they came. */
const programs: Readonly<Record<string, string>> = {
  "a coroutine that awaits itself": `async function f() { depth++; await f(); }\ntry { await f(); } ${caught}`,
  "one that awaits itself twice": `async function fib(n) { depth++; return await fib(n - 1) + await fib(n - 2); }\ntry { await fib(10); } ${caught}`,
  "one that tidies up": `async function f() { depth++; try { await f(); } catch (error) { throw error; } finally { depth += 0; } }\ntry { await f(); } ${caught}`,
  "one that catches at every level": `let errors = 0; async function f() { depth++; try { await f(); } catch { errors++; } }\nawait f(); log("errors", errors > 0);`,
  "an arrow function": `const f = async () => { depth++; const x = await f(); return x; };\ntry { await f(); } ${caught}`,
  "a generator that delegates to itself": `function* g() { depth++; yield* g(); }\ntry { g().next(); } ${caught}`,
  "a generator that loops over itself": `function* g() { depth++; for (const x of g()) yield x; }\ntry { g().next(); } ${caught}`,
  "an async generator that delegates to itself": `async function* g() { depth++; if (depth < 5000) yield* g(); }\ntry { for await (const x of g()); } ${caught}`,
  "a function that calls a coroutine at every level": `async function leaf() {}\nfunction f() { depth++; leaf(); f(); }\ntry { f(); } ${caught}`,
  "a coroutine that calls a function that calls itself": `function f() { depth++; return f() + 1; }\nconst g = async () => { await null; return f(); };\ntry { await g(); } ${caught}`,
  "a generator that is asked ever deeper": `const g = (function* () { for (;;) yield depth++; })();\nfunction f() { g.next(); f(); }\ntry { f(); } ${caught}`,
  "a function that calls a coroutine with a body at every level": `async function leaf(n) { const twice = n * 2; return twice; }\nfunction f(n) { depth++; leaf(n); f(n + 1); }\ntry { f(0); } ${caught}`,
  "a coroutine that returns from a loop": `async function f(list) { depth++; for (const x of list) { const got = await f([x]); if (got) return got; } }\ntry { await f([1]); } ${caught}`,
  "one of two that call each other": `async function a() { depth++; await b(); }\nconst b = async (...all) => { for (const x of [1]) await a(); };\ntry { await a(); } ${caught}`,
};

for (const [name, text] of Object.entries(programs)) {
  test(`the stack ends as without hooks, and the trace is true: ${name}`, async () => {
    const { plain, traced, events, trace } = await tellOf(`let depth = 0;\n${text}`);
    expect(traced).toEqual(plain);
    expect(traced.filter((line) => line.startsWith("unhandled"))).toEqual([]);
    expect(untruths(events)).toEqual([]);
    const unended = trace.tasks.filter(({ kind, end }) => kind === "coroutine" && end === undefined);
    expect(unended).toEqual([]);
    expect(trace.tasks[0]?.how).toBe("returned");
  });
}

test("a program that nobody saves from it has one error", async () => {
  const { plain, traced } = await tellOf(
    "async function fib(n) { return await fib(n - 1) + await fib(n - 2); }\nawait fib(10);",
  );
  expect(traced).toHaveLength(1);
  expect(traced[0]).toContain("failed RangeError: Maximum call stack size exceeded");
  expect(plain).toHaveLength(1);
});

test("chains as deep as programs have them are no trouble", async () => {
  const { traced, trace } = await tellOf(`async function sum(n) { return n === 0 ? 0 : n + await sum(n - 1); }
function* down(n) { yield n; if (n > 0) yield* down(n - 1); }
log("sum", await sum(3000));
let steps = 0;
for (const x of down(2000)) steps++;
log("steps", steps);`);
  expect(traced).toEqual(["sum number 4501500", "steps number 2001", "returned undefined undefined"]);
  expect(trace.tasks.filter(({ how }) => how !== "returned")).toEqual([]);
});
