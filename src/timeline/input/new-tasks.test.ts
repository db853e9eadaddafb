import { expect, test } from "vitest";
import { madeUpProgram, starts } from "../../../testing/timeline/made-up-runs.ts";
import { NewTasks } from "./new-tasks.ts";

const program = () => madeUpProgram(starts(0, 1, "speak()"), starts(0, 2, "joinAll()"));
const isSpeak = ({ name }: { readonly name: string }) => name === "speak";

test("a lane is new once: in the first run that has it", () => {
  const tasks = new NewTasks();
  const run = program();
  expect(tasks.keysIn([run], isSpeak)).toEqual(["a task-1"]);
  expect(tasks.keysIn([run], isSpeak)).toEqual([]);
  expect(tasks.keysIn([program()], isSpeak)).toEqual([]);
});

test("tasks that begin later are found, and in each run of a race", () => {
  const tasks = new NewTasks();
  const run = program();
  tasks.keysIn([run], isSpeak);
  const { trace } = run;
  trace.append({ seq: trace.events.length, ...starts(1, 3, "speak()") });
  expect(tasks.keysIn([run, { ...program(), label: "b" }], isSpeak)).toEqual(["a task-3", "b task-1"]);
});
