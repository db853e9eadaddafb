// Parses programs of Moo: each line is a step.

import type { Place } from "../../../src/trace/events/events.ts";

export type MooStep =
  | { readonly kind: "say"; readonly text: string; readonly place: Place }
  /** In milliseconds. */
  | { readonly kind: "nap"; readonly delay: number; readonly place: Place };

export interface MooProgram {
  readonly entry: string;
  readonly steps: readonly MooStep[];
}

interface Problem {
  readonly line: number;
  readonly text: string;
}

/** The words that a line may begin with. */
export const verbs = ["say", "nap"] as const;

/** @param file the file name of the steps' places */
export function read(
  text: string,
  file: string,
): { readonly steps: MooStep[]; readonly problems: Problem[] } {
  const steps: MooStep[] = [];
  const problems: Problem[] = [];
  for (const [index, written] of text.split("\n").entries()) {
    const line = index + 1;
    const [verb, rest = ""] = written.split(/ (.*)/);
    const place = { file, line, column: 1 };
    if (verb === "say") steps.push({ kind: "say", text: rest, place });
    else if (verb === "nap" && /^\d+$/.test(rest)) steps.push({ kind: "nap", delay: Number(rest), place });
    else if (written !== "") problems.push({ line, text: `No cow understands "${written}".` });
  }
  return { steps, problems };
}
