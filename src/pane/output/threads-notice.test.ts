// Tests of what a pane says where the page has no threads.

import { expect, test } from "vitest";
import { threadsNotice } from "./threads-notice.ts";

test("on a site one sentence says that a recording is shown, and why", () => {
  expect(threadsNotice({ where: "reload", isOwn: false, isRecorded: true, keepsText: true })).toBe(
    "You see a recording of a real run: threads need an isolated page, and this is not one yet.",
  );
});

test("a link to a run in turns says that another run is shown", () => {
  const shown = { isOwn: false, isRecorded: true, keepsText: true, seed: 7 };
  expect(threadsNotice({ where: "reload", ...shown })).toBe(
    "You see a recording of a real run, not the one of seed 7: threads need an isolated page, and this is not one yet.",
  );
});

test("before a recording is shown, it says what Run does", () => {
  const text = threadsNotice({ where: "reload", isOwn: false, isRecorded: false, keepsText: true });
  expect(text).toMatch(/^Run shows a recording of a real run: /);
});

test("beside a changed program it says what to do, and that the recording is of another one", () => {
  const own = { where: "reload", isOwn: true, keepsText: true } as const;
  expect(threadsNotice({ ...own, isRecorded: false })).toBe(
    "The changed program needs a reload with threads; what you typed is kept.",
  );
  expect(threadsNotice({ ...own, isRecorded: false, keepsText: false })).not.toContain("kept");
  expect(threadsNotice({ ...own, isRecorded: true })).toMatch(/ The recording is of the program before\.$/);
});

test("the one file, and a host without the headers, say how to get threads", () => {
  const shown = { isOwn: false, isRecorded: true, keepsText: true };
  expect(threadsNotice({ where: "file", ...shown })).toContain("a file has no threads; “npm start” does");
  expect(threadsNotice({ where: "host", ...shown })).toContain("(docs/hosting.md)");
});
