// The look of tasks, requests and printed words, in every view of a pane.

import type { Piece } from "../console/console.ts";
import type { LaneLook } from "../timeline/timeline.ts";
import type { WorkerId } from "../trace/events/events.ts";
import type { TaskSpan } from "../trace/fold/tasks.ts";
import type { RequestSpan, ThreadSpan } from "../trace/trace.ts";
import { taskName } from "../trace/words/words.ts";

/** The looks of a talk. The class of a look sets the CSS variable `--look` to a colour. */
export interface Cast {
  readonly task: (task: TaskSpan) => LaneLook;
  readonly request: (request: RequestSpan) => LaneLook;
  /** The look of a thread that the program started, and of what it prints. */
  readonly thread: (thread: ThreadSpan) => LaneLook;
  /** Splits printed text into pieces. Joined, they are the text. */
  readonly text: (text: string) => readonly Piece[];
}

/** The looks of a talk without a cast: names as labels, in the colours of the views. */
export const plainCast: Cast = {
  task: (task) => ({ label: taskName(task), className: "", symbol: undefined }),
  request: ({ url }) => ({ label: lastPart(url), className: "", symbol: undefined }),
  thread: ({ name, worker }) => ({ label: name, className: threadClass(worker), symbol: undefined }),
  text: (text) => [{ text }],
};

const threadColours = 6;

/** Threads are told apart by six colours. The program's own thread is as quiet as its lane. */
function threadClass(worker: WorkerId): string {
  return worker === 0 ? "" : `thread-look thread-look-${((worker - 1) % threadColours) + 1}`;
}

/**
 * Returns the last part of an address's path, for example "cow" for "http://example.com/animals/cow?loud", or the
 * host if the path is empty.
 */
function lastPart(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  const part = pathname.split("/").filter(Boolean).at(-1);
  return part === undefined ? host : safelyDecoded(part);
}

/** Decodes a part of an address. Returns it as it is if it contains a stray "%". */
function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
