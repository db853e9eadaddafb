import { expect, test } from "vitest";
import { checkLimits, maxRequests } from "./limits.ts";

test("a run can make 20,000 requests and wait for 10,000 at a time", () => {
  expect(() => checkLimits({ all: 20_000, inFlight: 10_000 }, maxRequests)).not.toThrow();
});

test.each([
  [{ all: 10_001, inFlight: 10_001 }, "A run can wait for 10,000 requests at a time, not more."],
  [{ all: 20_001, inFlight: 1 }, "A run can make 20,000 requests, not more."],
])("%o is refused in a sentence", (count, sentence) => {
  expect(() => checkLimits(count, maxRequests)).toThrow(
    expect.objectContaining({ outcome: { kind: "refused", reason: sentence } }),
  );
});
