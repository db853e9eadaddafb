// The group "instrument": whether instrumented programs behave as before (in Node), and how much slower they are (in
// a pane).

import { importSource } from "../../import-source.mjs";
import { median } from "../statistics.mjs";
import { aim, milliseconds } from "../table.mjs";
import { overheads } from "./overhead.mjs";
import { programOf } from "./programs.mjs";

/**
 * How many random programs are run with and without hooks: with hooks that check how they are called, and with the
 * hooks of a run.
 */
const counts = { checking: 10_000, tracing: 2000 };

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
  const { compare } = await importSource("testing/differential/compare.ts");
  const { randomProgram } = await importSource("testing/differential/programs.ts");
  const { tracingHooks } = await importSource("testing/differential/tracing-hooks.ts");
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

/** @param {number} rounds */
async function duration(rounds) {
  const { compileFile } = await importSource("testing/differential/made-up-program.ts");
  const text = programOf(1000);
  const results = [];
  for (let round = -3; round < rounds; round += 1) {
    const begin = performance.now();
    await compileFile(text, false);
    const middle = performance.now();
    await compileFile(text, true);
    if (round >= 0) results.push(performance.now() - middle - (middle - begin));
  }
  return { figure: "instrumenting 1,000 lines", ours: milliseconds(median(results)) };
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureInstrument(bench) {
  const { quick } = bench;
  const { rows, notes } = await compareAll(quick);
  return {
    title: "instrument: programs with the tracer's hooks (bare: the same loop in the same run, not traced)",
    rows: [...rows, ...(await overheads(bench)), await duration(quick ? 3 : 9)],
    notes,
  };
}
