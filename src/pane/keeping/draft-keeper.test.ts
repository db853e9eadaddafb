// Tests of when a pane's draft is stored, and of a draft that two windows change.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { race } from "../../../testing/pane/made-up-pane.ts";
import { firstState } from "../state/pane-state.ts";
import { PaneStore } from "../state/pane-store.ts";
import { keepDraft } from "./draft-keeper.ts";
import { loadDraft } from "./drafts.ts";

/** What happens when a window loses the focus. */
const leaving: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", (_: string, leave: () => void) => leaving.push(leave));
  const items = new Map<string, string>();
  vi.stubGlobal("location", { search: "" });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  leaving.length = 0;
});

/** Opens the pane in another window. */
function open() {
  const store = new PaneStore(firstState(race));
  const ending = new AbortController();
  keepDraft("race-1", store, ending.signal);
  const key = (text: string) => store.send({ kind: "text", file: "cow.ts", text });
  return {
    key,
    setSpeed: (speed: number) => store.send({ kind: "speed", speed }),
    end: () => ending.abort(),
    type: (text: string) => {
      key(text);
      vi.runAllTimers();
    },
    do: (kind: "swap-texts" | "drop-elsewhere" | "reset") => store.send({ kind }),
    get shown() {
      const { texts, elsewhere } = store.state;
      return [texts.get("cow.ts"), elsewhere?.["cow.ts"]?.text];
    },
  };
}

test("what two windows type is both kept, and either can be shown", () => {
  const [one, other] = [open(), open()];
  one.type("quack");
  other.type("neigh");
  expect([one.shown, other.shown]).toEqual([
    ["quack", undefined],
    ["neigh", "quack"],
  ]);
  const reloaded = open();
  expect(reloaded.shown).toEqual(["neigh", "quack"]);
  reloaded.do("swap-texts");
  expect(reloaded.shown).toEqual(["quack", "neigh"]);
  expect(open().shown).toEqual(["quack", "neigh"]);
});

test("a window that goes on typing keeps what the other one has typed since", () => {
  const [one, other] = [open(), open()];
  one.type("quack");
  other.type("neigh");
  one.type("quack quack");
  expect(one.shown).toEqual(["quack quack", "neigh"]);
  expect(open().shown).toEqual(["quack quack", "neigh"]);
});

test("one window after the other is no trouble: the second begins with the text of the first", () => {
  open().type("quack");
  const other = open();
  other.type("quack, neigh");
  expect(other.shown).toEqual(["quack, neigh", undefined]);
});

test("the text of the other window is given up when nobody wants it, and by a reset", () => {
  for (const kind of ["drop-elsewhere", "reset"] as const) {
    const [one, other] = [open(), open()];
    one.type(`quack ${kind}`);
    other.type(`neigh ${kind}`);
    other.do(kind);
    expect(other.shown[1]).toBeUndefined();
    expect(loadDraft("race-1").elsewhere).toBeUndefined();
  }
});

/** The text in the store. */
function stored(): string | undefined {
  return loadDraft("race-1").files?.["cow.ts"]?.text;
}

test("keys that follow each other quickly are stored together, soon", () => {
  const pane = open();
  pane.key("q");
  vi.advanceTimersByTime(200);
  pane.key("qu");
  expect(stored()).toBeUndefined();
  vi.advanceTimersByTime(50);
  expect(stored()).toBe("qu");
});

test("what was typed last is stored when the window is left, when the pane is put away, and with any other change", () => {
  const pane = open();
  pane.key("quack");
  for (const leave of leaving) leave();
  expect(stored()).toBe("quack");
  pane.key("quack quack");
  pane.setSpeed(2);
  expect(stored()).toBe("quack quack");
  pane.key("neigh");
  pane.end();
  expect(stored()).toBe("neigh");
});
