// Tests that every import, of types too, is one that rooms.mjs allows, and that there are no circular imports.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { entry, halls, roomSize, testing } from "./rooms.mjs";
import { root } from "./setup.mjs";

/** @typedef {{ file: string, imports: string[] }} Module */

/** @returns {string[]} the source files that git tracks or would add */
function sourceFiles() {
  const folders = ["src", "mocks", "slides/talk.ts", "slides/cast", testing];
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", ...folders];
  const files = execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n");
  return files.filter((file) => file.endsWith(".ts") && existsSync(`${root}/${file}`));
}

/**
 * Returns what a file imports, as paths relative to the root or names of packages.
 * @param {string} file
 * @returns {Module}
 */
function read(file) {
  const text = readFileSync(`${root}/${file}`, "utf8");
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  const names = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value ?? "")),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => literal(text.slice(start, end))),
  ];
  const paths = names.map((name) => name.replace(/\?.*$/, "")).filter((name) => name !== "");
  return {
    file,
    imports: paths.map((name) => (name.startsWith(".") ? posix.join(dirname(file), name) : name)),
  };
}

/**
 * Returns the string in a string literal, or "" if the source is another expression.
 * @param {string} source
 */
function literal(source) {
  return /^"(.*)"$/.exec(source)?.[1] ?? "";
}

/** @param {string} path */
function hallOf(path) {
  return Object.keys(halls).find((hall) => path.startsWith(`${hall}/`));
}

/**
 * @param {string} path
 * @param {string} hall
 */
function roomOf(path, hall) {
  const [room = ".", ...rest] = path.slice(hall.length + 1).split("/");
  return rest.length === 0 ? "." : room;
}

/**
 * @param {string} name
 * @returns {import("./rooms.mjs").Hall}
 */
function hallNamed(name) {
  const hall = halls[name];
  if (!hall) throw new RangeError(`No hall is called ${name}.`);
  return hall;
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith(".test.ts");
}

/**
 * @param {string} path
 * @param {readonly string[]} allowed
 */
function isBelow(path, allowed) {
  return allowed.some((each) => path === each || path.startsWith(each.endsWith(":") ? each : `${each}/`));
}

/**
 * Returns why a file may not import something, or `undefined` if it may.
 * @param {string} file
 * @param {string} imported
 */
function refusal(file, imported) {
  const hall = hallOf(file);
  if (hall === undefined) return `${file} is in no hall: give its folder a line in scripts/rooms.mjs.`;
  const { rooms, uses, packages = [] } = hallNamed(hall);
  const isOurs = existsSync(`${root}/${imported}`);
  if (!isOurs) return isBelow(imported, packages) ? undefined : `${file} may not import "${imported}".`;
  if (hallOf(imported) !== hall) {
    return isBelow(imported, uses)
      ? undefined
      : `${file} may not import ${imported}: ${hall} does not use it.`;
  }
  const [from, to] = [rooms.indexOf(roomOf(file, hall)), rooms.indexOf(roomOf(imported, hall))];
  if (from < 0) return `${file} is in no room: give its folder a place in scripts/rooms.mjs.`;
  return from <= to ? undefined : `${file} may not import ${imported}: its room comes before.`;
}

/**
 * Returns groups of files that import each other, by Tarjan's algorithm for strongly connected components.
 * @param {readonly Module[]} modules
 */
function circles(modules) {
  const importsOf = new Map(modules.map(({ file, imports }) => [file, imports]));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const found = [];
  /** @param {string} file */
  const visit = (file) => {
    const number = numbers.size;
    numbers.set(file, number);
    open.push(file);
    let lowest = number;
    for (const next of importsOf.get(file) ?? []) {
      if (!importsOf.has(next)) continue;
      if (!numbers.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, numbers.get(next) ?? lowest);
    }
    if (lowest === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(circle);
    }
    return lowest;
  };
  for (const { file } of modules) if (!numbers.has(file)) visit(file);
  return found;
}

const modules = sourceFiles().map(read);
const product = modules.filter(
  ({ file }) => !isTest(file) && !file.startsWith(`${testing}/`) && file !== entry,
);

describe("imports", () => {
  test("go from room to room as the table says", () => {
    const refused = product.flatMap(({ file, imports }) =>
      imports.map((imported) => refusal(file, imported)),
    );
    expect(refused.filter((sentence) => sentence !== undefined)).toEqual([]);
  });

  test("of product files never lead to code for tests", () => {
    const leading = product.filter(({ imports }) =>
      imports.some((path) => isTest(path) || isBelow(path, [testing])),
    );
    expect(leading.map(({ file }) => file)).toEqual([]);
  });

  test("are never circular, types included", () => {
    expect(circles(modules)).toEqual([]);
  });
});

describe("rooms", () => {
  test("in the table all exist", () => {
    const named = Object.entries(halls).flatMap(([hall, { rooms }]) =>
      rooms.map((room) => posix.join(hall, room)),
    );
    expect(named.filter((room) => !existsSync(`${root}/${room}`))).toEqual([]);
  });

  test("have no more files than roomSize", () => {
    const rooms = [...new Set(product.map(({ file }) => dirname(file)))];
    const sizes = rooms.map((room) => [room, product.filter(({ file }) => dirname(file) === room).length]);
    expect(sizes.filter(([, size]) => Number(size) > roomSize)).toEqual([]);
  });
});
