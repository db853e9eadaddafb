import { expect, test } from "vitest";
import { isolationFinding, keysFinding, roomFinding, storageFinding, verdict } from "./findings.ts";

const fullHd = { screenWidth: 1920, screenHeight: 1080 };

test("a window that fills the screen is good, and one that does not is told how", () => {
  expect(roomFinding({ width: 1920, height: 1080, ...fullHd })).toEqual({
    state: "good",
    text: "1920 × 1080, the whole screen.",
  });
  expect(roomFinding({ width: 1280, height: 720, ...fullHd }).text).toBe(
    "1280 × 720, of a screen of 1920 × 1080; F fills it.",
  );
});

test("a window whose code nobody can read from the last row is to be made larger", () => {
  expect(roomFinding({ width: 800, height: 600, ...fullHd }).state).toBe("to-do");
  expect(roomFinding({ width: 1600, height: 500, ...fullHd }).state).toBe("to-do");
});

test("what cannot be stored is to be mended, what may be cleared one day is not", () => {
  expect(storageFinding({ isWritable: false, isPersistent: undefined }).state).toBe("to-do");
  expect(storageFinding({ isWritable: true, isPersistent: false })).toEqual({
    state: "good",
    text: "What is typed is kept, as long as the browser has room for it.",
  });
});

test("both keys have to come", () => {
  expect(keysFinding(new Set(["next"]))).toEqual({
    state: "to-do",
    text: "Press → and ←, or both buttons of your remote control: → came, ← to come.",
  });
  expect(keysFinding(new Set(["next", "previous"])).state).toBe("good");
});

test("isolation is never in the way of a talk that does not need it", () => {
  const findings = [isolationFinding(false, undefined), isolationFinding(true, undefined)];
  expect(verdict(findings)).toEqual({ isGreen: true, text: "Green: the talk can begin." });
});

test("what is to be done is counted", () => {
  const { isGreen, text } = verdict([keysFinding(new Set()), keysFinding(new Set())]);
  expect([isGreen, text]).toEqual([false, "2 things to do"]);
});
