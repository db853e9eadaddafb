// What a pane asks of a code editor. Importing this loads no editor; `openEditor` does, once for all panes.

import type { Place } from "../trace/events.ts";
import type { LineMark } from "../trace/line-marks.ts";
import type { TaskSpan } from "../trace/tasks.ts";

/** Sent by the document when the size of code has changed. */
export const codeSizeEvent = "code-size";

/** A remark at a place in a file, such as a compile error. */
export interface Marker {
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly place: Place;
  /** How many characters it covers from `place` on. */
  readonly length: number;
}

/** Marks of live tasks, and what is to be known to show them. */
export interface ShownLineMarks {
  readonly marks: readonly LineMark[];
  /** The files whose text is the one that ran: in others the lines would be wrong, and no mark is shown. */
  readonly files: ReadonlySet<string>;
  /** The class that sets `--animal` to the task's colour, or "". */
  readonly lookOf: (task: TaskSpan) => { readonly className: string };
}

export interface EditorOptions {
  /** An empty element that the editor fills. */
  readonly host: HTMLElement;
  /** Names the pane among all panes of the page, so that their files do not mix. */
  readonly pane: string;
  /** The texts to begin with, by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly onChange: (file: string, text: string) => void;
  /** Esc was pressed and nothing in the editor had a use for it. */
  readonly onLeave: () => void;
}

/** One pane's editor; shows one of its files at a time. */
export interface CodeEditor {
  show(file: string): void;
  /** Replaces a whole text as one step that can be undone. */
  setText(file: string, text: string): void;
  /** Puts the cursor there, in view, and the keyboard's focus. */
  reveal(place: Place): void;
  setMarkers(markers: readonly Marker[]): void;
  /**
   * Replaces the marks, at most once per frame. They vanish from a file when its text changes, and come back with the
   * next call where it is in `files` still.
   */
  setLineMarks(shown: ShownLineMarks): void;
  /** Lights the line of a place where its file is shown; undefined puts the light out. */
  light(place: Place | undefined): void;
  /** Resolves when what is shown has been painted at its place: before that Monaco still moves its lines about. */
  painted(): Promise<void>;
  focus(): void;
  dispose(): void;
}

/** Loads the editor's code, or says in one sentence that it could not. */
export async function openEditor(options: EditorOptions): Promise<CodeEditor> {
  const { createEditor } = await loadMonaco();
  return createEditor(options);
}

type MonacoModule = typeof import("./monaco.ts");

let loading: Promise<MonacoModule> | undefined;

/** Monaco in parts, with a pause after each: together they would hold up the page for too long. */
async function importMonaco(): Promise<MonacoModule> {
  await import("monaco-editor/editor");
  await pause();
  await import("./features.ts");
  await pause();
  return import("./monaco.ts");
}

/** Lets the page paint and take keys. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function loadMonaco(): Promise<MonacoModule> {
  loading ??= importMonaco().catch((error: unknown) => {
    loading = undefined;
    throw new Error("The editor could not be loaded. Check the connection and open the slide again.", {
      cause: error,
    });
  });
  return loading;
}
