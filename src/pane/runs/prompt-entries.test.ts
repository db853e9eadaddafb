// Tests of how entries of the prompt reach a run.

import { expect, test, vi } from "vitest";
import { began, cow, happened, printing } from "../../../testing/pane/made-up-pane.ts";
import type { Run } from "../../runner/run.ts";
import { isPromptBusy } from "../state/going-on.ts";
import { firstState } from "../state/pane-state.ts";
import { PaneStore } from "../state/pane-store.ts";
import { nextNumber } from "../state/replace-runs.ts";
import { PromptEntries } from "./prompt-entries.ts";

let whileCompiling = () => {};
const language = {
  loadPrompt: async () => ({
    compileEntry: async (text: string, program: unknown) => {
      whileCompiling();
      return { text, program };
    },
    isComplete: async (text: string) => !text.endsWith("("),
    questionOf: (text: string) => text,
  }),
};

/** A pane whose runs record what is entered. */
function setUp() {
  const store = new PaneStore(firstState(cow));
  const entered: unknown[] = [];
  const interrupt = vi.fn();
  let session: Run | undefined;
  const begin = (names: Record<string, string> = {}) => {
    store.send(began(cow, nextNumber(store.state.newest)));
    const run = {
      program: names,
      nextPrompt: 0,
      isPromptBusy: false,
      trace: store.state.newest.runs[0]?.trace,
      enter: (text: string, entry: { program: unknown }) => {
        run.isPromptBusy = true;
        entered.push([text, entry.program]);
      },
      interrupt,
      complete: async () => ({ replaces: 1, names: ["speak"] }),
    };
    session = run as unknown as Run;
    return run;
  };
  const run = vi.fn(async (): Promise<never[]> => []);
  const prompt = new PromptEntries(store, { session: () => session, run }, language);
  const enter = (text: string) => store.send({ kind: "prompt-enter", text });
  const arrived = () => vi.waitFor(() => expect(store.state.waiting).toBe(0));
  return { store, prompt, begin, run, enter, entered, interrupt, arrived };
}

test("entries reach the run in their order, with its names", async () => {
  const { store, begin, enter, entered, arrived } = setUp();
  begin({ cow: "cow2" });
  enter("1");
  enter("2");
  expect(isPromptBusy(store.state)).toBe(true);
  await arrived();
  expect(entered).toEqual([
    ["1", { cow: "cow2" }],
    ["2", { cow: "cow2" }],
  ]);
  expect(store.state.newest.runs[0]?.entered).toBe(2);
});

test("without a run the program runs first, and the entry does not wait for its end", async () => {
  const { store, begin, run, enter, entered, arrived } = setUp();
  run.mockImplementation(() => {
    begin();
    // This program never ends.
    return new Promise(() => {});
  });
  enter("1");
  await arrived();
  expect(run).toHaveBeenCalledOnce();
  expect([entered.length, store.state.typed]).toEqual([1, ""]);
});

test("an entry that is interrupted on its way to the run is interrupted there", async () => {
  const { store, begin, enter, entered, interrupt, arrived } = setUp();
  begin();
  enter("await new Promise(() => {})");
  store.send({ kind: "prompt-interrupt" });
  expect(interrupt).not.toHaveBeenCalled();
  await arrived();
  await vi.waitFor(() => expect(interrupt).toHaveBeenCalledOnce());
  expect(entered).toHaveLength(1);
});

test("an entry that no run evaluates is given back", async () => {
  const { store, enter, arrived } = setUp();
  enter("1");
  await arrived();
  expect(store.state.typed).toBe("1");
});

test("an entry whose run is replaced while it is compiled goes to the new one, with the new names", async () => {
  const { begin, enter, entered, arrived } = setUp();
  begin({ a: "a" });
  whileCompiling = () => {
    whileCompiling = () => {};
    begin({ b: "b" });
  };
  enter("1");
  await arrived();
  expect(entered).toEqual([["1", { b: "b" }]]);
});

test("interrupts the entry that is evaluated; Stop does so only once the program has ended", () => {
  const { store, begin, interrupt } = setUp();
  const run = begin();
  store.send({ kind: "prompt-interrupt" });
  expect(interrupt).not.toHaveBeenCalled();
  run.isPromptBusy = true;
  store.send({ kind: "prompt-given", run: 0 });
  store.send({ kind: "stage", stage: "running" });
  store.send({ kind: "stop" });
  expect(interrupt).not.toHaveBeenCalled();
  store.send(happened(0, printing("cow.ts")));
  store.send({ kind: "stage", stage: "idle" });
  store.send({ kind: "stop" });
  expect(interrupt).toHaveBeenCalledOnce();
});

test("completes what the run knows, and nothing without one", async () => {
  const { prompt, begin } = setUp();
  expect(await prompt.complete("s")).toEqual({ replaces: 0, names: [] });
  begin();
  expect(await prompt.complete("s")).toEqual({ replaces: 1, names: ["speak"] });
});
