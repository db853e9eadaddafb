// Writes the service worker beside the built page, with the list of files that it keeps.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import type { DeckFile } from "../../service-worker/protocol.ts";
import { bundleWorker } from "./bundle-worker.ts";

type Bundle = Rolldown.OutputBundle;

/** Files that the service worker does not keep: visitors do not read them, or the deck itself does not need them. */
const left = [".nojekyll", "_headers", "service-worker.js", "interleave.html"];

/** Vite plugin: bundles `entry` as service-worker.js of the built site. */
export function serviceWorker(entry: string): Plugin {
  return {
    name: "interleave-service-worker",
    apply: "build",
    async writeBundle({ dir = "dist" }, bundle) {
      const files = listFiles(dir, essentialFiles(bundle));
      const { code } = await bundleWorker(entry, {
        define: {
          deckFiles: JSON.stringify(files),
          deckVersion: JSON.stringify(versionOf(files)),
          "process.env.NODE_ENV": '"production"',
        },
      });
      writeFileSync(join(dir, "service-worker.js"), code);
    },
  };
}

/** Returns the files that are needed to show any slide: page, styles, fonts, the deck's own script, recordings. */
export function essentialFiles(bundle: Bundle): Set<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    const file = bundle[name];
    if (file?.type !== "chunk" || found.has(name)) return;
    found.add(name);
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
    file.imports.forEach(visit);
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === "chunk" && (file.isEntry || isOfSlides(file))) visit(name);
    if (/\.(html|woff2|svg)$|^recordings\//.test(name)) found.add(name);
  }
  return found;
}

/** True if the chunk is code of the talk's own elements. */
function isOfSlides({ facadeModuleId }: Rolldown.OutputChunk): boolean {
  return facadeModuleId?.includes("/slides/") ?? false;
}

function listFiles(folder: string, essential: ReadonlySet<string>): DeckFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, "/").length))
    .map((path) => path.replaceAll("\\", "/"));
  return paths
    .filter((path) => !left.includes(path))
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      const hash = createHash("sha256").update(content).digest("base64");
      return { path, bytes: content.length, hash, isEssential: essential.has(path) };
    });
}

/** Returns an id of the version. The same files give the same version. */
function versionOf(files: readonly DeckFile[]): string {
  return createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 8);
}
