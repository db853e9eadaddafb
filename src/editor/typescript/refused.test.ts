// Tests of the names that the editor strikes through.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refusedNames, strikeRefused } from "./refused.ts";

test("the names that are struck through are those that the sandbox removes", () => {
  const sandbox = readFileSync(new URL("../../runtime/realm/sandbox.ts", import.meta.url), "utf8");
  const [, refused = "", objects = "", absent = ""] =
    /const refused = \{(.*?)\} as const;.*const refusedObjects = \{(.*?)\} as const;.*const absent = \[(.*?)\] as const;/s.exec(
      sandbox,
    ) ?? [];
  const names = [...`${refused}${objects}${absent}`.matchAll(/^ {2}"?(\w+)/gm)].map(([, name = ""]) => name);
  // TypeScript does not know the old names that Chromium has kept.
  expect(names.filter((name) => !name.startsWith("webkit")).sort()).toEqual([...refusedNames].sort());
});

test("every declaration of a refused name is struck through, and no other", () => {
  const mark = "/** @deprecated It does not work in a pane. */\n";
  const socket = "interface WebSocket extends EventTarget {}\n";
  const other = "interface WebSocketEventMap {}\ndeclare var fetch: () => void;\n";
  const variable = "declare var WebSocket: { new(): WebSocket };\n";
  expect(strikeRefused(socket + other + variable)).toBe(mark + socket + other + mark + variable);
});
