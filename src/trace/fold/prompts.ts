// Folds what is told of the prompt.

import type { EventOf, Place, PromptId, TaskId } from "../events/events.ts";
import { checkNext, going } from "../events/numbered.ts";
import type { PromptEntry } from "./tasks.ts";

/** Every method throws a RangeError, and changes nothing, when the event does not fit what was told before. */
export class PromptFold {
  readonly entries: PromptEntry[] = [];

  /** @param first the number of the line that echoes what was entered */
  start({ t, prompt, text }: EventOf<"prompt-start">, first: number): void {
    checkNext("prompt", prompt, this.entries);
    const unknown = { end: undefined, value: undefined, task: undefined };
    this.entries.push({ prompt, text, start: t, ...unknown, lines: { first, end: undefined } });
  }

  /** The task evaluates what was entered last. */
  join(task: TaskId): void {
    const entry = this.entries.at(-1);
    if (entry && entry.task === undefined && entry.end === undefined) entry.task = task;
  }

  /** @returns what was entered */
  value({ prompt, value }: EventOf<"prompt-value">): PromptEntry {
    const entry = this.#open(prompt);
    entry.value = value;
    return entry;
  }

  /** @param end how many lines the console has now */
  end({ t, prompt }: EventOf<"prompt-end">, end: number): void {
    const entry = this.#open(prompt);
    entry.end = t;
    entry.lines.end = end;
  }

  #open(prompt: PromptId): PromptEntry {
    return going("prompt", prompt, this.entries, ({ end }) => end !== undefined);
  }
}

/** The name of the file that places in an entry at the prompt have. */
export function promptFile(prompt: PromptId): string {
  return `prompt ${prompt}`;
}

/** Which prompt's text the place is in; undefined for a file of the program. */
export function promptOf({ file }: Place): PromptId | undefined {
  const [, prompt] = /^prompt (\d+)$/.exec(file) ?? [];
  return prompt === undefined ? undefined : Number(prompt);
}
