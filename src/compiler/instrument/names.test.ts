import { expect, test } from "vitest";
import { bundle } from "../../../testing/differential/made-up-bundle.ts";
import { instrument } from "./instrument.ts";

async function program(files: Record<string, string>) {
  const { code, map } = await bundle(files);
  return { bundled: code, ...instrument(code, map, { entry: "main.ts" }) };
}

test("the entry's own names are there, however they were declared", async () => {
  const { names } = await program({
    "main.ts": `const a = 1, { b, c: [d = 2, ...e], ...f } = { b: 1, c: [] as number[] };
let g: number; var h; function i() {} class J {} enum K { L } async function* m() {}
if (a) { var n = 1; let hidden = 2; for (var o of [1]); }
export default class P { static q = P; }`,
  });
  expect(Object.keys(names).sort()).toEqual(
    ["K", "J", "P", "a", "b", "d", "e", "f", "g", "h", "i", "m", "n", "o"].sort(),
  );
});

test("a name that another file has, too, leads to what the bundle calls it", async () => {
  const { names, bundled } = await program({
    "main.ts":
      'import { cow } from "./other"; const help = 1; async function speak() { cow(help); } speak();',
    "other.ts":
      "const help = 2; export function cow(x: number) { return speak(x, help); } function speak(...all: number[]) {}",
  });
  const help = names.help ?? "";
  const speak = names.speak ?? "";
  expect([help, speak]).not.toContain("help");
  expect(bundled).toContain(`var ${help} = 1;`);
  expect(bundled).toContain(`async function ${speak}() {`);
  expect(names.cow).toBe("cow");
  expect(Object.keys(names).sort()).toEqual(["cow", "help", "speak"]);
});

test("imports have the names that the entry gave them", async () => {
  const { names } = await program({
    "main.ts": `import cow, { pig as swine, horse } from "./animals";
import * as all from "./animals";
import { write } from "interleave";
write(cow, swine.name, horse?.name, all.pig, all, [...swine]);`,
    "animals.ts":
      'export default "cow"; export const pig: any = []; export const horse: any = 1; export const unused = 1;',
  });
  expect(names).toEqual({
    cow: "animals_default",
    swine: "pig",
    horse: "horse",
    all: "animals_exports",
    write: "write",
  });
});

test("without the text of the files, names are told as the bundle has them, or as the map does", async () => {
  const { code, map } = await bundle({
    "main.ts": 'import { cow } from "./other"; const help = cow; export default async function () {}',
    "other.ts": "const help = 2; export const cow = help;",
  });
  const { sourcesContent, ...rest } = JSON.parse(map);
  const { names } = instrument(code, JSON.stringify(rest), { entry: "main.ts" });
  expect(sourcesContent).toBeDefined();
  expect(names).toMatchObject({ cow: "cow", help: "help2" });
});

test("a function that the bundle had to rename is told by the user's name", async () => {
  const { sites } = await program({
    "main.ts":
      'import { x } from "./other"; async function speak() {} const call = async () => x; export default async () => {};',
    "other.ts": "export const x = 1; async function speak() {} const call = async () => {};",
  });
  const functions = sites
    .slice(1)
    .map(({ what, place }) => [place.file, what.kind === "function" && what.name]);
  expect(functions).toEqual([
    ["other.ts", "speak"],
    ["other.ts", "call"],
    ["main.ts", "speak"],
    ["main.ts", "call"],
    ["main.ts", "default"],
  ]);
});
