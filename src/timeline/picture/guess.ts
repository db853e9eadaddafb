// Words for the viewer's guess of when a run ends. Pure.

import type { Times } from "../../trace/words/times.ts";

/** Returns "expected 4.00 s, 2.01 s too short". Before the run has ended, only "expected 4.00 s". */
export function guessText(guess: number, total: number | undefined, times: Times): string {
  const expected = `expected ${times.text(guess)}`;
  if (total === undefined) return expected;
  const off = times.text(Math.abs(total - guess));
  return off === times.text(0)
    ? `${expected}: exactly`
    : `${expected}, ${off} too ${total > guess ? "short" : "long"}`;
}
