import { afterEach, expect, test, vi } from "vitest";
import { loadDraft, saveDraft } from "./drafts.ts";

function storage(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
}

afterEach(() => vi.unstubAllGlobals());

const draft = {
  files: { "cow.ts": { text: "moo", original: "Moo" } },
  network: { wait: 500, jitter: 0, failureRate: 0.5, seed: 3 },
  split: { columns: 0.4 },
};

test("what was saved for a pane is loaded for that pane", () => {
  storage();
  saveDraft("race-1", draft);
  expect(loadDraft("race-1")).toEqual(draft);
  expect(loadDraft("race-2")).toEqual({});
});

test.each([
  "no json",
  "null",
  "[]",
  "7",
  '{"files":{"cow.ts":"moo"},"network":{"wait":"long"},"split":{"rows":null}}',
])("what cannot be a draft is none: %s", (text) => {
  storage({ "interleave:draft:race-1": text });
  expect(loadDraft("race-1")).toEqual({});
});

test("a sound part is kept where another is not", () => {
  storage({ "interleave:draft:race-1": JSON.stringify({ ...draft, network: { wait: 5 } }) });
  expect(loadDraft("race-1")).toEqual({ files: draft.files, split: draft.split });
});

test("a browser that keeps nothing is no failure", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(() => saveDraft("race-1", draft)).not.toThrow();
  expect(loadDraft("race-1")).toEqual({});
});
