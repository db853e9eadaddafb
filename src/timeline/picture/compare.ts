// Compares runs on one axis: which was faster, by what factor and by how much. Pure.

import { plainTimes, type Times } from "../../trace/words/times.ts";
import { runState, type TimelineRun } from "../scale/runs.ts";

/** Runs that belong together, for example those of several workers. The set took as long as its longest run. */
export interface RunSet {
  readonly name: string;
  readonly runs: readonly TimelineRun[];
}

/** How one set compares with another. */
export interface Comparison {
  readonly set: RunSet;
  /** For example "3.01× faster". */
  readonly text: string;
  /** "concurrent took 4.03 s less than sequential: 3.01× faster". */
  readonly words: string;
}

/** If even the slower set took fewer milliseconds than this, a ratio says nothing. */
const shortest = 100;

/** Two runs of the same program may differ by as much: a smaller difference, or factor, is chance. */
const chance = { milliseconds: 20, factor: 1.02 } as const;

/** Returns the sets in the order of their first runs. */
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

/** Returns how many milliseconds a set took: as long as its longest run. */
export function setTotal({ runs }: RunSet): number {
  return Math.max(0, ...runs.map(({ trace }) => trace.total ?? trace.duration));
}

/**
 * For two sets, describes the faster one. For more, compares each with the first. Leaves out sets that have not
 * finished, took hardly any time, or differ by chance.
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
  // Between sets that took almost no time, chance decides.
  if (Math.max(own, other) < shortest || Math.min(own, other) <= 0) return [];
  const factor = Math.max(own, other) / Math.min(own, other);
  if (Math.abs(own - other) < chance.milliseconds || factor < chance.factor) return [];
  const isFaster = own < other;
  const text = `${factorText(factor)}× ${isFaster ? "faster" : "slower"}`;
  const difference = `${times.text(Math.abs(own - other))} ${isFaster ? "less" : "more"}`;
  return [{ set, text, words: `${set.name} took ${difference} than ${base.name}: ${text}` }];
}

function factorText(factor: number): string {
  if (factor >= 100) return factor.toFixed(0);
  return factor.toFixed(factor >= 10 ? 1 : 2);
}
