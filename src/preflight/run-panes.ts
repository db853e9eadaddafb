// Runs every pane of the deck for a preflight, unseen and without real waiting, and collects the problems.

import type { LivePane } from "../pane/live-pane.ts";
import { loadRecording } from "../pane/runs/shipped-recordings.ts";
import type { RunOutcome } from "../trace/events/events.ts";
import type { RecordedRun } from "../trace/recording/recording.ts";
import { messageOf } from "./findings.ts";

/** The part of a pane that this file needs. */
export type RunnablePane = Pick<LivePane, "id" | "lacksThreads" | "record" | "recordingName">;

/**
 * Runs the panes one after the other.
 * @param onDone called with the number of panes that have run
 * @returns a sentence for each pane that does not end as it should
 */
export async function runPanes(
  panes: readonly RunnablePane[],
  onDone: (count: number) => void,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [index, pane] of panes.entries()) {
    const problem = await problemOf(pane);
    if (problem) problems.push(`${pane.id}: ${problem}`);
    onDone(index + 1);
  }
  return problems;
}

/** A program that cannot start its threads here shows its recording, so that is what has to be there. */
async function problemOf(pane: RunnablePane): Promise<string | undefined> {
  try {
    const recording = loadRecording(pane.recordingName ?? pane.id);
    if (pane.lacksThreads) return void (await recording);
    const [expected, { runs }] = await Promise.all([recording, pane.record()]);
    return runsProblem(
      runs.map(outcomeOf),
      expected.map(({ outcome }) => outcome),
    );
  } catch (error) {
    return messageOf(error);
  }
}

/** Says that panes ran, and how many of them only showed that their recording is there. */
export function ranText(panes: readonly RunnablePane[]): string {
  const recorded = panes.filter(({ lacksThreads }) => lacksThreads).length;
  const all =
    panes.length === 1 ? "The only pane ran to its end" : `All ${panes.length} panes ran to their end`;
  if (recorded === 0) return `${all}.`;
  if (panes.length === 1) return "The only pane has threads: its recording shows it.";
  const shown = recorded === 1 ? "a recording shows that" : "recordings show those";
  return `${all}, but for ${recorded} with threads: ${shown}.`;
}

/**
 * Returns what is wrong with how the programs of a pane ended, or `undefined` if they ended as expected.
 * @param expected how the runs of the deck's recording ended; some slides show an error on purpose
 */
export function runsProblem(
  outcomes: readonly (RunOutcome | undefined)[],
  expected: readonly (RunOutcome | undefined)[],
): string | undefined {
  if (outcomes.length === 0) return "its code has errors, so it does not run.";
  const problems = outcomes.map((outcome, index) =>
    outcome && endOf(outcome) === endOf(expected[index]) ? undefined : problemWith(outcome),
  );
  return problems.find((problem) => problem !== undefined);
}

/** Whether an error of a thread also leads to a deadlock is a matter of who comes first. */
function endOf(outcome: RunOutcome | undefined): RunOutcome["kind"] | undefined {
  return outcome?.kind === "deadlock" ? "failed" : outcome?.kind;
}

function problemWith(outcome: RunOutcome | undefined): string {
  switch (outcome?.kind) {
    case "finished":
      return "it ends without the error that it is to show.";
    case "failed":
      return "it ends with an error.";
    case "limit":
      return outcome.reason;
    case "deadlock":
      return "its threads wait for each other for ever.";
    case "stopped":
    case undefined:
      return "it does not end by itself.";
    default:
      return outcome satisfies never;
  }
}

function outcomeOf({ events }: RecordedRun): RunOutcome | undefined {
  return events.findLast((event) => event.kind === "run-end")?.outcome;
}
