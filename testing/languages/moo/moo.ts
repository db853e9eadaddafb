// Moo, a made-up language: a line says something or naps. It shows all that a language has to bring, and that nothing else
// has to know of it.

import type { Diagnostic, Language } from "../../../src/languages/language.ts";
import { type MooProgram, type MooStep, read } from "./program.ts";

/** What was entered at the prompt: steps, or why there are none. */
export type MooEntry =
  | { readonly kind: "steps"; readonly steps: readonly MooStep[] }
  | { readonly kind: "broken"; readonly reason: string };

export const moo: Language<MooProgram, MooEntry, string> = {
  id: "moo",
  ending: ".moo",
  highlighting: { fence: "moo", grammar: "plaintext" },
  importedModules: () => [],
  editor: { id: "plaintext" },
  worker: "testing/languages/moo/worker.ts",
  loadWorker: async () => (await import("virtual:run-worker/moo")).default,
  loadCompiler: async () => ({
    loadCompiler: async () => undefined,
    compileProgram: async (files, entry) => {
      const { steps, problems } = read(files.get(entry) ?? "", entry);
      const diagnostics: Diagnostic[] = problems.map(({ line, text }) => {
        const place = { file: entry, line, column: 1 };
        return { severity: "error", text, place, length: 1 };
      });
      return diagnostics.length > 0
        ? { ok: false, diagnostics }
        : { ok: true, program: { entry, steps }, diagnostics };
    },
  }),
  loadPrompt: async () => ({
    // A comma says that more comes.
    isComplete: async (text) => !text.endsWith(","),
    compileEntry: async (text, _program, prompt) => {
      const { steps, problems } = read(text, `prompt ${prompt}`);
      const [problem] = problems;
      return problem ? { kind: "broken", reason: problem.text } : { kind: "steps", steps };
    },
    questionOf: (text) => /[a-z]*$/.exec(text)?.[0] || undefined,
  }),
};
