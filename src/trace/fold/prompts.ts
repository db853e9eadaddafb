// Folds the events of the prompt into entries.

import type { EventOf, Place, PromptId, TaskId } from "../events/events.ts";
import { checkNext, going } from "../events/numbered.ts";
import type { PromptEntry } from "./tasks.ts";

/** Every method throws a RangeError and changes nothing if the event does not fit the earlier events. */
export class PromptFold {
  readonly entries: PromptEntry[] = [];

  /** @param first number of the console line that echoes the entry */
  start({ t, prompt, text }: EventOf<"prompt-start">, first: number): void {
    checkNext("prompt", prompt, this.entries);
    const unknown = { end: undefined, value: undefined, task: undefined };
    this.entries.push({ prompt, text, start: t, ...unknown, lines: { first, end: undefined } });
  }

  /** The task evaluates the newest entry. */
  join(task: TaskId): void {
    const entry = this.entries.at(-1);
    if (entry && entry.task === undefined && entry.end === undefined) entry.task = task;
  }

  /** @returns the entry */
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

/** Returns the file name that places in an entry have: "prompt 3". */
export function promptFile(prompt: PromptId): string {
  return `prompt ${prompt}`;
}

/** Returns the prompt whose text contains the place; `undefined` for a file of the program. */
export function promptOf({ file }: Place): PromptId | undefined {
  const [, prompt] = /^prompt (\d+)$/.exec(file) ?? [];
  return prompt === undefined ? undefined : Number(prompt);
}
