// Ends the open entry of the prompt in the trace of a run whose worker is gone.

import { mainTask, type RunOutcome, type TraceFact } from "../trace/events/events.ts";
import type { Trace } from "../trace/trace.ts";

const stopped = "Stopped, and the program's names with it.";
const deadlock = "Deadlock: every thread waits for ever. The program's names are gone with its threads.";

/**
 * Returns the events that end an open entry; none if no entry is open.
 * @param outcome of the worker's end, if no `run-end` event tells it
 */
export function promptEnd({ prompts }: Trace, outcome: RunOutcome | undefined): readonly TraceFact[] {
  const open = prompts.find(({ end }) => end === undefined);
  if (!open) return [];
  const end: TraceFact = { kind: "prompt-end", prompt: open.prompt };
  if (!outcome) return [end];
  const error = { headline: headlineOf(outcome), frames: [], rejection: false };
  return [{ kind: "error", task: open.task ?? mainTask, error }, end];
}

function headlineOf(outcome: RunOutcome): string {
  if (outcome.kind === "limit") return outcome.reason;
  return outcome.kind === "deadlock" ? deadlock : stopped;
}
