// Loads the code editor when a pane first needs it, once for all panes.

import type { CodeEditor, EditorOptions } from "./code-editor.ts";

/**
 * Opens an editor.
 * @throws {Error} with one sentence, if the editor's code could not be loaded
 */
export async function openEditor(options: EditorOptions): Promise<CodeEditor> {
  const { createEditor } = await loadMonaco();
  return createEditor(options);
}

/** Loads the editor's code before somebody opens an editor. Rejects as `openEditor` does. */
export async function loadEditor(): Promise<void> {
  await loadMonaco();
}

type MonacoModule = typeof import("./monaco.ts");

let loading: Promise<MonacoModule> | undefined;

/** Imports Monaco in parts, with a pause after each. In one piece it would block the page for too long. */
async function importMonaco(): Promise<MonacoModule> {
  await import("monaco-editor/editor");
  await pause();
  await import("./features.ts");
  await pause();
  return import("./monaco.ts");
}

/** Lets the page paint and handle keys. */
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
