// TypeScript in the editor: what a pane's program may use, and the workers that know it.

import "monaco-editor/languages/definitions/typescript/register";
import { editor } from "monaco-editor/editor";
import {
  getTypeScriptWorker,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register";
import offer from "../../runtime/offer.d.ts?raw";
import { offerWorker } from "../support/editor-workers.ts";
import type { TextModel } from "../support/language-support.ts";
import { addKeywords } from "./grammar.ts";
import { startTypeScriptWorker } from "./start-typescript-worker.ts";

/** TypeScript's ModuleDetectionKind.Force: a file without imports has names of its own, too. */
const everyFileIsModule = 3;

/**
 * Lets the files of a pane import each other: the language service knows only what it has been told of.
 * Rejects where the service does not begin within half a minute.
 */
export async function share(models: readonly TextModel[]): Promise<void> {
  // The texts as they are now, which the service takes along when it begins: its first check finds all files.
  for (const model of models) typescriptDefaults.addExtraLib(model.getValue(), model.uri.toString());
  // The texts as they will be: the service follows models that it has been asked about.
  const connect = await languageService();
  await connect(...models.map(({ uri }) => uri));
}

/** Monaco hands out the service only when it has begun, which it does some time after the first file is met, and does not tell. */
async function languageService(): ReturnType<typeof getTypeScriptWorker> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await getTypeScriptWorker();
    } catch (error) {
      if (attempt === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

/** Lets the language service begin: it is seven megabytes, which who only reads and runs needs nothing of. */
export function start(): void {
  begin();
}

let prepared: Promise<unknown> | undefined;

/** Resolves when the editor can colour TypeScript. The language service itself loads later: see `start`. */
export function prepare(): Promise<unknown> {
  prepared ??= prepareOnce();
  return prepared;
}

async function prepareOnce(): Promise<unknown> {
  const { language } = await import("monaco-editor/languages/definitions/typescript/typescript");
  addKeywords(language);
  offerWorker("typescript", () => begun.then(startTypeScriptWorker));
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    moduleDetection: everyFileIsModule,
    // By their full names: a library that does not end in .d.ts would count as a module, and declare nothing.
    lib: ["lib.esnext.d.ts", "lib.webworker.d.ts"],
    strict: true,
    noEmit: true,
    allowNonTsExtensions: true,
    allowImportingTsExtensions: true,
  });
  typescriptDefaults.addExtraLib(offer, "file:///interleave.d.ts");
  return editor.colorize("", "typescript", {});
}
