// Tests of how events change a pane's runs and the entries of its prompt.

import { describe, expect, test } from "vitest";
import {
  began,
  cow,
  cowEvents,
  happened,
  race,
  ran,
  recorded,
  told,
} from "../../../testing/pane/made-up-pane.ts";
import {
  canInterrupt,
  canPause,
  isGoing,
  isPaused,
  isPromptBusy,
  isRunning,
  runTime,
  sessionOf,
} from "./going-on.ts";
import { next } from "./next.ts";
import type { PaneEvent } from "./pane-event.ts";
import { firstState } from "./pane-state.ts";
import { shownRun, shownRuns } from "./shown-runs.ts";

const first = firstState(race);

describe("runs", () => {
  test("a request changes nothing; the events that follow it do", () => {
    const kinds = ["run", "stop", "pause", "step", "prompt-interrupt", "leave"] as const;
    for (const kind of kinds) expect(next(first, { kind })).toEqual(first);
  });

  test("a report replaces the hint and the problem", () => {
    const report = { ok: false, diagnostics: [] };
    const state = told([
      { kind: "hint", text: "A hint." },
      { kind: "problem", text: "A problem." },
      { kind: "report", report },
    ]);
    expect(state).toMatchObject({ report, hint: undefined, problem: undefined });
  });

  test("runs begin, grow, and are over", () => {
    const begun = told([began(race)]);
    expect([isRunning(begun), isGoing(begun), begun.newest.runs.length]).toEqual([true, true, 2]);
    const state = told(ran);
    expect(state.newest.runs.map(({ count, isOver }) => [count, isOver])).toEqual([
      [4, true],
      [3, true],
    ]);
    expect([isRunning(state), state.stage]).toEqual([false, "idle"]);
    expect(shownRuns(state).map(({ label }) => label)).toEqual(["cow", "pig"]);
  });

  test("new runs replace the runs before, whose late events change nothing", () => {
    const state = told([...ran, began(race, 2)]);
    expect(state.newest).toMatchObject({ first: 2, runs: [{ count: 0 }, { count: 0 }] });
    expect(next(state, happened(0, cowEvents))).toBe(state);
    expect(next(state, { kind: "run-closed", run: 1 })).toBe(state);
  });

  test("a trace ends before an event that does not follow, and the run says so", () => {
    const state = told([began(cow), happened(0, cowEvents.slice(1))], firstState(cow));
    expect(state.newest.runs[0]).toMatchObject({ count: 0, problem: expect.stringMatching(/^Event 1 /) });
  });

  test("the clock goes on from its last message, stands still, and is gone with the worker", () => {
    const clock = (at: number, t: number, speed: number): PaneEvent => ({
      kind: "run-clock",
      run: 0,
      at,
      t,
      speed,
    });
    const going = told([began(cow), happened(0, cowEvents.slice(0, 1)), clock(1000, 50, 2)], firstState(cow));
    expect([runTime(going, 1010), isPaused(going)]).toEqual([70, false]);
    const still = next(going, clock(1010, 70, 0));
    expect([runTime(still, 9999), isPaused(still), isGoing(still)]).toEqual([70, true, false]);
    const closed = next(still, { kind: "run-closed", run: 0 });
    expect([runTime(closed, 9999), isRunning(closed), sessionOf(closed)]).toEqual([
      undefined,
      false,
      undefined,
    ]);
  });

  test("a run whose time jumps has no clock to be stopped, and is not paused", () => {
    const jumping = { ...began(cow), jumps: true } as PaneEvent;
    const state = told([jumping, happened(0, cowEvents.slice(0, 1))], firstState(cow));
    const clock = next(state, { kind: "run-clock", run: 0, at: 1000, t: 0, speed: 0 });
    expect([isRunning(clock), isPaused(clock), canPause(clock), isGoing(clock)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(canPause(told([began(cow)], firstState(cow)))).toBe(true);
  });

  test("runs from elsewhere are shown; the texts that they were made from are not known", () => {
    const state = told([...ran, { kind: "runs-shown", ...recorded }]);
    expect(state.newest).toMatchObject({ source: "opened", first: 2, files: new Map() });
    expect([isRunning(state), shownRun(state)?.trace.lines.length]).toEqual([false, 2]);
    expect(told([{ kind: "runs-cleared" }], state).newest.runs).toEqual([]);
  });

  test("a recording of fewer runs than the pane makes is shown whichever run was", () => {
    const state = told([...ran, { kind: "file", file: "pig.ts" }, { kind: "runs-shown", ...recorded }]);
    expect(shownRun(state)?.trace.lines.map(({ text }) => text)).toEqual(["Moo", "Moo!"]);
  });
});

describe("prompt", () => {
  test("an entry is on its way until a run has it, and busy until it has ended there", () => {
    const text = "1 + 1";
    const entered = told([...ran, { kind: "prompt-enter", text }]);
    expect([entered.waiting, isPromptBusy(entered), canInterrupt(entered)]).toEqual([1, true, true]);
    const given = next(entered, { kind: "prompt-given", run: 0 });
    expect([given.waiting, isPromptBusy(given)]).toEqual([0, true]);
    const ended = told(
      [
        happened(0, [{ seq: 4, t: 400, kind: "prompt-start", prompt: 0, text }]),
        happened(0, [{ seq: 5, t: 400, kind: "prompt-end", prompt: 0 }]),
      ],
      given,
    );
    expect([isPromptBusy(ended), canInterrupt(ended)]).toEqual([false, false]);
    expect(next(ended, { kind: "prompt-recall", prompt: 0 }).typed).toBe(text);
  });

  test("an entry that no run evaluates is given back, unless something was typed since", () => {
    const enter: PaneEvent = { kind: "prompt-enter", text: "one" };
    const unused: PaneEvent = { kind: "prompt-unused", text: "one" };
    expect(told([enter, unused])).toMatchObject({ typed: "one", waiting: 0 });
    expect(told([enter, { kind: "prompt-text", text: "two" }, unused]).typed).toBe("two");
  });

  test("what was entered before is remembered", () => {
    expect(told([{ kind: "prompt-history", entries: ["one"] }]).history).toEqual(["one"]);
  });
});
