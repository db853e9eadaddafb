import { expect, test } from "vitest";
import { typescript } from "../../languages/typescript.ts";
import { languageOfPane, paneFiles } from "./example.ts";

/** Returns the names of a pane's files, if slides/examples holds these texts. */
function shown(entries: string[], texts: Record<string, string>): string[] {
  return paneFiles("09-cow.md", entries, (name) => texts[name], typescript).map(({ name }) => name);
}

test("a pane shows its entry and the files that the entry imports, in order", () => {
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

test("an import that the pane itself provides is not a file", () => {
  expect(shown(["a.ts"], { "a.ts": 'import { write } from "interleave";' })).toEqual(["a.ts"]);
});

test("the error for a missing entry names the slide that asks for it", () => {
  expect(() => shown(["a.ts"], {})).toThrow(
    "slides/09-cow.md: there is no slides/examples/a.ts to show in the pane.",
  );
});

test.each(["./b", "msw", "../b", "./farm/b"])(
  "the error for an import of %s, which leads to no file, names the importing file",
  (module) => {
    expect(() => shown(["a.ts"], { "a.ts": `import "${module}";`, "../b.ts": "" })).toThrow(
      `slides/examples/a.ts: the import "${module}" leads to no file of slides/examples.`,
    );
  },
);

test("the entries of a pane are of one language", () => {
  const other = { ...typescript, id: "other", ending: ".other" };
  const languageOf = (...entries: string[]) => languageOfPane("09-cow.md", entries, [typescript, other]).id;
  expect([languageOf("a.ts", "b.ts"), languageOf("a.other")]).toEqual(["typescript", "other"]);
  expect(() => languageOf("a.moo")).toThrow(
    "slides/09-cow.md: the pane's a.moo is of no language: it should end in .ts or .other.",
  );
  expect(() => languageOf("a.ts", "b.other")).toThrow(
    "slides/09-cow.md: the files a.ts and b.other of one pane are of two languages.",
  );
});
