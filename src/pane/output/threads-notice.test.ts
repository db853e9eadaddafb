// Tests of the notice where the page has no threads.

import { expect, test } from "vitest";
import { threadsNotice } from "./threads-notice.ts";

test("on a site one sentence says that a recording is shown", () => {
  expect(threadsNotice({ where: "reload", isOwn: false, isRecorded: true })).toBe(
    "Threads need an isolated page, and this is not one yet, so you see a recording of a real run.",
  );
});

test("before a recording is shown, it says what Run does", () => {
  const text = threadsNotice({ where: "reload", isOwn: false, isRecorded: false });
  expect(text).toContain("so Run shows a recording of a real run.");
});

test("beside a changed program it says what to do, and that the recording is of another one", () => {
  const own = { where: "reload", isOwn: true } as const;
  expect(threadsNotice({ ...own, isRecorded: false })).toBe(
    "Threads need an isolated page, and this is not one yet. Reload with threads to run the changed program; what you typed is kept.",
  );
  expect(threadsNotice({ ...own, isRecorded: true })).toContain("of the program before it was changed.");
});

test("the one file, and a host without the headers, say how to get threads", () => {
  for (const where of ["file", "host"] as const)
    expect(threadsNotice({ where, isOwn: false, isRecorded: true })).toMatch(
      /so you see a recording of a real run\. “npm start” serves the deck with threads/,
    );
});
