import { expect, test } from "vitest";
import { difference } from "./difference.mjs";

/**
 * A text with the form of a recording: a line for each event, numbered.
 * @param {readonly string[]} outputs
 */
function recording(outputs) {
  const lines = outputs.map((text, seq) => `{"seq":${seq},"t":0,"kind":"output","text":"${text}"}`);
  return `{"runs":[\n${lines.join(",\n")}\n]}\n`;
}

test("recordings that are the same do not differ", () => {
  expect(difference(recording(["Moo!"]), recording(["Moo!"]))).toBe("");
});

test("an event that was put in is one line, although those after it have other numbers", () => {
  const anew = recording(["Moo!", "Oink!", "Baa!"]);
  expect(difference(recording(["Moo!", "Baa!"]), anew)).toBe(
    'line 3:\n+ {"seq":1,"t":0,"kind":"output","text":"Oink!"},',
  );
});

test("an event that is another one now is shown as it was and as it is", () => {
  expect(difference(recording(["Moo!", "Baa!"]), recording(["Moo!", "Oink!"]))).toBe(
    'line 3:\n- {"seq":1,"t":0,"kind":"output","text":"Baa!"}\n+ {"seq":1,"t":0,"kind":"output","text":"Oink!"}',
  );
});

test("of many lines and long ones only a part is shown", () => {
  const anew = recording(Array.from({ length: 100 }, () => "Moo! ".repeat(1000)));
  const lines = difference("", anew).split("\n");
  expect(lines.length).toBeLessThan(20);
  expect(lines.at(-1)).toMatch(/^\+ … and \d+ lines more$/);
  for (const line of lines) expect(line.length).toBeLessThan(250);
});

test("texts that differ in an event's number alone differ", () => {
  expect(difference('{"seq":1,"t":0}', '{"seq":2,"t":0}')).not.toBe("");
});
