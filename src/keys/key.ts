// Key records. One record has the labels of some keys, their actions and a description. A listener looks up a key
// press in its records.

/** One line of the sheet of keys. */
export interface KeyLine {
  /** Labels as on a keyboard: "E", "⇧ ←", "Ctrl/⌘ Enter". */
  readonly keys: readonly string[];
  readonly does: string;
}

/** Keys that belong together, for example the keys for the next and the previous entry. */
export interface KeyRecord<Act> {
  /**
   * The action of each key, by its label (see `labelsOf`). Give a digit a record of its own, because JavaScript would
   * put it before all other keys of the record.
   */
  readonly keys: Readonly<Record<string, Act>>;
  readonly does: string;
}

/** The parts of a key press that matter here. A KeyboardEvent has them. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Returns the action of a key press, or `undefined` if no record has the key. */
export function pressed<Act>(records: readonly KeyRecord<Act>[], press: KeyPress): Act | undefined {
  for (const label of labelsOf(press)) {
    const record = records.find(({ keys }) => Object.hasOwn(keys, label));
    if (record) return record.keys[label];
  }
  return undefined;
}

/** Like `pressed`, but a key with Shift falls back to the same key without Shift. */
export function pressedWithShift<Act>(records: readonly KeyRecord<Act>[], press: KeyPress): Act | undefined {
  const { key, altKey, ctrlKey, metaKey } = press;
  return pressed(records, press) ?? pressed(records, { key, altKey, ctrlKey, metaKey, shiftKey: false });
}

/** Returns the records as lines of the sheet. */
export function linesOf(records: readonly KeyRecord<unknown>[]): KeyLine[] {
  return records.map(({ keys, does }) => ({ keys: Object.keys(keys), does }));
}

/** Returns the same key without modifiers. */
export function bare({ key }: KeyPress): KeyPress {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
}

/** Keys whose label differs from the name in the event. */
const labels: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
  " ": "Space",
  "-": "−",
  // On many keyboards this is the + key without Shift.
  "=": "+",
};

/** Returns the labels that a record may have for a key press: modifiers in the order Ctrl, Alt, ⇧, then the key. */
function labelsOf(press: KeyPress): string[] {
  const { altKey, ctrlKey, metaKey } = press;
  const key = `${altKey ? "Alt " : ""}${isShifted(press) ? "⇧ " : ""}${labelOf(press)}`;
  if (!ctrlKey && !metaKey) return [key];
  // On a Mac, ⌘ is what Ctrl is elsewhere, and ⌃ is free for other uses.
  return ctrlKey ? [`Ctrl/⌘ ${key}`, `Ctrl ${key}`] : [`Ctrl/⌘ ${key}`];
}

/**
 * True if the label shows Shift. For a character without Ctrl or ⌘ it does not: the character itself tells (for
 * example "?"), and needs Shift on some keyboard layouts only.
 */
function isShifted({ key, ctrlKey, metaKey, shiftKey }: KeyPress): boolean {
  return shiftKey && (ctrlKey || metaKey || key.length > 1 || key === " ");
}

function labelOf({ key, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  // With Ctrl some browsers report the character as without Shift.
  if (shiftKey && (ctrlKey || metaKey) && key in shifted) return shifted[key] ?? key;
  // Upper case, so that Caps Lock makes no difference.
  return labels[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

const shifted: Readonly<Record<string, string>> = { ".": ">", ",": "<" };
