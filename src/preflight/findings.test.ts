import { expect, test } from "vitest";
import {
  awakeFinding,
  deskFinding,
  keysFinding,
  quietFinding,
  roomFinding,
  secondScreenFinding,
  storageFinding,
  threadsFinding,
  verdict,
} from "./findings.ts";

const fullHd = { screenWidth: 1920, screenHeight: 1080 };

test("a window that does not fill the screen is good too, but its finding says how to fill it", () => {
  expect(roomFinding({ width: 1920, height: 1080, ...fullHd })).toEqual({
    state: "good",
    text: "1920 × 1080, the whole screen.",
  });
  expect(roomFinding({ width: 1280, height: 720, ...fullHd }).text).toBe(
    "1280 × 720, of a screen of 1920 × 1080; F fills it.",
  );
});

test("a window is to be made larger if nobody in the last row can read its code", () => {
  expect(roomFinding({ width: 800, height: 600, ...fullHd }).state).toBe("to-do");
  expect(roomFinding({ width: 1600, height: 500, ...fullHd }).state).toBe("to-do");
});

test("storage that does not work is something to do, storage that the browser may clear one day is not", () => {
  expect(storageFinding({ isWritable: false, isPersistent: undefined }).state).toBe("to-do");
  expect(storageFinding({ isWritable: true, isPersistent: false })).toEqual({
    state: "good",
    text: "What is typed is kept, as long as the browser has room for it.",
  });
});

test("both keys that turn slides have to come, and the others of a remote control are told", () => {
  expect(keysFinding(new Set(["next"]))).toEqual({
    state: "to-do",
    text: "Press → and ←, or both buttons of your remote control: → came, ← to come.",
  });
  expect(keysFinding(new Set(["next", "previous", "black"]))).toEqual({
    state: "good",
    text: "→ came, ← came; if yours has them: black came, F5 to come.",
  });
});

const remedy = { label: "Open the desk", act: () => undefined };

test("what a page cannot know is advice, and holds up no talk", () => {
  const desk = { isOpen: false, isBlocked: false };
  const findings = [
    secondScreenFinding(undefined),
    secondScreenFinding(false),
    deskFinding(desk, remedy),
    awakeFinding(false),
    quietFinding(),
  ];
  expect(findings.map(({ state }) => state)).toEqual(Array(5).fill("advice"));
  expect(verdict(findings).isGreen).toBe(true);
});

test("what is known to be well is green, and a desk that was blocked is something to do", () => {
  expect(secondScreenFinding(true).state).toBe("good");
  expect(awakeFinding(true).state).toBe("good");
  expect(deskFinding({ isOpen: true, isBlocked: false }, remedy)).toEqual({
    state: "good",
    text: "The speaker’s desk is open.",
  });
  expect(deskFinding({ isOpen: false, isBlocked: true }, remedy)).toMatchObject({ state: "to-do", remedy });
});

test("missing threads never hold up a talk, because panes show recordings", () => {
  const places = ["here", "reload", "host", "file"] as const;
  const findings = places.map((where) => threadsFinding(where, undefined));
  expect(verdict(findings)).toEqual({ isGreen: true, text: "Green: the talk can begin." });
});

test("the verdict counts the things to do", () => {
  const { isGreen, text } = verdict([keysFinding(new Set()), keysFinding(new Set())]);
  expect([isGreen, text]).toEqual([false, "2 things to do"]);
});
