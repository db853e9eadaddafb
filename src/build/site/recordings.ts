// Puts the recordings of the panes beside the page, each as a file that the page loads only when it shows it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import type { Plugin } from "vite";

/** Reads the recordings in a folder. Returns none if the folder does not exist. */
export function recordingsIn(folder: string): { name: string; text: string }[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * Vite plugin: serves slides/recordings/ as recordings/ beside the page, in the build and in dev.
 * @param slides folder of the talk's slides
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
