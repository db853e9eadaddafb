// Provides the workers that Monaco asks for: its own, and those for languages.

import EditorWorker from "monaco-editor/editor/editor.worker?worker";

const starts = new Map<string, () => Promise<Worker>>();

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => starts.get(label)?.() ?? new EditorWorker(),
};

/**
 * Registers the worker for a language.
 * @param label the name by which Monaco asks for it
 */
export function offerWorker(label: string, start: () => Promise<Worker>): void {
  starts.set(label, start);
}
