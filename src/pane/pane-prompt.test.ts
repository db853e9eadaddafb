import { expect, test, vi } from "vitest";
import type { Run } from "../runner/run.ts";
import { PanePrompt } from "./pane-prompt.ts";

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

/** A run as the prompt sees it: keeps what is entered. */
function standIn(names: Record<string, string> = {}) {
  const entered: unknown[] = [];
  const run = {
    program: names,
    nextPrompt: 0,
    isPromptBusy: false,
    enter: (text: string, entry: { program: unknown }) => entered.push([text, entry.program]),
    interrupt: vi.fn(),
    complete: async () => ({ replaces: 1, names: ["speak"] }),
  };
  return { entered, run, session: run as unknown as Run };
}

function setUp(begin?: () => Run) {
  const state: { session: Run | undefined } = { session: undefined };
  const told = { unused: [] as string[], problems: [] as unknown[], ended: 0 };
  const run = vi.fn(async () => {
    state.session = begin?.();
    prompt.follow();
    // A program may go on for ever.
    if (state.session) await new Promise(() => {});
  });
  const prompt: PanePrompt = new PanePrompt({
    language,
    session: () => state.session,
    run,
    onChange: () => prompt.follow(),
    onEnded: () => {
      told.ended += 1;
    },
    onUnused: (text) => told.unused.push(text),
    onProblem: (error) => told.problems.push(error),
  });
  const settled = () => vi.waitFor(() => expect(prompt.isBusy).toBe(false));
  return { prompt, state, told, run, settled };
}

test("entries reach the run in their order, with its names", async () => {
  const { prompt, state, settled } = setUp();
  const { entered, session } = standIn({ cow: "cow2" });
  state.session = session;
  prompt.enter("1");
  prompt.enter("2");
  expect(prompt.isBusy).toBe(true);
  await settled();
  expect(entered).toEqual([
    ["1", { cow: "cow2" }],
    ["2", { cow: "cow2" }],
  ]);
});

test("without a run the program runs first, and the entry does not wait for its end", async () => {
  const { entered, session } = standIn();
  const { prompt, run, told, settled } = setUp(() => session);
  prompt.enter("1");
  await settled();
  expect(run).toHaveBeenCalledOnce();
  expect([entered.length, told.unused]).toEqual([1, []]);
});

test("what is let go of on its way to the run is let go of there", async () => {
  const { prompt, state, settled } = setUp();
  const { entered, run, session } = standIn();
  state.session = session;
  prompt.enter("await new Promise(() => {})");
  expect(prompt.interrupt()).toBe(true);
  expect(run.interrupt).not.toHaveBeenCalled();
  await settled();
  expect(entered).toHaveLength(1);
  expect(run.interrupt).toHaveBeenCalledOnce();
});

test("while the program itself begins, there is nothing yet to let go of", () => {
  const { prompt } = setUp(() => standIn().session);
  prompt.enter("1");
  expect([prompt.isBusy, prompt.interrupt()]).toEqual([true, false]);
});

test("what no run evaluates is given back", async () => {
  const { prompt, told, settled } = setUp();
  prompt.enter("1");
  await settled();
  expect(told.unused).toEqual(["1"]);
});

test("an entry whose run is replaced while it is compiled goes to the new one, with the new names", async () => {
  const { prompt, state, settled } = setUp();
  const [before, after] = [standIn({ a: "a" }), standIn({ b: "b" })];
  state.session = before.session;
  whileCompiling = () => {
    state.session = after.session;
  };
  prompt.enter("1");
  await settled();
  whileCompiling = () => {};
  expect([before.entered, after.entered]).toEqual([[], [["1", { b: "b" }]]]);
});

test("tells once when all that was entered has ended", async () => {
  const { prompt, state, told } = setUp();
  const { run, session } = standIn();
  state.session = session;
  run.isPromptBusy = true;
  prompt.enter("1");
  await vi.waitFor(() => expect(prompt.isBusy).toBe(true));
  prompt.follow();
  expect(told.ended).toBe(0);
  run.isPromptBusy = false;
  await vi.waitFor(() => expect(prompt.isBusy).toBe(false));
  prompt.follow();
  prompt.follow();
  expect(told.ended).toBe(1);
});

test("lets go of what is evaluated, and says where nothing is", () => {
  const { prompt, state } = setUp();
  expect(prompt.interrupt()).toBe(false);
  const { run, session } = standIn();
  state.session = session;
  expect(prompt.interrupt()).toBe(false);
  run.isPromptBusy = true;
  expect(prompt.interrupt()).toBe(true);
  expect(run.interrupt).toHaveBeenCalledOnce();
});

test("completes what the run knows, and nothing without one", async () => {
  const { prompt, state } = setUp();
  expect(await prompt.complete("s")).toEqual({ replaces: 0, names: [] });
  state.session = standIn().session;
  expect(await prompt.complete("s")).toEqual({ replaces: 1, names: ["speak"] });
});
