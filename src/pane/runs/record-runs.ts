// Makes a pane's runs unseen, for a recording: in deterministic mode, or in real time if the program starts real threads.

import { languageOf } from "../../languages/languages.ts";
import type { ClockMode, NetworkConditions } from "../../protocol/protocol.ts";
import type { Trace } from "../../trace/trace.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import type { ThreadMode } from "../state/settings.ts";
import { compileRuns } from "./compile-runs.ts";
import { loadTools } from "./load-tools.ts";

/** In real milliseconds. */
const longestRecording = 20_000;

/** The last recording that was started, by any pane. */
let recording: Promise<unknown> = Promise.resolve();

/**
 * Makes the planned runs at once and unseen. Panes that ask for it wait for each other.
 * @param seed whole number; the same seed gives the same traces, unless threads are real
 * @returns the traces; none if the code has errors
 */
export function recordRuns(...asked: Parameters<typeof recordNow>): Promise<readonly Trace[]> {
  // A program that shared the machine with those of all other panes could reach its deadline.
  const traces = recording.then(() => recordNow(...asked));
  recording = traces.catch(() => undefined);
  return traces;
}

async function recordNow(
  files: ReadonlyMap<string, string>,
  planned: readonly PlannedRun[],
  network: NetworkConditions,
  seed: number,
  threads: ThreadMode,
): Promise<readonly Trace[]> {
  // The build ensures that all files of a pane have one language.
  const language = languageOf(planned[0]?.entry ?? "");
  const { compiler, worker, Run, keepAlone } = await loadTools(language);
  await compiler.loadCompiler(files);
  const hasThreads = [...files.values()].some((text) => language.startsThreads(text));
  const clock: ClockMode =
    hasThreads && threads === "real" ? { kind: "live", speed: 1 } : { kind: "deterministic", seed };
  const { setups } = await compileRuns(compiler, files, planned, { worker, network, clock });
  const runs = setups.map((setup) => new Run(setup, keepAlone(0)));
  const stop = () => {
    for (const run of runs) run.stop();
  };
  // A program that never gives up control does not end by itself, even if time jumps.
  const deadline = setTimeout(stop, longestRecording);
  const traces = await Promise.all(runs.map((run) => run.ended));
  clearTimeout(deadline);
  stop();
  return traces;
}
