// Starts the TypeScript worker, from a file of the site or from the page itself in the single-file build.

import { unpacked } from "../../offline/one-file.ts";
import TypeScriptWorker from "./ts.worker.ts?worker";

/** Starts the worker. In the single-file build, rejects if the packed code is missing. */
export async function startTypeScriptWorker(): Promise<Worker> {
  const code = await unpacked("typescript");
  if (!code) return new TypeScriptWorker();
  const script = new Response(code, { headers: { "Content-Type": "text/javascript" } });
  const url = URL.createObjectURL(await script.blob());
  const worker = new Worker(url);
  // After either event, the script has been read or never will be.
  for (const event of ["message", "error"])
    worker.addEventListener(event, () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
