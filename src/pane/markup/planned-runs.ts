// Which runs a pane makes: one for each of its entries, or one for each worker of an entry; and what they are called.

import { nameOf } from "../../languages/languages.ts";
import type { Crew } from "../../protocol/protocol.ts";
import type { RunSetup } from "../../runner/run.ts";

/** One run of a pane. */
export interface PlannedRun {
  /** The file whose top level runs. */
  readonly entry: string;
  readonly crew: Crew;
  /** What the viewer calls it; no other run of the pane has the same. */
  readonly label: string;
  /** What it is compared as: the workers of an entry are one. */
  readonly set: string;
}

/** The attributes of `<live-pane>` as they stand in the page, null where they do not. The build has checked them. */
export interface WorkerAttributes {
  /** How many workers run the program of each entry at the same moment. */
  readonly workers: string | null;
  /** What one of them is called. */
  readonly name: string | null;
}

/** The runs in their order: entry by entry, and of each the workers from the first to the last. */
export function plannedRuns(entries: readonly string[], { workers, name }: WorkerAttributes): PlannedRun[] {
  const count = Number(workers ?? 1);
  return entries.flatMap((entry) => {
    const program = nameOf(entry);
    return Array.from({ length: count }, (_, worker) => {
      const called = `${name ?? "worker"} ${worker + 1}`;
      const label = entries.length > 1 ? `${program}, ${called}` : called;
      return {
        entry,
        crew: { worker, workers: count },
        label: workers === null ? program : label,
        set: program,
      };
    });
  });
}

/** The files that the runs need compiled, each once. */
export function entriesOf(planned: readonly PlannedRun[]): string[] {
  return [...new Set(planned.map(({ entry }) => entry))];
}

/**
 * What each planned run starts with.
 * @param programs one for each of `entriesOf`, in their order
 */
export function runSetups(
  planned: readonly PlannedRun[],
  programs: readonly unknown[],
  conditions: Pick<RunSetup, "worker" | "network" | "clock">,
): RunSetup[] {
  const entries = entriesOf(planned);
  return planned.map(({ entry, crew }) => ({
    program: programs[entries.indexOf(entry)],
    crew,
    ...conditions,
  }));
}
