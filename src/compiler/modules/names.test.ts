import { expect, test } from "vitest";
import { compile } from "../../../testing/differential/made-up-program.ts";

async function namesOf(files: Record<string, string>) {
  const { names } = await compile(files, true);
  return names;
}

test("the entry's own names are there, however they were declared", async () => {
  const names = await namesOf({
    "main.ts": `const a = 1, { b, c: [d = 2, ...e], ...f } = { b: 1, c: [] as number[] };
let g: number; var h; function i() {} class J {} enum K { L } async function* m() {}
if (a) { var n = 1; let hidden = 2; for (var o of [1]); }
export default class P { static q = P; }`,
  });
  expect(Object.keys(names).sort()).toEqual(
    ["K", "J", "P", "a", "b", "d", "e", "f", "g", "h", "i", "m", "n", "o"].sort(),
  );
});

test("a name that another file has, too, is the entry's", async () => {
  const files = {
    "main.ts":
      'import { cow } from "./other"; const help = 1; async function speak() { cow(help); } speak();',
    "other.ts":
      "const help = 2; export function cow(x: number) { return speak(x, help); } function speak(...all: number[]) {}",
  };
  expect(await namesOf(files)).toEqual({ help: "help", speak: "speak", cow: "cow" });
});

test("imports have the names that the entry gave them, also those that it does not use itself", async () => {
  const names = await namesOf({
    "main.ts": `import cow, { pig as swine, horse, unused } from "./animals";
import * as all from "./animals";
import { write } from "interleave";
write(cow, swine.name, horse?.name, all.pig, all, [...swine]);`,
    "animals.ts":
      'export default "cow"; export const pig: any = []; export const horse: any = 1; export const unused = 1;',
  });
  expect(Object.keys(names).sort()).toEqual(["all", "cow", "horse", "swine", "unused", "write"]);
});

test("an import that may change is read anew whenever its name is used", async () => {
  const names = await namesOf({
    "main.ts": 'import { count } from "./counter";\ncount;',
    "counter.ts": "export let count = 0;\nexport function add() { count += 1; }\n",
  });
  expect(names.count).toMatch(/^\$names\.count$/);
});

test("functions are told by the names that the files have for them", async () => {
  const { sites } = await compile(
    {
      "main.ts":
        'import { x } from "./other"; async function speak() {} const call = async () => x; export default async () => {};',
      "other.ts": "export const x = 1; async function speak() {} const call = async () => {};",
    },
    true,
  );
  const functions = sites
    .slice(1)
    .map(({ what, place }) => [place.file, what.kind === "function" && what.name]);
  expect(functions).toEqual([
    ["main.ts", "speak"],
    ["main.ts", "call"],
    ["main.ts", "default"],
    ["other.ts", "speak"],
    ["other.ts", "call"],
  ]);
});
