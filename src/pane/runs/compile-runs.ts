// Compiles a pane's files and makes the setup of each planned run.

import type { Compiler } from "../../languages/language.ts";
import type { RunSetup } from "../../runner/run.ts";
import { entriesOf, type PlannedRun, runSetups } from "../markup/planned-runs.ts";
import type { CompileReport } from "../state/run-state.ts";

/** The rest of each run's setup. */
export type Conditions = Pick<RunSetup, "worker" | "network" | "clock">;

export interface Compiled {
  readonly report: CompileReport;
  /** One for each planned run; empty if a file has errors. */
  readonly setups: readonly RunSetup[];
}

/** @param compiler the loaded compiler of the files' language */
export async function compileRuns(
  compiler: Compiler<unknown>,
  files: ReadonlyMap<string, string>,
  planned: readonly PlannedRun[],
  conditions: Conditions,
): Promise<Compiled> {
  const results = await compileEntries(compiler, files, planned);
  const programs = results.flatMap((result) => (result.ok ? [result.program] : []));
  const report = oneReport(results);
  return { report, setups: report.ok ? runSetups(planned, programs, conditions) : [] };
}

/** Compiles the entries of the runs. The compiler keeps the results, so that the same files are not compiled again. */
export function compileEntries(
  compiler: Pick<Compiler<unknown>, "compileProgram">,
  files: ReadonlyMap<string, string>,
  planned: readonly PlannedRun[],
) {
  return Promise.all(entriesOf(planned).map((entry) => compiler.compileProgram(files, entry)));
}

/** Joins the reports. The entries of a race share files, whose diagnostics are told once. */
function oneReport(results: readonly CompileReport[]): CompileReport {
  const all = new Map(
    results.flatMap(({ diagnostics }) => diagnostics.map((each) => [JSON.stringify(each), each])),
  );
  return { ok: results.every(({ ok }) => ok), diagnostics: [...all.values()] };
}
