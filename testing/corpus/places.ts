// Runs corpus programs in the three places that are compared: in a pane, in a plain worker of the same browser, and in
// Node.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker as Thread } from "node:worker_threads";
import type { Page } from "@playwright/test";
import { build, transform } from "esbuild";
import { root } from "../../scripts/setup.mjs";
import { withBlockFunctions } from "../../src/compiler/esbuild/block-functions.ts";
import { withOwnNames } from "../../src/compiler/esbuild/own-names.ts";
import type { TraceEvent } from "../../src/trace/events/events.ts";
import { type CorpusProgram, entry } from "./programs.ts";
import { uncaught } from "./told.ts";

/** The folder of the programs as JavaScript, one folder each, and of the worker that runs them. */
export const plainFolder = join(root, ".cache", "corpus");

/** Strips the types from every program, and bundles the worker that runs them. */
export async function writePlain(programs: readonly CorpusProgram[]): Promise<void> {
  rmSync(plainFolder, { recursive: true, force: true });
  mkdirSync(plainFolder, { recursive: true });
  writeFileSync(join(plainFolder, "index.html"), "<!doctype html><title>Plain workers</title>");
  await build({
    entryPoints: [join(root, "testing/corpus/reference-worker.ts")],
    bundle: true,
    format: "esm",
    outfile: join(plainFolder, "worker.mjs"),
  });
  await Promise.all(programs.map(writeProgram));
}

async function writeProgram({ name, files }: CorpusProgram): Promise<void> {
  mkdirSync(join(plainFolder, name), { recursive: true });
  for (const [file, text] of files) {
    // Without an import or export, esbuild would take the text for a script, in which functions in blocks have other
    // semantics.
    const { code: renamed, map } = await transform(`${text}\nexport {};\n`, {
      loader: "ts",
      target: "esnext",
      // As in panes: no engine has decorators yet.
      supported: { decorators: false },
      sourcemap: "external",
      sourcefile: "program.mts",
    });
    const named = withOwnNames(renamed, map);
    const linked = withBlockFunctions(named.code, named.map).replaceAll(
      /(["'])\.\/([\w-]+)\1/g,
      '"./$2.mjs"',
    );
    writeFileSync(join(plainFolder, name, file.replace(/\.ts$/, ".mjs")), linked);
  }
}

/** Runs a program in a thread of Node. Returns its output. */
export function tellInNode({ name }: CorpusProgram): Promise<string> {
  const url = pathToFileURL(join(plainFolder, name, entry.replace(/\.ts$/, ".mjs"))).href;
  return new Promise((resolve, reject) => {
    const thread = new Thread(new URL("./reference-thread.mjs", import.meta.url), { workerData: url });
    thread.once("message", resolve).once("error", reject);
  });
}

/**
 * Runs a program in a plain module worker. Returns its output. The page must be open at the address that serves
 * `plainFolder`.
 */
export function tellInWorker(page: Page, { name }: CorpusProgram): Promise<string> {
  return page.evaluate(
    (program) =>
      new Promise<string>((resolve, reject) => {
        const worker = new Worker("/worker.mjs", { type: "module", name: program });
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    `/${name}/${entry.replace(/\.ts$/, ".mjs")}`,
  );
}

/** Runs a program in a pane of its own. Returns its output. The page must show the deck. */
export async function tellInPane(page: Page, { files }: CorpusProgram): Promise<string> {
  const runs = await page.evaluate(recordInPane, { files: [...files], entry });
  const [events] = runs;
  if (!events) return uncaught("The program was not compiled.");
  return events.map(textOf).join("");
}

function textOf(event: TraceEvent): string {
  if (event.kind === "output") return event.text;
  if (event.kind === "error") return uncaught(event.error.headline);
  // No program of the corpus ends so. In a comparison this says more than output that is missing.
  const isCutOff = event.kind === "run-end" && !["finished", "failed"].includes(event.outcome.kind);
  return isCutOff ? `${JSON.stringify(event.outcome)}\n` : "";
}

/** Runs in the page: records a run with a pane that is not in the document. */
async function recordInPane({ files, entry }: { files: [string, string][]; entry: string }) {
  const pane = document.createElement("live-pane");
  pane.id = "corpus";
  pane.setAttribute("src", entry);
  const code = document.createElement("div");
  code.dataset.part = "code";
  for (const [file, text] of files) {
    const element = Object.assign(document.createElement("div"), { className: "pane-text" });
    element.dataset.file = file;
    element.textContent = text;
    code.append(element);
  }
  pane.append(code);
  const { runs } = await (
    pane as HTMLElement & { record(): Promise<{ runs: { events: TraceEvent[] }[] }> }
  ).record();
  return runs.map(({ events }) => events);
}
