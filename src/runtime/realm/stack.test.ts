import { expect, test } from "vitest";
import { programUrl } from "../../protocol/javascript.ts";
import { StackMapper, withStackOf } from "./stack.ts";

// Line 2, column 1 of the program is line 7, column 3 of cow.ts; line 1 is the wrapper's.
const map = JSON.stringify({ version: 3, sources: ["cow.ts"], names: [], mappings: ";AAME" });

function mapper(): StackMapper {
  const stack = new StackMapper();
  stack.add(programUrl, map);
  return stack;
}

function errorWith(stack: string): Error {
  return Object.assign(new Error("moo"), { stack });
}

const place = { file: "cow.ts", line: 7, column: 3 };

test("reads the stacks of Chromium's engine", () => {
  const stack = `Error: moo\n    at speak (${programUrl}:2:1)\n    at async Promise.all (index 0)\n    at eval (${programUrl}:2:1)\n    at blob:http://host/1:3:4`;
  expect(mapper().frames(errorWith(stack))).toEqual([
    { ...place, name: "speak" },
    { ...place, name: "" },
  ]);
});

test("reads the stacks of Firefox's and Safari's engines", () => {
  const stack = `speak@${programUrl}:2:1\nasync*@${programUrl}:2:1\nrun@blob:http://host/1:3:4`;
  expect(
    mapper()
      .frames(errorWith(stack))
      .map(({ name, line }) => [name, line]),
  ).toEqual([
    ["speak", 7],
    ["", 7],
  ]);
});

test("an error without a stack of the program has no frames", () => {
  expect(mapper().frames(errorWith(""))).toEqual([]);
  expect(new StackMapper().frames(errorWith(`Error\n    at x (${programUrl}:2:1)`))).toEqual([]);
});

test("printed stacks name the program's files and leave out ours", () => {
  const text = `Error: moo\n    at speak (${programUrl}:2:1)\n    at run (blob:http://host/1:3:4)\n    at ${programUrl}:1:1`;
  expect(mapper().rewrite(text)).toBe("Error: moo\n    at speak (cow.ts:7:3)");
});

test("what has a module go on is left out, and the program's own generators are not", () => {
  const next = "    at Generator.next (<anonymous>)";
  const text = `Error: moo\n    at eval (${programUrl}:2:1)\n${next}\n    at eval (${programUrl}:2:1)\n${next}\n    at run (blob:http://host/1:3:4)`;
  expect(mapper().rewrite(text)).toBe(`Error: moo\n    at cow.ts:7:3\n${next}\n    at cow.ts:7:3`);
});

test("what begins an entry of the prompt is left out, and the program's own promises are not", () => {
  const made = "    at new Promise (<anonymous>)";
  const text = `Error: moo\n    at eval (${programUrl}:2:1)\n${made}\n    at eval (${programUrl}:2:1)\n${made}`;
  expect(mapper().rewrite(text)).toBe(`Error: moo\n    at cow.ts:7:3\n${made}\n    at cow.ts:7:3`);
});

test("a module's top level has no name in printed stacks", () => {
  const lines = ["__link.name", "async __link.name", "async eval", "Module.eval", "speak"];
  const text = lines.map((name) => `    at ${name} (${programUrl}:2:1)`).join("\n");
  const places = ["cow.ts:7:3", "async cow.ts:7:3", "async cow.ts:7:3", "cow.ts:7:3", "speak (cow.ts:7:3)"];
  expect(mapper().rewrite(text)).toBe(places.map((place) => `    at ${place}`).join("\n"));
  const evaluated = `    at eval (eval at __link.name (${programUrl}), <anonymous>:1:1)`;
  expect(mapper().rewrite(evaluated)).toBe("    at eval (eval at <anonymous>, <anonymous>:1:1)");
});

test("a printed stack that is all ours is left out", () => {
  expect(mapper().rewrite("TypeError: no\n    at fetch (blob:http://host/1:3:4)")).toBe("TypeError: no");
});

test("an error can have the stack of an earlier call, in the manner of each engine", () => {
  const chromium = errorWith(
    `Error\n    at fetch (blob:http://host/1:3:4)\n    at speak (${programUrl}:2:1)`,
  );
  expect(withStackOf(new TypeError("no"), chromium).stack).toBe(
    `TypeError: no\n    at speak (${programUrl}:2:1)`,
  );
  const firefox = errorWith(`fetch@blob:http://host/1:3:4\nspeak@${programUrl}:2:1`);
  expect(withStackOf(new TypeError("no"), firefox).stack).toBe(`speak@${programUrl}:2:1`);
});

test("other text stays as it is", () => {
  expect(mapper().rewrite("at 12:30\n  blob: yes")).toBe("at 12:30\n  blob: yes");
});
