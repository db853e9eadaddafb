// Tests the table of export formats.

import { expect, test } from "vitest";
import { harProblems } from "../../testing/export/har-rules.ts";
import { asynchronous } from "../../testing/export/made-up-runs.ts";
import { formatProblems } from "../../testing/export/trace-event-rules.ts";
import { replay } from "../trace/recording/read-recording.ts";
import { exportFormats } from "./formats.ts";

async function made(id: string): Promise<{ readonly text: string; readonly type: string }> {
  const format = exportFormats.find((format) => format.id === id);
  // The formats that are made from runs alone never read the figure.
  const source = { runs: [{ label: "a", trace: asynchronous }], figure: {} as HTMLElement };
  const blob = await format?.make(source);
  return { text: (await blob?.text()) ?? "", type: blob?.type ?? "" };
}

test("each format has an id, a label and an ending of its own", () => {
  for (const key of ["id", "label", "ending"] as const) {
    expect(new Set(exportFormats.map((format) => format[key])).size).toBe(exportFormats.length);
  }
});

test("a recording replays to the same events", async () => {
  const { text, type } = await made("recording");
  expect(type).toBe("application/json");
  expect(replay(JSON.parse(text)).map(({ events }) => events)).toEqual([asynchronous.events]);
});

test("traces and archives keep the rules of their formats", async () => {
  expect(formatProblems((await made("chrome-trace")).text)).toEqual([]);
  expect(harProblems((await made("har")).text)).toEqual([]);
});
