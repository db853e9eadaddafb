// What was entered at the prompt has the name of a file in the places that a trace tells of.

import type { Place, PromptId } from "./events.ts";

export function promptFile(prompt: PromptId): string {
  return `prompt ${prompt}`;
}

/** Which prompt's text the place is in; undefined for a file of the program. */
export function promptOf({ file }: Place): PromptId | undefined {
  const [, prompt] = /^prompt (\d+)$/.exec(file) ?? [];
  return prompt === undefined ? undefined : Number(prompt);
}
