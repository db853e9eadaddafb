import { expect, test } from "vitest";
import { filesOfEditor, filesOfPage, slidesWithPanes } from "./editor-files.ts";

type Bundle = Parameters<typeof filesOfEditor>[0];

/** A bundle of chunks: what each imports at once and later. */
function bundleOf(
  chunks: Record<string, { facade?: string; imports?: string[]; later?: string[]; css?: string }>,
): Bundle {
  const files = Object.entries(chunks).map(([fileName, { facade, imports = [], later = [], css }]) => [
    fileName,
    {
      type: "chunk",
      fileName,
      isEntry: fileName === "index.js",
      facadeModuleId: facade ?? null,
      imports,
      dynamicImports: later,
      viteMetadata: { importedCss: new Set(css ? [css] : []) },
    },
  ]);
  const font = "jetbrains-mono-latin-wght-normal-1.woff2";
  return Object.fromEntries([...files, [font, { type: "asset", fileName: font }]]);
}

test("the files of the editor are the font, those of its folder, Monaco itself, and what they import, but not what the page has", () => {
  const bundle = bundleOf({
    "index.js": { imports: ["shared.js"], later: ["editor.js", "monaco.js", "compiler.js"] },
    "monaco.js": { facade: "/deck/node_modules/monaco-editor/esm/vs/editor.js", imports: ["core.js"] },
    "shared.js": {},
    "editor.js": {
      facade: "/deck/src/editor/monaco.ts",
      imports: ["shared.js", "core.js"],
      later: ["grammar.js"],
    },
    "core.js": { css: "core.css", later: ["worker.js"] },
    "grammar.js": {},
    "worker.js": {},
    "compiler.js": { facade: "/deck/src/compiler/compile.ts" },
  });
  expect(filesOfPage(bundle)).toEqual(["index.js", "shared.js"]);
  expect(filesOfEditor(bundle)).toEqual([
    "jetbrains-mono-latin-wght-normal-1.woff2",
    "monaco.js",
    "core.js",
    "core.css",
    "editor.js",
    "grammar.js",
  ]);
});

test("slides with panes are found by their ids", () => {
  const html =
    '<section id="a" class="x"><p></p></section><section data-number="2" id="b"><noscript>1</noscript><live-pane id="b-1"></live-pane></section>';
  expect(slidesWithPanes(html)).toEqual(["b"]);
});
