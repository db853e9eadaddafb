import { expect, test } from "vitest";
import { difference } from "./difference.mjs";

/**
 * Returns text in the form of a recording: a numbered line for each event.
 * @param {readonly string[]} outputs
 */
function recording(outputs) {
  const lines = outputs.map((text, seq) => `{"seq":${seq},"t":0,"kind":"output","text":"${text}"}`);
  return `{"runs":[\n${lines.join(",\n")}\n]}\n`;
}

test("recordings that are the same do not differ", () => {
  expect(difference(recording(["Moo!"]), recording(["Moo!"]))).toBe("");
});

test("an inserted event is one line, although the events after it have new numbers", () => {
  const anew = recording(["Moo!", "Oink!", "Baa!"]);
  expect(difference(recording(["Moo!", "Baa!"]), anew)).toBe(
    'line 3:\n+ {"seq":1,"t":0,"kind":"output","text":"Oink!"},',
  );
});

test("a changed event is shown as it was and as it is now", () => {
  expect(difference(recording(["Moo!", "Baa!"]), recording(["Moo!", "Oink!"]))).toBe(
    'line 3:\n- {"seq":1,"t":0,"kind":"output","text":"Baa!"}\n+ {"seq":1,"t":0,"kind":"output","text":"Oink!"}',
  );
});

test("only a part is shown of many lines and of long lines", () => {
  const anew = recording(Array.from({ length: 100 }, () => "Moo! ".repeat(1000)));
  const lines = difference("", anew).split("\n");
  expect(lines.length).toBeLessThan(20);
  expect(lines.at(-1)).toMatch(/^\+ … and \d+ lines more$/);
  for (const line of lines) expect(line.length).toBeLessThan(250);
});

test("texts that differ only in the number of an event differ", () => {
  expect(difference('{"seq":1,"t":0}', '{"seq":2,"t":0}')).not.toBe("");
});
