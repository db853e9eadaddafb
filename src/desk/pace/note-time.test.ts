// Tests of reading a slide's time from its notes.

import { expect, test } from "vitest";
import { noteTime } from "./note-time.ts";

test.each([
  ["**About 2 minutes.** Say hello.", { minutes: 2 }],
  ["**About 1 minute, two steps.**\n\n- one", { minutes: 1 }],
  ["**Half a minute, one step.**", { minutes: 0.5 }],
  ["**About half a minute, one step.** Two statements.", { minutes: 0.5 }],
  ["**About 1½ minutes.**", { minutes: 1.5 }],
  ["**About ½ minute.**", { minutes: 0.5 }],
  ["**12 minutes.**", { minutes: 12 }],
  ["**No time of its own.** Leave this up.", { minutes: 0 }],
  ["**About 2 minutes,\none step; may be dropped (3).**", { minutes: 2, drop: 3 }],
  ["**About 1 minute; may be dropped.**", { minutes: 1, drop: Number.POSITIVE_INFINITY }],
])("%s", (notes, expected) => {
  expect(noteTime(notes)).toEqual({ drop: undefined, ...expected });
});

test.each([
  "**About two minutes.**",
  "**About 2 minutes, and more.**",
  "**About 2 minutes; may be dropped (0).**",
  "**A few minutes.** Say hello.",
  "**Minutes: 2.**",
])("%s is no time, and the author meant one", (notes) => {
  expect(noteTime(notes)).toBe("unreadable");
});

test.each(["", "Say hello for 2 minutes.", "**Press** Run. It takes 2 minutes."])(
  "the notes “%s” name no time",
  (notes) => {
    expect(noteTime(notes)).toBe("none");
  },
);
