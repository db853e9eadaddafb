// Tests that everything that README.md and docs/ refer to exists: files, folders, link targets, commands of package.json.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./setup.mjs";

const documents = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);

/** @param {string} file */
function read(file) {
  return readFileSync(join(root, file), "utf8");
}

/**
 * Returns a document without its fenced examples, which may name files that do not exist.
 * @param {string} file
 */
function prose(file) {
  return read(file).replaceAll(/^```(?:js|sh|json)\n[\s\S]*?^```$/gm, "");
}

/**
 * Returns the links of a document that stay inside the repository.
 * @param {string} file
 */
function linksIn(file) {
  const withoutCode = prose(file).replaceAll(/`[^`\n]*`/g, "");
  return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

/**
 * Returns the anchors that GitHub gives to the headings of a document.
 * @param {string} file
 */
function anchorsIn(file) {
  return [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

/**
 * @param {string} file
 * @param {string} link
 */
function leadsSomewhere(file, link) {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? file : posix.join(posix.dirname(file), path);
  return existsSync(join(root, target)) && (anchor === undefined || anchorsIn(target).includes(anchor));
}

describe.each(documents)("in %s", (file) => {
  test("each link leads to a file, and to a heading in it", () => {
    expect(linksIn(file).filter((link) => !leadsSomewhere(file, link))).toEqual([]);
  });

  // A part that the reader has to fill in is in angle brackets: `src/languages/<name>.ts`. Only the path before it is checked.
  test("each path exists", () => {
    const paths = /(?<![\w./-])(?:src|slides|mocks|testing|scripts|e2e|docs)\/[\w./-]*/g;
    const named = [...prose(file).matchAll(paths)].map(([path]) => path.replace(/\.$/, ""));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("each npm command is a script of package.json", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const named = [...read(file).matchAll(/npm (?:run )?([a-z0-9:-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts) && name !== "ci")).toEqual([]);
  });
});
