// Puts the recordings of the panes beside the page, each as a file that is loaded only where it is shown.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import type { Plugin } from "vite";

/** The recordings of a folder by their files' names; none where there is no folder. */
export function recordingsIn(folder: string): { name: string; text: string }[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * Vite plugin: slides/recordings/ is recordings/ beside the page, built and in dev.
 * @param slides the talk's folder of slides
 */
export function recordings(slides: string): Plugin {
  const folder = join(slides, "recordings");
  return {
    name: "interleave-recordings",
    configureServer({ middlewares }) {
      middlewares.use("/recordings", sirv(folder, { dev: true }));
    },
    generateBundle() {
      for (const { name, text } of recordingsIn(folder)) {
        this.emitFile({ type: "asset", fileName: `recordings/${name}`, source: text });
      }
    },
  };
}
