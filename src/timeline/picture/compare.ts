// Compares runs that are drawn on one axis: which was faster, by what factor and by how much. Pure.

import { plainTimes, type Times } from "../../trace/words/times.ts";
import { runState, type TimelineRun } from "../scale/runs.ts";

/** Runs that belong together, such as those of several workers: they took as long as the longest of them. */
export interface RunSet {
  readonly name: string;
  readonly runs: readonly TimelineRun[];
}

/** What is said of one set against another. */
export interface Comparison {
  readonly set: RunSet;
  /** "3.01× faster". */
  readonly text: string;
  /** "concurrent took 4.03 s less than sequential: 3.01× faster". */
  readonly words: string;
}

/** Milliseconds that the slower one takes at least where a ratio says something. */
const shortest = 100;

/** The sets in the order of their first runs. */
export function runSets(runs: readonly TimelineRun[]): RunSet[] {
  const sets = new Map<string, TimelineRun[]>();
  for (const run of runs) {
    const name = run.set ?? run.label;
    const others = sets.get(name);
    if (others) others.push(run);
    else sets.set(name, [run]);
  }
  return [...sets].map(([name, own]) => ({ name, runs: own }));
}

/** Milliseconds that a set took: as long as its longest run. */
export function setTotal({ runs }: RunSet): number {
  return Math.max(0, ...runs.map(({ trace }) => trace.total ?? trace.duration));
}

/**
 * Of two sets what is to be said of the faster one, of more what is to be said of each against the first. Nothing of
 * sets that have not finished, took hardly any time, or differ by less than two decimals show.
 */
export function compareSets(runs: readonly TimelineRun[], times: Times = plainTimes): Comparison[] {
  const sets = runSets(runs);
  const [first, second] = sets;
  if (!first || !second) return [];
  if (sets.length > 2) return sets.slice(1).flatMap((set) => compared(set, first, times));
  return setTotal(first) < setTotal(second) ? compared(first, second, times) : compared(second, first, times);
}

function compared(set: RunSet, base: RunSet, times: Times): Comparison[] {
  if (![...set.runs, ...base.runs].every((run) => runState(run) === "finished")) return [];
  const [own, other] = [setTotal(set), setTotal(base)];
  // What took no time worth speaking of was won by chance.
  if (Math.max(own, other) < shortest || Math.min(own, other) <= 0) return [];
  const factor = Math.max(own, other) / Math.min(own, other);
  if (factor < 1.005) return [];
  const isFaster = own < other;
  const text = `${factorText(factor)}× ${isFaster ? "faster" : "slower"}`;
  const difference = `${times.text(Math.abs(own - other))} ${isFaster ? "less" : "more"}`;
  return [{ set, text, words: `${set.name} took ${difference} than ${base.name}: ${text}` }];
}

function factorText(factor: number): string {
  if (factor >= 100) return factor.toFixed(0);
  return factor.toFixed(factor >= 10 ? 1 : 2);
}
