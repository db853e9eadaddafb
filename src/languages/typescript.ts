// TypeScript. Its programs run as JavaScript.

import { addKeywords } from "../editor/typescript/grammar.ts";
import type { Program, PromptProgram, UnfinishedName } from "../protocol/javascript.ts";
import { offerName } from "../protocol/modules.ts";
import type { Language } from "./language.ts";

export const typescript: Language<Program, PromptProgram, UnfinishedName> = {
  id: "typescript",
  ending: ".ts",
  highlighting: { fence: "ts", grammar: "typescript", complete: addKeywords },
  importedModules,
  startsThreads: (text) => threadFiles(text).length > 0,
  editor: {
    id: "typescript",
    load: () => import("../editor/typescript/typescript.ts"),
  },
  worker: "src/runtime/worker.ts",
  loadWorker: async () => (await import("virtual:run-worker/typescript")).default,
  preparation: "src/compiler/esbuild/prepare.ts",
  loadCompiler: async () => {
    const [compiler, prepared] = await Promise.all([
      import("../compiler/compile.ts"),
      import("virtual:prepared/typescript"),
    ]);
    compiler.usePrepared(prepared.default);
    return compiler;
  },
  loadPrompt: async () => {
    const { compilePrompt, isComplete, unfinishedName } = await import("../compiler/prompt.ts");
    return {
      isComplete,
      compileEntry: (text, { names }, prompt) => compilePrompt(text, names, prompt),
      questionOf: unfinishedName,
    };
  },
};

/** Finds import statements only at the beginning of a line. */
function importedModules(text: string): string[] {
  const statements = text.matchAll(
    /^[ \t]*(?:import\s*|(?:import|export)\b[\w\s$*{},]+?\bfrom\s*)["']([^"'\n]+)["']/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*["']([^"'\n]+)["']\s*\)/g);
  return [...statements, ...calls, ...threadFiles(text)]
    .sort((a, b) => a.index - b.index)
    .map(([, module = ""]) => module)
    .filter((module) => module !== offerName);
}

/** Finds `new Worker(new URL("./speak.ts", import.meta.url)` in lines that do not begin as a comment. */
function threadFiles(text: string): RegExpExecArray[] {
  return [
    ...text.matchAll(
      /(?<!^[ \t]*(?:\/\/|\*).*)\bnew\s+Worker\(\s*new\s+URL\(\s*["']([^"'\n]+)["']\s*,\s*import\.meta\.url/gm,
    ),
  ];
}
