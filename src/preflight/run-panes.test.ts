import { expect, test } from "vitest";
import type { RunOutcome } from "../trace/events/events.ts";
import { type RunnablePane, ranText, runsProblem } from "./run-panes.ts";

const finished: RunOutcome = { kind: "finished" };
const failed: RunOutcome = { kind: "failed" };

test("runs are good if they end as their recordings do, even with an error that is shown on purpose", () => {
  expect(runsProblem([finished, failed], [finished, failed])).toBeUndefined();
});

test.each<[RunOutcome | undefined, RunOutcome, string]>([
  [failed, finished, "it ends with an error."],
  [finished, failed, "it ends without the error that it is to show."],
  [{ kind: "stopped" }, finished, "it does not end by itself."],
  [undefined, finished, "it does not end by itself."],
  [{ kind: "limit", reason: "Too many requests." }, finished, "Too many requests."],
])("what ends otherwise is told: %j", (outcome, expected, sentence) => {
  expect(runsProblem([finished, outcome], [finished, expected])).toBe(sentence);
});

test("a deadlock and the error that leads to it count as one end, because chance decides between them", () => {
  expect(runsProblem([{ kind: "failed" }], [{ kind: "deadlock" }])).toBeUndefined();
  expect(runsProblem([finished], [{ kind: "deadlock" }])).toBeDefined();
});

test("a pane without runs has errors in its code", () => {
  expect(runsProblem([], [finished])).toBe("its code has errors, so it does not run.");
});

test("panes that lack threads are counted apart", () => {
  const pane = (lacksThreads: boolean) => ({ lacksThreads }) as RunnablePane;
  expect(ranText([pane(false)])).toBe("The only pane ran to its end.");
  expect(ranText([pane(true)])).toBe("The only pane has threads: its recording shows it.");
  expect(ranText([pane(false), pane(true)])).toBe(
    "All 2 panes ran to their end, but for 1 with threads: a recording shows that.",
  );
  expect(ranText([pane(false), pane(true), pane(true)])).toContain("but for 2 with threads: recordings show");
});
