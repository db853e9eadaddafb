// Provides the workers that Monaco asks for: its own, and those for languages.

import EditorWorker from "monaco-editor/editor/editor.worker?worker";

const starts = new Map<string, () => Promise<Worker>>();

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => starts.get(label)?.() ?? begun.then(() => new EditorWorker()),
};

/** Starts Monaco's own worker. It is 300 kB, and does nothing for a viewer who only reads and runs code. */
export function startOwnWorker(): void {
  begin();
}

/**
 * Registers the worker for a language.
 * @param label the name by which Monaco asks for it
 */
export function offerWorker(label: string, start: () => Promise<Worker>): void {
  starts.set(label, start);
}
