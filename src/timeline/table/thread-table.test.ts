// Tests of the tables of threads and locks, and of the summary of a run with threads.

import { expect, test } from "vitest";
import { looks } from "../../../testing/timeline/made-up-runs.ts";
import { traceOf } from "../../../testing/trace/made-up-events.ts";
import { inTurns, unhappyCow } from "../../../testing/trace/made-up-threads.ts";
import { positionAt } from "../../trace/moment/playhead.ts";
import { summary } from "./table.ts";
import { lockTable, threadTable } from "./thread-table.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const run = { label: "a", trace: traceOf(...inTurns) };
const failed = { label: "a", trace: traceOf(...unhappyCow) };

test("each thread says when and by whom it was started, how long it ran and was blocked, and how it ended", () => {
  const { columns, rows } = threadTable([run], undefined, looks);
  expect(columns).toEqual(["Thread", "File", "Started", "Ran", "Blocked", "Ended"]);
  expect(rows.map((row) => row.map(plain))).toEqual([
    ["the program", "animals.ts", "0 ms", "3 ms", "–", "ended"],
    ["cow", "speak.ts", "1 ms by the program", "60 ms", "–", "ended at 96 ms"],
    ["pig", "speak.ts", "2 ms by the program", "48 ms", "for the lock: once, 35 ms", "ended at 96 ms"],
  ]);
  expect(threadTable([failed], undefined, looks).rows[1]?.at(-1)).toContain(
    "Error: Not happy about moo. at 40",
  );
});

test("each lock says how often and for how long it was held, and by whom", () => {
  expect(lockTable([run], undefined, looks).rows.map((row) => row.map(plain))).toEqual([
    ["the lock", "2 times, 69 ms", "cow: once, 40 ms; pig: once, 29 ms"],
  ]);
});

test("at the playhead, they say what each does", () => {
  const showing = { position: positionAt(run.trace, 30), shown: 0, guesses: new Map<string, number>() };
  const last = (rows: readonly (readonly string[])[]) => rows.map((row) => row.at(-1));
  expect(last(threadTable([run], undefined, looks, showing).rows)).toEqual([
    "waiting",
    "running",
    "blocked at line 4 of speak.ts: it waits for the lock, which cow has",
  ]);
  expect(last(lockTable([run], undefined, looks, showing).rows)).toEqual(["held by cow; pig waits"]);
});

test("the summary counts the threads, tells a deadlock, and says how threads were switched", () => {
  expect(plain(summary([run], undefined))).toBe(
    "2 threads, no requests, 96 ms in all. Real threads: each run may come out differently.",
  );
  expect(plain(summary([failed], undefined))).toContain(
    "2 threads, no requests, 0.30 s, deadlock in all. Deadlock: every thread",
  );
});
