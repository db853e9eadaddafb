// Records what the program prints, with the author's code in place of ours.

import type { OutputLevel } from "../trace/events/events.ts";
import type { AuthorText } from "./realm/author-text.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Tracer } from "./tasks/tracer.ts";

export interface PrintOptions {
  readonly tracer: Tracer;
  readonly tasks: Tasks;
  readonly authors: AuthorText;
}

/** @param later resolves with the text that replaces `text`, within the present microtasks */
export type Print = (level: OutputLevel, text: string, later?: Promise<string>) => void;

/** Returns the function that prints for the task that is responsible at the time. */
export function createPrint({ tracer, tasks, authors }: PrintOptions): Print {
  return (level, text, later) => {
    const fact = { kind: "output", task: tasks.responsible, level, text: authors.of(text) } as const;
    if (!later) tracer.record(fact);
    else void fillIn(tracer.recordOpen(fact), later, fact.text, authors);
  };
}

/** Calls `fill` with the later text, or with `otherwise` if that text cannot be made after all. */
async function fillIn(
  fill: (text: string) => void,
  later: Promise<string>,
  otherwise: string,
  authors: AuthorText,
): Promise<void> {
  try {
    fill(authors.of(await later));
  } catch {
    fill(otherwise);
  }
}
