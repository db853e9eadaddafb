// What a pane asks of a code editor. Importing this loads no editor; `openEditor` does, once for all panes.

import type { Place } from "../trace/events.ts";

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
