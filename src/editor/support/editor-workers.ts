// The workers that Monaco asks for: its own, and those that know a language.

import EditorWorker from "monaco-editor/editor/editor.worker?worker";

const starts = new Map<string, () => Promise<Worker>>();

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => starts.get(label)?.() ?? new EditorWorker(),
};

/**
 * Offers the worker that knows a language.
 * @param label what Monaco asks for
 */
export function offerWorker(label: string, start: () => Promise<Worker>): void {
  starts.set(label, start);
}
