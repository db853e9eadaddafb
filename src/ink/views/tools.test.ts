// Tests that the tool bar offers what the keys do.

import { expect, test } from "vitest";
import { inkKeys } from "../tools/ink-keys.ts";
import { toolButtons } from "./tools.ts";

test("every key has a button, apart from the one that opens the bar", () => {
  const keys = inkKeys.flatMap((record) => Object.keys(record.keys));
  const buttons = toolButtons.flatMap(({ key }) => key ?? []);
  expect(buttons.toSorted()).toEqual(keys.filter((key) => key !== "A").toSorted());
});
