import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { withoutPart } from "./monaco-parts.ts";

const monaco = dirname(createRequire(import.meta.url).resolve("monaco-editor/editor/editor.api"));
const file = (path: string) => join(monaco, "..", path);

test("the TypeScript support no longer loads all of Monaco's features", () => {
  const path = file("internal/common/workers.js");
  const code = withoutPart(readFileSync(path, "utf8"), path);
  expect(code).not.toContain("contrib/");
  expect(code).toContain("createWebWorker");
});

test("the editor of two texts becomes an empty class", () => {
  const path = file("editor/browser/widget/diffEditor/diffEditorWidget.js");
  expect(withoutPart(readFileSync(path, "utf8"), path)).toBe("export class DiffEditorWidget {}");
});

test("the error that the parser of conditions compares with is no error any more", () => {
  const path = file("platform/contextkey/common/contextkey.js");
  const code = withoutPart(readFileSync(path, "utf8"), path);
  expect(code).toContain("static { this._parseError = {}; }");
});

test("icons put no properties on the page, except the one that Monaco's styles read", () => {
  const path = file("platform/theme/browser/iconsStyleSheet.js");
  const code = withoutPart(readFileSync(path, "utf8"), path);
  expect(code?.match(/if \(contribution\.id === "x"\) rootAttribs\.push\(/g)).toHaveLength(2);
  expect(code).toContain("rules.push(inline `:root {");
});

test("old settings are read before the first new one is set", () => {
  const path = file("editor/standalone/browser/standaloneServices.js");
  const code = withoutPart(readFileSync(path, "utf8"), path) ?? "";
  expect(code.indexOf("before.get(key) === value")).toBeGreaterThan(code.indexOf("this.getValue(key)]"));
});

test("a file that is not as it was gives no code, so that the build fails", () => {
  expect(withoutPart("export const other = 1;", file("internal/common/workers.js"))).toBeUndefined();
});
