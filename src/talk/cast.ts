// How what a program does looks in every view of a pane: its tasks, its requests, the words that it prints.

import type { Piece } from "../console/console.ts";
import type { LaneLook } from "../timeline/timeline.ts";
import type { TaskSpan } from "../trace/fold/tasks.ts";
import type { RequestSpan } from "../trace/trace.ts";
import { taskName } from "../trace/words/words.ts";

/** The looks of a talk. A class that one of them names sets the CSS variable `--look` to a colour. */
export interface Cast {
  readonly task: (task: TaskSpan) => LaneLook;
  readonly request: (request: RequestSpan) => LaneLook;
  /** Printed text in pieces, which together are the text. */
  readonly text: (text: string) => readonly Piece[];
}

/** Where a talk has no looks of its own: all is called by its name, in the colours of the views. */
export const plainCast: Cast = {
  task: (task) => ({ label: taskName(task), className: "", symbol: undefined }),
  request: ({ url }) => ({ label: lastPart(url), className: "", symbol: undefined }),
  text: (text) => [{ text }],
};

/** "cow" of "http://example.com/animals/cow?loud"; of an address without a path its host. */
function lastPart(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  const part = pathname.split("/").filter(Boolean).at(-1);
  return part === undefined ? host : safelyDecoded(part);
}

/** A stray "%" is no reason to show nothing. */
function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
