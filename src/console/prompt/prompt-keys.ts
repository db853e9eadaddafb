// Decides what each key does at the prompt. Pure.

import { type KeyPress, type KeyRecord, pressed } from "../../keys/key.ts";
import { isBlank, isOnFirstLine, isOnLastLine } from "./entry-text.ts";

/** The state of the prompt when a key is pressed. */
export interface Situation {
  readonly text: string;
  /** The selection. A cursor if `start` and `end` are the same. */
  readonly start: number;
  readonly end: number;
  /** "spare": the list is open, but the chosen name is already typed. */
  readonly list: "closed" | "open" | "spare";
}

export type PromptAct =
  /** Evaluates the text if it is complete; otherwise begins a new line. */
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

export const promptKeys: readonly KeyRecord<PromptAct>[] = [
  { keys: { Enter: "enter" }, does: "evaluates, or goes on where more must follow" },
  {
    keys: { "⇧ Enter": "new-line", "Ctrl/⌘ Enter": "enter-anyway" },
    does: "a new line; evaluates in any case",
  },
  { keys: { "↑": "older", "↓": "newer" }, does: "earlier entries, later ones" },
  { keys: { Tab: "complete" }, does: "completes a name" },
  { keys: { "Ctrl C": "interrupt" }, does: "lets go of what is being evaluated" },
];

/** Keys of the open list of names. They take precedence over the prompt's keys. */
export const listKeys: readonly KeyRecord<PromptAct>[] = [
  { keys: { "↓": "next-name", "↑": "previous-name" }, does: "to the next name, to the one before" },
  { keys: { Tab: "next-name", "⇧ Tab": "previous-name" }, does: "the same" },
  { keys: { Enter: "take-name", Esc: "close-list" }, does: "takes the name, closes the list" },
];

/** Returns what the prompt does with a key; `undefined` if the key does what it does in every text box. */
export function promptAct(press: KeyPress, situation: Situation): PromptAct | undefined {
  const inList = situation.list === "closed" ? undefined : pressed(listKeys, press);
  const act = inList === "take-name" && situation.list === "spare" ? undefined : inList;
  if (act) return act;
  const own = pressed(promptKeys, press);
  return own && isOfUse(own, situation) ? own : undefined;
}

/** True if the deck must not act on the key press, even if the prompt itself does nothing with it. */
export function isTyping({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return !ctrlKey && !metaKey && !altKey && key !== "Escape";
}

/** True if a key press moves the cursor away from the name that is being completed. */
export function leavesName({ key }: KeyPress): boolean {
  return /^(Arrow.+|Page.+|Home|End)$/.test(key);
}

/** False if the text box has its own use for the key. */
function isOfUse(act: PromptAct, { text, start, end }: Situation): boolean {
  const isSelected = start !== end;
  switch (act) {
    case "older":
      return !isSelected && isOnFirstLine(text, start);
    case "newer":
      return !isSelected && isOnLastLine(text, start);
    case "complete":
      // Otherwise Tab could never leave an empty prompt.
      return !isSelected && !isBlank(text);
    case "interrupt":
      // With a selection, Ctrl+C copies it.
      return !isSelected;
    default:
      return true;
  }
}
