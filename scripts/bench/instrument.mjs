// The group "instrument": whether instrumented programs do what they did, and what that costs them, in Node.

import { conformance } from "./conformance.mjs";
import { programOf } from "./programs.mjs";
import { importSource } from "./source.mjs";
import { median } from "./statistics.mjs";
import { against, aim, milliseconds } from "./table.mjs";

/** So many random programs are run both ways: with hooks that check how they are called, and with those of a run. */
const counts = { checking: 10_000, tracing: 2000 };

/** What a loop costs; the aims are about the first two. */
const loops = {
  "a million awaits": `const f = async () => { for (let i = 0; i < 1e6; i++) await i; }; await f();`,
  "a million yields": `function* g() { for (let i = 0; i < 1e6; i++) yield i; } for (const i of g());`,
  "a million calls of an async function": `async function f(x) { return x; } for (let i = 0; i < 1e6; i++) f(i);`,
  "a million awaited calls of an async function": `async function f(x) { return x; } for (let i = 0; i < 1e6; i++) await f(i);`,
  "300 sleeps of 1 ms": `const sleep = () => new Promise((resolve) => { setTimeout(resolve, 1); }); for (let i = 0; i < 300; i++) await sleep();`,
};
const aims = new Map([
  ["a million awaits", 3],
  ["a million yields", 3],
  ["300 sleeps of 1 ms", 1.1],
]);

/**
 * @param {(text: string) => Promise<string | undefined>} compare
 * @param {(seed: number) => string} randomProgram
 * @param {number} count
 */
async function differences(compare, randomProgram, count) {
  const found = [];
  for (let seed = 0; seed < count; seed += 1) {
    const difference = await compare(randomProgram(seed));
    if (difference) found.push(`Seed ${seed} differs:\n${difference.split("\n\n")[0]}`);
  }
  return found;
}

/** @param {boolean} quick */
async function compareAll(quick) {
  const { compare } = await importSource("src/differential/compare.ts");
  const { randomProgram } = await importSource("src/differential/programs.ts");
  const { tracingHooks } = await importSource("src/differential/tracing-hooks.ts");
  const rows = [];
  const notes = [];
  for (const [name, count] of Object.entries(counts)) {
    const hooks = name === "tracing" ? tracingHooks : undefined;
    const wanted = quick ? count / 10 : count;
    const found = await differences((text) => compare(text, hooks), randomProgram, wanted);
    notes.push(...found.slice(0, 3));
    rows.push({
      figure: `random programs that differ, ${name} hooks`,
      ours: `${found.length} of ${wanted.toLocaleString("en")}`,
      ...aim("none", found.length === 0),
    });
  }
  return { rows, notes };
}

/**
 * @param {string} code of a program
 * @param {object} hooks
 */
async function timeOf(code, hooks) {
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  const main = globalThis.eval(code);
  const begin = performance.now();
  await main(hooks, {});
  return performance.now() - begin;
}

/** @param {number} rounds */
async function overheads(rounds) {
  const { compile } = await importSource("src/differential/compare.ts");
  const { instrument } = await importSource("src/compiler/instrument/instrument.ts");
  const { tracingHooks } = await importSource("src/differential/tracing-hooks.ts");
  const rows = [];
  for (const [name, text] of Object.entries(loops)) {
    const plain = await compile(text);
    const { code, sites } = instrument(plain.code, plain.map, { entry: "main.ts" });
    const ours = [];
    const bare = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await timeOf(plain.code, {}));
      ours.push(await timeOf(code, tracingHooks(sites)));
    }
    const ratio = median(ours) / median(bare);
    const most = aims.get(name);
    const verdict = most === undefined ? {} : aim(`below ${most}×`, ratio < most);
    rows.push(against(name, median(ours), median(bare), verdict));
  }
  return rows;
}

/** @param {number} rounds */
async function duration(rounds) {
  const { compile } = await importSource("src/differential/compare.ts");
  const { instrument } = await importSource("src/compiler/instrument/instrument.ts");
  const { code, map } = await compile(programOf(1000).replace(/^import .*/, "const { write } = __offer;"));
  const results = Array.from({ length: rounds + 3 }, () => {
    const begin = performance.now();
    instrument(code, map, { entry: "main.ts" });
    return performance.now() - begin;
  });
  return { figure: "instrumenting 1,000 lines", ours: milliseconds(median(results.slice(3))) };
}

/**
 * @param {import("./groups.mjs").Bench} bench
 * @returns {Promise<import("./table.mjs").Group>}
 */
export async function measureInstrument({ quick }) {
  const rounds = quick ? 3 : 9;
  const { rows, notes } = await compareAll(quick);
  return {
    title: "instrument: programs with the tracer's hooks in Node (bare: the same programs without)",
    rows: [...rows, await conformance(), ...(await overheads(rounds)), await duration(rounds)],
    notes,
  };
}
