import { expect, test } from "vitest";
import { importedModules, paneFiles } from "./example.ts";

/** The names of a pane's files, when slides/examples holds these texts. */
function shown(entries: string[], texts: Record<string, string>): string[] {
  return paneFiles("09-cow.md", entries, (name) => texts[name]).map(({ name }) => name);
}

test("a pane shows its entry and what that imports, in order", () => {
  const texts = {
    "a.ts": 'import { c } from "./c";\nimport { b } from "./b";',
    "b.ts": "",
    "c.ts": 'import { d } from "./d";',
    "d.ts": "",
    "unused.ts": "",
  };
  expect(shown(["a.ts"], texts)).toEqual(["a.ts", "c.ts", "b.ts", "d.ts"]);
});

test("a race shows both entries first and a common import once", () => {
  const texts = { "a.ts": 'import "./c";', "b.ts": 'import "./c";', "c.ts": "" };
  expect(shown(["a.ts", "b.ts"], texts)).toEqual(["a.ts", "b.ts", "c.ts"]);
});

test("files that import each other are shown once", () => {
  expect(shown(["a.ts"], { "a.ts": 'import "./b";', "b.ts": 'import "./a";' })).toEqual(["a.ts", "b.ts"]);
});

test("an import finds its file with its ending and without", () => {
  const texts = { "a.ts": 'import "./b.ts";', "b.ts": 'import "./c";', "c.ts": "" };
  expect(shown(["a.ts"], texts)).toEqual(["a.ts", "b.ts", "c.ts"]);
});

test("what the pane offers is no file", () => {
  expect(shown(["a.ts"], { "a.ts": 'import { write } from "interleave";' })).toEqual(["a.ts"]);
});

test("a missing entry is told with the slide that wants it", () => {
  expect(() => shown(["a.ts"], {})).toThrow(
    "slides/09-cow.md: there is no slides/examples/a.ts to show in the pane.",
  );
});

test.each(["./b", "msw", "../b", "./farm/b"])(
  "an import of %s that leads nowhere is told with its importer",
  (module) => {
    expect(() => shown(["a.ts"], { "a.ts": `import "${module}";`, "../b.ts": "" })).toThrow(
      `slides/examples/a.ts: the import "${module}" leads to no file of slides/examples.`,
    );
  },
);

test("every form of import counts", () => {
  const text = `import "./a";
import b, { type B } from './b';
import type { C } from "./c";
import {
  d,
} from "./d";
import * as e from "./e";
export * from "./f";
export { g } from "./g";
const h = await import("./h");`;
  expect(importedModules(text)).toEqual(["./a", "./b", "./c", "./d", "./e", "./f", "./g", "./h"]);
});

test("strings elsewhere are no imports", () => {
  const text = `export async function speak(animal = "cow") {}
export const from = "pig";
// import "./comment";
print("import './text'");`;
  expect(importedModules(text)).toEqual([]);
});
