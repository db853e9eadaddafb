import type { Rolldown } from "vite";
import { expect, test } from "vitest";
import { essentialFiles } from "./service-worker.ts";

function chunk(imports: string[], isEntry = false, styles: string[] = []): object {
  const viteMetadata = { importedCss: new Set(styles) };
  return { type: "chunk", isEntry, imports, viteMetadata };
}

test("the first visit keeps the page, the imports of its script, the slides' elements, styles, fonts and recordings, but not what loads later", () => {
  const bundle = {
    "index.html": { type: "asset" },
    "assets/index.js": chunk(["assets/trace.js"], true, ["assets/index.css"]),
    "assets/trace.js": chunk(["assets/shared.js"]),
    "assets/shared.js": chunk([]),
    "assets/index.css": { type: "asset" },
    "assets/editor.js": chunk(["assets/shared.js"], false, ["assets/editor.css"]),
    "assets/elements.js": { ...chunk(["assets/dial.js"]), facadeModuleId: "/talk/slides/cast/elements.ts" },
    "assets/dial.js": chunk([]),
    "assets/editor.css": { type: "asset" },
    "assets/title.woff2": { type: "asset" },
    "assets/esbuild.wasm": { type: "asset" },
    "recordings/race-1.json": { type: "asset" },
  } as unknown as Rolldown.OutputBundle;
  expect([...essentialFiles(bundle)].sort()).toEqual([
    "assets/dial.js",
    "assets/elements.js",
    "assets/index.css",
    "assets/index.js",
    "assets/shared.js",
    "assets/title.woff2",
    "assets/trace.js",
    "index.html",
    "recordings/race-1.json",
  ]);
});
