// What each key does at the prompt. Pure.

import { type KeyPress, type KeyRecord, pressed } from "../../keys/key.ts";
import { isBlank, isOnFirstLine, isOnLastLine } from "./entry-text.ts";

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

/** While names to choose from are shown, before the others. */
export const listKeys: readonly KeyRecord<PromptAct>[] = [
  { keys: { "↓": "next-name", "↑": "previous-name" }, does: "to the next name, to the one before" },
  { keys: { Tab: "next-name", "⇧ Tab": "previous-name" }, does: "the same" },
  { keys: { Enter: "take-name", Esc: "close-list" }, does: "takes the name, closes the list" },
];

/** What the prompt does with a key; undefined where the key does what it does in every text box. */
export function promptAct(press: KeyPress, situation: Situation): PromptAct | undefined {
  const inList = situation.list === "closed" ? undefined : pressed(listKeys, press);
  const act = inList === "take-name" && situation.list === "spare" ? undefined : inList;
  if (act) return act;
  const own = pressed(promptKeys, press);
  return own && isOfUse(own, situation) ? own : undefined;
}

/** Whether a key press that the prompt does nothing with is still no business of the deck's. */
export function isTyping({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return !ctrlKey && !metaKey && !altKey && key !== "Escape";
}

/** Whether a key press takes the cursor away from the name that is being completed. */
export function leavesName({ key }: KeyPress): boolean {
  return /^(Arrow.+|Page.+|Home|End)$/.test(key);
}

/** False where a text box has a use of its own for the key. */
function isOfUse(act: PromptAct, { text, start, end }: Situation): boolean {
  const isSelected = start !== end;
  switch (act) {
    case "older":
      return !isSelected && isOnFirstLine(text, start);
    case "newer":
      return !isSelected && isOnLastLine(text, start);
    case "complete":
      // The keyboard must be able to leave.
      return !isSelected && !isBlank(text);
    case "interrupt":
      // What is selected is copied.
      return !isSelected;
    default:
      return true;
  }
}
