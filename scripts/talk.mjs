// The talk that the deck is made of, as Node knows it.

import { join } from "node:path";
import { root } from "./setup.mjs";

/** @returns {Promise<{ talk: import("../src/talk/talk.ts").Talk }>} what slides/talk.ts exports; the page alone loads its elements */
export async function readTalk() {
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(join(root, "slides", "talk.ts"), { root, configFile: false });
  return /** @type {{ talk: import("../src/talk/talk.ts").Talk }} */ (module);
}
