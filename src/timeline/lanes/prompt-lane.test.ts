// Tests of the prompt's lane.

import { expect, test } from "vitest";
import { groupOf, taskLaneOf } from "../../../testing/timeline/made-up-pictures.ts";
import {
  ended,
  ends,
  entered,
  madeUpProgram,
  resumes,
  starts,
  type TimedFact,
  waits,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";

const program = [ends(1000, 0), ended(1000)];
const promptPicture = (...facts: TimedFact[]) => groupOf(madeUpProgram(...program, ...facts));
const promptLane = (...facts: TimedFact[]) => taskLaneOf(promptPicture(...facts), "prompt");

const second = (t: number) =>
  ({ t, kind: "timer-start", timer: 0, task: 1, delay: 1000, repeats: false }) as const;
const timer = { kind: "timer", timer: 0 } as const;
const sleeps = entered(2000, 0, 1, "await sleep()", second(2000), waits(2000, 1, timer), resumes(3000, 1));

test("each entry has a block, and its wait is hatched", () => {
  const { parts, words, label } = promptLane(
    ...sleeps,
    ...entered(3500, 1, 2, "1"),
    ...entered(4000, 2, 3, "2"),
  );
  expect(label?.text).toBe("prompt");
  expect(parts.solid).toHaveLength(4);
  expect(parts.waits).toMatchObject([{ wait: timer }]);
  expect(words).toHaveLength(1);
});

test("entries at one time are one block, later ones have their own", () => {
  const { parts } = promptLane(
    ...entered(2000, 0, 1, "1"),
    ...entered(2000, 1, 2, "2"),
    ...entered(2500, 2, 3, "3"),
  );
  expect(parts.solid).toHaveLength(2);
});

test("only an entry that did not simply return has a mark, and only the last mark has words", () => {
  const fails = (t: number, prompt: number) => [
    { t, kind: "prompt-start", prompt, text: "no()" } as const,
    starts(t, prompt + 1, "no()", { kind: "prompt" }),
    ends(t, prompt + 1, "threw"),
    { t, kind: "prompt-end", prompt } as const,
  ];
  const { marks } = promptLane(...fails(2000, 0), ...entered(2500, 1, 2, "1"), ...fails(3000, 2));
  expect(marks.map(({ end }) => end)).toEqual(["threw", "threw"]);
  expect(marks[0]?.note).toBeUndefined();
});

test("an entry that still waits has an open end, even if there are later entries", () => {
  const asks = [
    { t: 2000, kind: "prompt-start", prompt: 0, text: "await never" } as const,
    starts(2000, 1, "await never", { kind: "prompt" }),
    waits(2000, 1, { kind: "promise" }),
    { t: 2500, kind: "prompt-end", prompt: 0 } as const,
  ];
  const { openAt, parts } = promptLane(...asks, ...entered(3000, 1, 2, "1"));
  const [wait] = parts.waits;
  expect((wait?.x ?? 0) + (wait?.width ?? 0)).toBeCloseTo(openAt ?? 0);
  expect(promptLane(...entered(3000, 0, 1, "1")).openAt).toBeUndefined();
});

test("the lane does not look like the calls that are entered, and its tooltip says how they ended", () => {
  const lane = promptLane(...entered(2000, 0, 1, 'speak("cow")'), ...entered(3000, 1, 2, "1 + 1"));
  expect(lane.look).toMatchObject({ className: "timeline-main", symbol: undefined });
  expect(lane.title().split("\n")).toEqual([
    "the prompt: 2 entries",
    'speak("cow"): returned at 2.00\u00a0s',
    "1 + 1: returned at 3.00\u00a0s",
  ]);
});

test("a generator that two entries call has arrows from and to the prompt's lane", () => {
  const call = (t: number, prompt: number, task: number, ...first: TimedFact[]) =>
    entered(
      t,
      prompt,
      task,
      "it.next()",
      ...first,
      resumes(t, 2, { kind: "task", task }),
      yields(t + 100, 2),
    );
  const created = starts(2000, 2, "a()", { parent: 1, kind: "generator" });
  const { arrows, lanes } = promptPicture(...call(2000, 0, 1, created), ...call(3000, 1, 3));
  const [prompt, generator] = lanes.filter(({ key }) => key === "prompt" || key === "task-2");
  expect(arrows.map(({ from, to }) => Math.sign(to - from))).toEqual([1, -1, 1, -1]);
  for (const { from, to } of arrows) {
    expect(Math.min(from, to)).toBeGreaterThan(prompt?.y ?? 0);
    expect(Math.max(from, to)).toBeLessThan((generator?.y ?? 0) + (generator?.height ?? 0));
  }
});

test("a thousand entries have only as many blocks as can be distinguished", () => {
  const entries = Array.from({ length: 1000 }, (_, index) => entered(1000 + index, index, index + 1, "1"));
  const { parts } = promptLane(...entries.flat());
  expect(parts.solid.length).toBeLessThan(200);
  expect(parts.solid.length).toBeGreaterThan(50);
});
