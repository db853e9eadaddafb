// The language's own syntax tests (tc39's test262-parser-tests), as programs: each must still be one when it is instrumented.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import MagicString from "magic-string";
import { importSource } from "../import-source.mjs";
import { aim } from "./table.mjs";

/** Every script of the suite that must be accepted. */
function scripts() {
  const root = dirname(createRequire(import.meta.url).resolve("test262-parser-tests/package.json"));
  return ["pass", "pass-explicit"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => !name.endsWith(".module.js"))
      .map((name) => readFileSync(join(root, folder, name), "utf8")),
  );
}

/** @param {string} code */
function isScript(code) {
  try {
    return new Script(code) !== undefined;
  } catch {
    return false;
  }
}

/** How many of the scripts that are programs of a pane, which are strict, are none any more with the hooks in them. */
export async function conformance() {
  const { instrument } = await importSource("src/compiler/instrument/instrument.ts");
  const { wrapper } = await importSource("src/compiler/bundle/bundle.ts");
  const programs = scripts()
    .map((text) => `${wrapper.before}\n${text}\n${wrapper.after}`)
    .filter(isScript);
  const broken = programs.filter((code) => {
    const map = new MagicString(code).generateMap({ hires: true, source: "main.ts" }).toString();
    return !isScript(instrument(code, map, { entry: "main.ts" }).code);
  });
  return {
    figure: "syntax tests of the language that break",
    ours: `${broken.length} of ${programs.length.toLocaleString("en")}`,
    ...aim("none", broken.length === 0),
  };
}
