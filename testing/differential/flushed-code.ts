// Programs that use up the stack while the engine throws code away: run by flushed-code.test.ts in a process whose engine
// does that at every collection of garbage. Prints what is not true in their traces.

import { untruths } from "../trace/true-trace.ts";
import { tellOf } from "./told.ts";

const programs = [
  "function* g() { yield* g(); }\nconst begin = () => [...g()];",
  "function* g() { for (const x of g()) yield x; }\nconst begin = () => [...g()];",
  "async function leaf() {}\nfunction f() { leaf(); f(); }\nconst begin = f;",
];

/** Calls `begin` from several depths: the stack then ends at another place. */
const atSomeDepth = `
function pad(n, ...more) { const result = n > 0 ? pad(n - 1, ...more) : begin(); return result; }
for (let n = 0; n < 3; n++) try { await pad(n, n); } catch (error) { log(error.name); }`;

for (const program of programs) {
  const { traced, events } = await tellOf(program + atSomeDepth);
  const wrong = traced.filter((line) => !/RangeError|^returned/.test(line));
  console.log(JSON.stringify([...wrong, ...untruths(events)]));
}
