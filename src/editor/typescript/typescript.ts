// TypeScript support in the editor: compiler options, types of a pane's program, and the language service.

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

/** TypeScript's ModuleDetectionKind.Force: even a file without imports is a module with its own scope. */
const everyFileIsModule = 3;

/** The addresses of the files that the language service was, or will be, asked about. */
const asked = new Set<string>();

/**
 * Lets the files of a pane import each other, because the language service knows only files it was given. Rejects if
 * the service does not start within half a minute.
 */
export async function share(models: readonly TextModel[]): Promise<void> {
  // The present texts, which the service gets when it starts, so that its first check finds all files.
  for (const model of models) typescriptDefaults.addExtraLib(model.getValue(), model.uri.toString());
  // Later texts: the service follows the models that it has been asked about. It may never start, and whoever waits
  // for it stays in memory, so each file waits once.
  const fresh = models.map(({ uri }) => uri).filter((uri) => !asked.has(uri.toString()));
  if (fresh.length === 0) return;
  for (const uri of fresh) asked.add(uri.toString());
  try {
    const connect = await languageService();
    await connect(...fresh);
  } catch (error) {
    for (const uri of fresh) asked.delete(uri.toString());
    throw error;
  }
}

/**
 * Monaco throws until the service has started. It starts some time after the first file is opened, and sends no event,
 * so this polls.
 */
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

/** Starts the language service. It is seven megabytes, which a viewer who only reads and runs code does not need. */
export function start(): void {
  begin();
}

let prepared: Promise<unknown> | undefined;

/** Resolves when the editor can colour TypeScript. The language service loads later, see `start`. */
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
    // Full file names: a library without .d.ts in its name would count as a module and declare nothing.
    // The last two are for loops over streams, form data and headers.
    lib: [
      "lib.esnext.d.ts",
      "lib.webworker.d.ts",
      "lib.webworker.iterable.d.ts",
      "lib.webworker.asynciterable.d.ts",
    ],
    strict: true,
    noEmit: true,
    allowNonTsExtensions: true,
    allowImportingTsExtensions: true,
  });
  typescriptDefaults.addExtraLib(offer, "file:///interleave.d.ts");
  return editor.colorize("", "typescript", {});
}
