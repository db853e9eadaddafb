// Selects the runs that a pane shows: kept ones and the newest, the one in the console, and their guessed ends. Pure.

import { nameOf } from "../../languages/languages.ts";
import type { Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";
import type { Trace } from "../../trace/trace.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import { besideKept, type RunGroup, type ShownRun } from "./kept-runs.ts";
import type { PaneState } from "./pane-state.ts";
import type { NewestRuns } from "./run-state.ts";

type Runs = Pick<PaneState, "kept" | "newest" | "shown">;

/** The runs of the kept groups, then the newest. */
export function shownRuns({ kept, newest }: Pick<Runs, "kept" | "newest">): readonly ShownRun[] {
  return besideKept(kept, newestGroup(newest));
}

/** The index, among all shown runs, of the one in the console. */
export function shownIndex(state: Runs): number {
  const { length } = state.newest.runs;
  // An opened recording may have fewer runs than the pane makes.
  return shownRuns(state).length - length + Math.min(state.shown, Math.max(0, length - 1));
}

/** The run in the console. */
export function shownRun(state: Runs): ShownRun | undefined {
  return shownRuns(state)[shownIndex(state)];
}

/** The guesses by the newest runs' present labels, which change while other runs are kept. */
export function guessesByLabel(
  state: Runs & Pick<PaneState, "prediction">,
  all: readonly ShownRun[] = shownRuns(state),
): ReadonlyMap<string, number> {
  const { expected } = state.prediction;
  const { labels } = newestGroup(state.newest);
  const newest = all.slice(all.length - labels.length);
  return new Map(
    labels.flatMap((label, index) => {
      const [guess, shown] = [expected.get(label), newest[index]];
      return guess === undefined || !shown ? [] : [[shown.label, guess] as const];
    }),
  );
}

/** True if the line that a run refers to is unchanged since it ran. */
export function isPresent(state: PaneState, run: number, place: Place): boolean {
  if (promptOf(place) !== undefined) return true;
  const { texts } = state;
  const files = shownRuns(state)[run]?.files;
  // The texts of an opened or restored recording are not known: the line counts as unchanged if the file exists.
  if (!files || files.size === 0) return texts.has(place.file);
  return files.has(place.file) && files.get(place.file) === texts.get(place.file);
}

/** The newest runs as a group that can be kept. */
export function newestGroup({ planned, runs, files }: NewestRuns): RunGroup {
  const traces = runs.map(({ trace }) => trace);
  const labels = traces.map((trace, index) => labelOf(trace, index, planned));
  const sets = traces.map((_, index) => planned[index]?.set ?? "");
  return { traces, labels, sets, files };
}

/** The label of a run. An opened recording may be of another program, so it is named by its own entry. */
function labelOf({ entry }: Trace, index: number, planned: readonly PlannedRun[]): string {
  const own = planned[index];
  if (own && (entry === own.entry || entry === "")) return own.label;
  const name = nameOf(entry);
  return index === 0 ? name : `${name} ${index + 1}`;
}
