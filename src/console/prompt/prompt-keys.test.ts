// Tests of the prompt's keys.

import { describe, expect, test } from "vitest";
import type { KeyPress } from "../../keys/key.ts";
import { isTyping, leavesName, promptAct, type Situation } from "./prompt-keys.ts";

/** Turns "Ctrl+Shift+Enter" into a key press. */
function press(keys: string): KeyPress {
  const parts = keys.split("+");
  return {
    key: parts.at(-1) ?? "",
    shiftKey: parts.includes("Shift"),
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    altKey: parts.includes("Alt"),
  };
}

/** The text with "|" at the cursor. Two of them enclose the selection. */
function at(marked: string, list: Situation["list"] = "closed"): Situation {
  const start = marked.indexOf("|");
  const end = Math.max(start, marked.lastIndexOf("|") - 1);
  return { text: marked.replaceAll("|", ""), start, end, list };
}

function acts(keys: string, marked: string, list?: Situation["list"]) {
  return promptAct(press(keys), at(marked, list));
}

test("Enter evaluates, with Shift it never does, with Ctrl or ⌘ it always does", () => {
  expect(acts("Enter", "cow|")).toBe("enter");
  expect(acts("Shift+Enter", "cow|")).toBe("new-line");
  expect(acts("Ctrl+Enter", "cow|")).toBe("enter-anyway");
  expect(acts("Meta+Enter", "cow|")).toBe("enter-anyway");
});

test("ArrowUp leaves only from the first line, ArrowDown only from the last", () => {
  expect(acts("ArrowUp", "o|ne\ntwo")).toBe("older");
  expect(acts("ArrowUp", "one\n|two")).toBeUndefined();
  expect(acts("ArrowDown", "one\nt|wo")).toBe("newer");
  expect(acts("ArrowDown", "one|\ntwo")).toBeUndefined();
  expect(acts("ArrowUp", "|")).toBe("older");
});

test("arrows with a selection, or with Shift, do what they do in every text box", () => {
  expect(acts("ArrowUp", "|one|")).toBeUndefined();
  expect(acts("Shift+ArrowUp", "one|")).toBeUndefined();
});

test("Tab completes typed text, and leaves an empty prompt", () => {
  expect(acts("Tab", "spe|")).toBe("complete");
  expect(acts("Tab", "|")).toBeUndefined();
  expect(acts("Tab", "  \n|")).toBeUndefined();
  expect(acts("Tab", "|spe|")).toBeUndefined();
  expect(acts("Shift+Tab", "spe|")).toBeUndefined();
});

test("Ctrl+C interrupts if there is nothing to copy, also with Caps Lock", () => {
  expect(acts("Ctrl+c", "cow|")).toBe("interrupt");
  expect(acts("Ctrl+C", "|")).toBe("interrupt");
  expect(acts("Ctrl+c", "|cow|")).toBeUndefined();
  expect(acts("Meta+c", "cow|")).toBeUndefined();
  expect(acts("Ctrl+Shift+C", "cow|")).toBeUndefined();
});

describe("in the list of names", () => {
  test("Tab and the arrows move, and do not leave", () => {
    expect(acts("Tab", "s|", "open")).toBe("next-name");
    expect(acts("ArrowDown", "s|", "open")).toBe("next-name");
    expect(acts("Shift+Tab", "s|", "open")).toBe("previous-name");
    expect(acts("ArrowUp", "s|", "open")).toBe("previous-name");
  });

  test("Enter takes a name, Escape closes the list", () => {
    expect(acts("Enter", "s|", "open")).toBe("take-name");
    expect(acts("Escape", "s|", "open")).toBe("close-list");
    expect(acts("Shift+Enter", "s|", "open")).toBe("new-line");
    expect(acts("Ctrl+Enter", "s|", "open")).toBe("enter-anyway");
  });

  test("Enter evaluates if the chosen name is already typed", () => {
    expect(acts("Enter", "speak|", "spare")).toBe("enter");
    expect(acts("Tab", "speak|", "spare")).toBe("next-name");
  });
});

test("without a list Escape is left to the pane", () => {
  expect(acts("Escape", "cow|")).toBeUndefined();
  expect(isTyping(press("Escape"))).toBe(false);
});

test("letters stay at the prompt; keys with Ctrl, ⌘ or Alt do not", () => {
  for (const keys of ["n", "Shift+N", "ArrowLeft", " ", "PageDown", "Tab"]) {
    expect(acts(keys, "|")).toBeUndefined();
    expect(isTyping(press(keys)), keys).toBe(true);
  }
  for (const keys of ["Ctrl+.", "Meta+a", "Alt+ArrowRight"]) {
    expect(acts(keys, "cow|")).toBeUndefined();
    expect(isTyping(press(keys)), keys).toBe(false);
  }
});

test("keys that move the cursor leave the name that is being completed; letters do not", () => {
  expect(
    ["ArrowLeft", "ArrowUp", "PageDown", "Home", "End"].filter((key) => !leavesName(press(key))),
  ).toEqual([]);
  expect(["a", "Enter", "Backspace", "Shift"].filter((key) => leavesName(press(key)))).toEqual([]);
});
