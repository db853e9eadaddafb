// Where the worker that knows TypeScript comes from: a file of the site, or the page itself.

import { unpacked } from "../../offline/one-file.ts";
import TypeScriptWorker from "./ts.worker.ts?worker";

/** Starts it. Rejects where the one file was changed. */
export async function startTypeScriptWorker(): Promise<Worker> {
  const code = await unpacked("typescript");
  if (!code) return new TypeScriptWorker();
  const script = new Response(code, { headers: { "Content-Type": "text/javascript" } });
  const url = URL.createObjectURL(await script.blob());
  const worker = new Worker(url);
  // Then it has been read, or never will be.
  for (const event of ["message", "error"])
    worker.addEventListener(event, () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
