import { expect, test } from "vitest";
import type { RunOutcome } from "../../trace/events/events.ts";
import { foldEvents, type Trace } from "../../trace/trace.ts";
import { recordedStatus, paneStatus as status } from "./pane-status.ts";

const fine = { ok: true, diagnostics: [] };

function paneStatus(...arguments_: Parameters<typeof status>): string {
  return status(...arguments_).replace("\u00a0", " ");
}

function ended(outcome: RunOutcome, t: number): Trace {
  return foldEvents([
    { seq: 0, t: 0, kind: "run-start", entry: "cow.ts" },
    { seq: 1, t, kind: "run-end", outcome },
  ]);
}

test("says nothing before the first run", () => {
  expect(paneStatus("idle", [], fine)).toBe("");
});

test("says what is going on, whatever was before", () => {
  const before = [ended({ kind: "finished" }, 10)];
  expect(paneStatus("loading", before, fine)).toBe("Loading the compiler…");
  expect(paneStatus("compiling", before, fine)).toBe("Compiling…");
  expect(paneStatus("running", before, fine)).toBe("Running…");
  expect(paneStatus("paused", before, fine, 1234)).toBe("Paused at 1.23 s");
});

test("says how the run ended and how long it took; a race takes as long as its slower run", () => {
  const finished = ended({ kind: "finished" }, 6004);
  expect(paneStatus("idle", [finished], fine)).toBe("Finished in 6.00 s");
  expect(paneStatus("idle", [ended({ kind: "finished" }, 2004), finished], fine)).toBe("Finished in 6.00 s");
  expect(paneStatus("idle", [finished, ended({ kind: "stopped" }, 1)], fine)).toBe("Stopped after 6.00 s");
  expect(paneStatus("idle", [ended({ kind: "failed" }, 500)], fine)).toBe("Failed after 0.50 s");
});

test("says that a limit was reached", () => {
  const trace = ended({ kind: "limit", reason: "Too much." }, 9000);
  expect(paneStatus("idle", [trace], fine)).toBe("Ended by a limit after 9.00 s");
});

test("says that errors kept the program from running, although an older result is still to be seen", () => {
  const report = { ok: false, diagnostics: [] };
  expect(paneStatus("idle", [ended({ kind: "finished" }, 1)], report)).toBe("Not run: the code has errors");
});

test("tells of a recording that it is one", () => {
  expect(recordedStatus("Finished in 10 ms")).toBe("Finished in 10 ms · recorded");
  expect(recordedStatus("")).toBe("");
});
