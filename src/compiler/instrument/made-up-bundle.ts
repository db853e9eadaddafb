// Bundles made-up files for tests, as src/compiler/compile.ts does for a pane.

import { build } from "esbuild";
import type { Code } from "../../runtime/protocol.ts";
import { hooksName, programUrl } from "../../runtime/protocol.ts";
import { paneFiles, paneNamespace } from "../pane-files.ts";

/** What the top of the files may use: tools of src/differential. */
const tools = "const { log, ticker, later, drive, driveAsync } = __offer;";

/** @param files texts by name; "main.ts" is the entry */
export async function bundle(files: Readonly<Record<string, string>>): Promise<Omit<Code, "sites">> {
  const { outputFiles } = await build({
    bundle: true,
    treeShaking: false,
    write: false,
    outfile: programUrl,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    supported: { "dynamic-import": false },
    sourcemap: "external",
    sourcesContent: true,
    logLevel: "silent",
    banner: { js: `(async (${hooksName}, __offer, require) => { "use strict"; ${tools}` },
    footer: { js: `})\n//# sourceURL=${programUrl}` },
    stdin: { contents: 'import "./main.ts"', sourcefile: "start", loader: "js" },
    plugins: [paneFiles(new Map(Object.entries(files)))],
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { code: text(programUrl), map: text(".map").replaceAll(`"${paneNamespace}:`, '"') };
}
