// Where the worker that knows TypeScript comes from: a file of the site, or the page itself.

import { unpacked } from "../offline/packed.ts";
import TypeScriptWorker from "./ts.worker.ts?worker";

export async function startTypeScriptWorker(): Promise<Worker> {
  const text = await unpacked("typescript");
  if (!text) return new TypeScriptWorker();
  const blob = await new Response(text, { headers: { "Content-Type": "text/javascript" } }).blob();
  const url = URL.createObjectURL(blob);
  const worker = new Worker(url);
  // By its first message it has been read.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
