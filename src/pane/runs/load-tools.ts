// Loads what compiles and runs programs on first use: nothing heavy is loaded before the first slide is painted.

import type { Language } from "../../languages/language.ts";
import { whatHostForbids } from "../../screen/host-policy.ts";
import type { Trace } from "../../trace/trace.ts";

const notLoaded = "The deck could not load what runs programs.";

type Tools = Awaited<ReturnType<typeof load>>;

/**
 * What has been loaded. A module that is there is imported again only in later tasks, and a run would wait until the
 * next frame has been drawn.
 */
const loaded = new Map<Language, Promise<Tools>>();

/**
 * Loads what compiles and runs a language's programs. After a failure the next call tries again.
 * @throws {Error} with a sentence for the viewer
 */
export function loadTools(language: Language): Promise<Tools> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = load(language);
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
}

async function load(language: Language) {
  const ban = await whatHostForbids();
  if (ban?.programs) throw new Error(`Programs cannot run here: ${ban.clause}.`);
  try {
    const [compiler, worker, runner, keeping] = await Promise.all([
      language.loadCompiler(),
      language.loadWorker(),
      import("../../runner/run.ts"),
      import("../../runner/keep-alone.ts"),
    ]);
    return { compiler, worker, ...runner, ...keeping };
  } catch (cause) {
    throw new Error(`${notLoaded} Check the connection and press Run again.`, { cause });
  }
}

/**
 * Prepares a language's compiler and run workers for whatever somebody may write and run. If this fails, Run tells it.
 */
export async function warmUp(language: Language): Promise<void> {
  const { compiler, worker, warmWorkers } = await loadTools(language);
  warmWorkers(worker);
  await compiler.loadCompiler();
}

/** Resolves with a sentence once it is known that programs cannot run here. If they can, it never resolves. */
export async function whenUnable(language: Language): Promise<string> {
  try {
    const { startProblem } = await loadTools(language);
    return await startProblem;
  } catch (error) {
    return (await whatHostForbids())?.programs ? messageOf(error) : notLoaded;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** True if there are runs and none of their workers started. */
export function areUnable(traces: readonly Trace[]): boolean {
  return traces.length > 0 && traces.every(({ entry, outcome }) => entry === "" && outcome?.kind === "limit");
}
