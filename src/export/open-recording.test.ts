// Tests opening files as recordings.

import { describe, expect, test } from "vitest";
import { asynchronous, generators, madeUpRuns } from "../../testing/export/made-up-runs.ts";
import { record, writeRecording } from "../trace/recording/recording.ts";
import { chromeTrace } from "./chrome-trace/chrome-trace.ts";
import { har } from "./har.ts";
import { openRecording } from "./open-recording.ts";

function fileOf(text: string, name = "race.json"): File {
  return new File([text], name);
}

const written = writeRecording(record([asynchronous, generators]));
const runs = [{ label: "a", trace: asynchronous }];
const wanted = 'choose a file that was saved as "Recording (JSON)".';
const again = "save it again where it was made.";

describe("a recording opens", () => {
  test.each(Object.entries(madeUpRuns))("with the run %s as it was", async (_, trace) => {
    const [opened] = await openRecording(fileOf(writeRecording(record([trace]))));
    expect(opened?.events).toEqual(trace.events);
    expect(opened?.lines).toEqual(trace.lines);
  });

  test("with both runs of a race", async () => {
    expect(await openRecording(fileOf(written))).toHaveLength(2);
  });

  test("from a blob without a name, and from text with a byte order mark", async () => {
    expect(await openRecording(new Blob(["\ufeff", written]))).toHaveLength(2);
  });
});

describe("a sentence refuses", () => {
  test.each([
    ["nothing", "", `race.json is empty: ${wanted}`],
    ["blanks", " \n", `race.json is empty: ${wanted}`],
    ["half a text", "{", `race.json is no recording, for its text is not JSON, or not all of it: ${wanted}`],
    [
      "half a recording",
      written.slice(0, -20),
      `race.json is no recording, for its text is not JSON, or not all of it: ${wanted}`,
    ],
    ["a number", "7", `race.json is no recording: ${wanted}`],
    ["a list", "[]", `race.json is no recording: ${wanted}`],
    ["another record", `{"format":"other"}`, `race.json is no recording: ${wanted}`],
    [
      "a Chrome trace",
      chromeTrace(runs),
      `race.json is a Chrome trace, which Perfetto and DevTools open: ${wanted}`,
    ],
    [
      "a Chrome trace that is a list",
      `[{"ph":"X"}]`,
      `race.json is a Chrome trace, which Perfetto and DevTools open: ${wanted}`,
    ],
    ["an HTTP archive", har(runs), `race.json is an HTTP archive, which network panels open: ${wanted}`],
    [
      "a newer version",
      written.replace(`"version":6`, `"version":7`),
      "race.json cannot be opened, for the recording was made by a newer Interleave (version 7); this one reads up to 6: " +
        "reload the page to get the newest Interleave.",
    ],
    [
      "a version that is none",
      written.replace(`"version":6`, `"version":"4"`),
      `race.json cannot be opened, for the recording is of version "4"; this Interleave reads 1 to 6: ${again}`,
    ],
    [
      "a broken event",
      written.replace(`"seq":3,"t":0`, `"seq":3,"t":-1`),
      "race.json cannot be opened, for run 1 of 2 in the recording is broken at event 3: " +
        `event 3 at -1 ms does not follow event 2 at 0 ms: ${again}`,
    ],
    [
      "a recording without runs",
      writeRecording(record([])),
      `race.json cannot be opened, for there is no run in it: ${again}`,
    ],
  ])("%s", async (_, text, sentence) => {
    await expect(openRecording(fileOf(text))).rejects.toThrow(new RangeError(sentence));
  });

  test("a file that is too large", async () => {
    const big = new File([new Uint8Array(65 * 1024 * 1024)], "big.json");
    const sentence = `big.json has 65 MB, more than the 64 MB that can be opened: ${wanted}`;
    await expect(openRecording(big)).rejects.toThrow(new RangeError(sentence));
  });

  test("a file that is no longer there", async () => {
    const text = () => Promise.reject(new DOMException("gone", "NotFoundError"));
    await expect(openRecording(Object.assign(new Blob(["{}"]), { name: "gone.json", text }))).rejects.toThrow(
      new RangeError("gone.json cannot be read: see whether it is still there, and choose it again."),
    );
  });
});
