import { expect, test } from "vitest";
import { refusedFunctions } from "../../runtime/realm/refused-names.ts";
import { strikeRefused } from "./refused.ts";

const reason = `/** @deprecated WebSocket does not work in a pane: ${refusedFunctions.WebSocket}. */\n`;

test("every declaration of a refused name is struck through with its reason, and no other", () => {
  const socket = "interface WebSocket extends EventTarget {}\n";
  const other = "interface WebSocketEventMap {}\ndeclare var fetch: () => void;\n";
  const variable = "declare var WebSocket: { new(): WebSocket };\n";
  expect(strikeRefused(socket + other + variable)).toContain(reason + socket + other + reason + variable);
});

test("names of pages and of Node are known, and struck through", () => {
  const library = strikeRefused("");
  expect(library).toMatch(
    /deprecated document does not work .* console\.log\. \*\/\ndeclare var document: any;/,
  );
  expect(library).toMatch(/deprecated require does not work .*\ndeclare var require: any;/);
});
