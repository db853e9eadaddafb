// Moo, a made-up language in which a line says something or naps. It shows everything that a language has to provide,
// and that no other code has to know the language.

import type { Diagnostic, Language } from "../../../src/languages/language.ts";
import { type MooProgram, type MooStep, read } from "./program.ts";

/** A compiled entry of the prompt: steps, or the reason why there are none. */
export type MooEntry =
  | { readonly kind: "steps"; readonly steps: readonly MooStep[] }
  | { readonly kind: "broken"; readonly reason: string };

export const moo: Language<MooProgram, MooEntry, string> = {
  id: "moo",
  ending: ".moo",
  highlighting: { fence: "moo", grammar: "plaintext" },
  importedModules: () => [],
  startsThreads: () => false,
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
    // A comma at the end means that more follows.
    isComplete: async (text) => !text.endsWith(","),
    compileEntry: async (text, _program, prompt) => {
      const { steps, problems } = read(text, `prompt ${prompt}`);
      const [problem] = problems;
      return problem ? { kind: "broken", reason: problem.text } : { kind: "steps", steps };
    },
    questionOf: (text) => /[a-z]*$/.exec(text)?.[0] || undefined,
  }),
};
