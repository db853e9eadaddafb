// Tests of the order in which a pane gets ready.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LivePane } from "../pane/live-pane.ts";

beforeEach(() => {
  vi.stubGlobal("addEventListener", () => undefined);
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Gets a pane ready, and returns what it did, before and after its editor opened. */
async function order(isChanged: boolean): Promise<string[]> {
  const { getReady } = await import("./start-order.ts");
  const done: string[] = [];
  let open: () => void = () => undefined;
  const opening = new Promise<void>((resolve) => {
    open = resolve;
  });
  const pane = {
    isChanged,
    wake: async () => {
      await opening;
      done.push("editor");
    },
    prepare: async () => void done.push("run"),
  };
  void getReady([pane as unknown as LivePane]);
  await settled();
  open();
  await settled();
  return done;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

test("the first run of the author's text is prepared after the editor, which is looked at first", async () => {
  expect(await order(false)).toEqual(["editor", "run"]);
});

test("the first run of a changed text is prepared beside the editor, because its compiler starts slowly", async () => {
  expect(await order(true)).toEqual(["run", "editor"]);
});
