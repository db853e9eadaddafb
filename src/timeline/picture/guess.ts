// When a run was expected to end, in words. Pure.

import type { Times } from "../../trace/words/times.ts";

/** "expected 4.00 s, 2.01 s too short"; how far off it was is known when the run has ended. */
export function guessText(guess: number, total: number | undefined, times: Times): string {
  const expected = `expected ${times.text(guess)}`;
  if (total === undefined) return expected;
  const off = times.text(Math.abs(total - guess));
  return off === times.text(0)
    ? `${expected}: exactly`
    : `${expected}, ${off} too ${total > guess ? "short" : "long"}`;
}
