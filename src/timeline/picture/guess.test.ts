// Tests of the words for a guess.

import { expect, test } from "vitest";
import { plainTimes } from "../../trace/words/times.ts";
import { guessText } from "./guess.ts";

const text = (guess: number, total?: number) => guessText(guess, total, plainTimes).replaceAll("\u00a0", " ");

test("a guess says how far off it was once the run has ended", () => {
  expect(text(4000)).toBe("expected 4.00 s");
  expect(text(4000, 6010)).toBe("expected 4.00 s, 2.01 s too short");
  expect(text(4000, 2000)).toBe("expected 4.00 s, 2.00 s too long");
  expect(text(4000, 4000)).toBe("expected 4.00 s: exactly");
});
