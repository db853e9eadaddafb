// What each key does at the prompt. Pure.

import { isBlank, isOnFirstLine, isOnLastLine } from "./entry-text.ts";

/** A key press, as far as it matters here; a KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What the prompt shows when a key is pressed. */
export interface Situation {
  readonly text: string;
  /** The selection; a cursor where both are the same. */
  readonly start: number;
  readonly end: number;
  /** "spare" where the name that is chosen is typed already. */
  readonly list: "closed" | "open" | "spare";
}

export type PromptAct =
  /** Evaluate where the text is complete, begin a new line where it is not. */
  | "enter"
  | "enter-anyway"
  | "new-line"
  | "older"
  | "newer"
  | "complete"
  | "interrupt"
  | "next-name"
  | "previous-name"
  | "take-name"
  | "close-list";

/** What the prompt does with a key; undefined where the key does what it does in every text box. */
export function promptAct(press: KeyPress, situation: Situation): PromptAct | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return commandAct(press, situation);
  const inList = situation.list === "closed" ? undefined : listAct(press, situation.list);
  return inList ?? (press.shiftKey ? shiftedAct(press) : plainAct(press, situation));
}

/** Whether a key press that the prompt does nothing with is still no business of the deck's. */
export function isTyping({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return !ctrlKey && !metaKey && !altKey && key !== "Escape";
}

/** Whether a key press takes the cursor away from the name that is being completed. */
export function leavesName({ key }: KeyPress): boolean {
  return /^(Arrow.+|Page.+|Home|End)$/.test(key);
}

function commandAct(press: KeyPress, { start, end }: Situation): PromptAct | undefined {
  if (press.shiftKey) return undefined;
  if (press.key === "Enter") return "enter-anyway";
  // On a Mac, ⌘C copies and ⌃C is free.
  const isInterrupt = press.ctrlKey && press.key.toLowerCase() === "c";
  return isInterrupt && start === end ? "interrupt" : undefined;
}

function listAct({ key, shiftKey }: KeyPress, list: "open" | "spare"): PromptAct | undefined {
  if (key === "Tab") return shiftKey ? "previous-name" : "next-name";
  if (shiftKey) return undefined;
  if (key === "ArrowDown") return "next-name";
  if (key === "ArrowUp") return "previous-name";
  if (key === "Escape") return "close-list";
  return key === "Enter" && list === "open" ? "take-name" : undefined;
}

function shiftedAct({ key }: KeyPress): PromptAct | undefined {
  return key === "Enter" ? "new-line" : undefined;
}

function plainAct({ key }: KeyPress, { text, start, end }: Situation): PromptAct | undefined {
  if (key === "Enter") return "enter";
  if (start !== end) return undefined;
  if (key === "ArrowUp" && isOnFirstLine(text, start)) return "older";
  if (key === "ArrowDown" && isOnLastLine(text, start)) return "newer";
  // The keyboard must be able to leave.
  return key === "Tab" && !isBlank(text) ? "complete" : undefined;
}
