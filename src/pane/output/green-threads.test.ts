import { expect, test } from "vitest";
import { madeUpProgram, starts } from "../../../testing/timeline/made-up-runs.ts";
import { plainCast } from "../../talk/cast.ts";
import { greenThreads, voiceClass } from "./green-threads.ts";

const { trace } = madeUpProgram(
  starts(0, 1, 'speak("cow")', { kind: "generator" }),
  starts(0, 2, 'radprint("Moo!")', { kind: "generator", parent: 1 }),
  starts(0, 3, "joinAll()"),
);
const cast = {
  ...plainCast,
  task: (task: Parameters<typeof plainCast.task>[0]) => ({ ...plainCast.task(task), className: task.label }),
};
const voiceOf = (task: number, ...functions: string[]) =>
  voiceClass({ task }, trace, cast, greenThreads(functions));

test("what a green thread and its calls print has its look", () => {
  expect(voiceOf(1, "speak")).toBe('console-voice speak("cow")');
  expect(voiceOf(2, "speak")).toBe('console-voice speak("cow")');
});

test("what the program and other tasks print has none", () => {
  expect([voiceOf(0, "speak"), voiceOf(3, "speak"), voiceOf(2)]).toEqual([undefined, undefined, undefined]);
});
