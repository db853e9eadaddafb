import { expect, test, vi } from "vitest";
import { recordExample } from "../../scripts/recordings/record.mjs";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("the first pane greets three animals, and waits for nothing", async () => {
  const [run = []] = await recordExample("hello.ts");
  const { outcome, total, lines } = foldEvents(run);
  expect(outcome).toEqual({ kind: "finished" });
  expect(total).toBe(0);
  expect(lines.map(({ text }) => text)).toEqual(["Hello, cow!", "Hello, pig!", "Hello, chicken!"]);
});
