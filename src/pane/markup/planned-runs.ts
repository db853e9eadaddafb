// Plans the runs of a pane: one for each entry, or one for each worker of an entry. Labels them.

import { nameOf } from "../../languages/languages.ts";
import type { Crew } from "../../protocol/protocol.ts";
import type { RunSetup } from "../../runner/run.ts";

/** One planned run of a pane. */
export interface PlannedRun {
  /** The file whose top level runs. */
  readonly entry: string;
  readonly crew: Crew;
  /** The name that the viewer sees; unique in the pane. */
  readonly label: string;
  /** The name under which runs are compared. The workers of an entry share one. */
  readonly set: string;
}

/** The attributes of `<live-pane>` as they stand in the page, null if absent. The build has checked them. */
export interface WorkerAttributes {
  /** How many workers run the program of each entry at the same time. */
  readonly workers: string | null;
  /** What each worker is called, for example "cook". */
  readonly name: string | null;
}

/** The planned runs in order: entry by entry, and each entry's workers from the first to the last. */
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

/** The files that have to be compiled for the runs, each once. */
export function entriesOf(planned: readonly PlannedRun[]): string[] {
  return [...new Set(planned.map(({ entry }) => entry))];
}

/**
 * The setup of each planned run.
 * @param programs one for each of `entriesOf`, in the same order
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
