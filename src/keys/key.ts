// What a key is called, does, and sets off: one record says all three. Whoever listens looks a key press up in its records.

/** One line of the sheet of keys. */
export interface KeyLine {
  /** As they stand on a keyboard: "E", "⇧ ←", "Ctrl/⌘ Enter". */
  readonly keys: readonly string[];
  readonly does: string;
}

/** Keys that belong together, such as the one for the next entry and the one for the entry before. */
export interface KeyRecord<Act> {
  /**
   * What each key sets off, by its label (see `labelsOf`). A digit has a record of its own: JavaScript would put it
   * before all other keys of a record.
   */
  readonly keys: Readonly<Record<string, Act>>;
  readonly does: string;
}

/** A key press, as far as it matters here; a KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key press sets off; undefined where none of the records has it. */
export function pressed<Act>(records: readonly KeyRecord<Act>[], press: KeyPress): Act | undefined {
  for (const label of labelsOf(press)) {
    const record = records.find(({ keys }) => Object.hasOwn(keys, label));
    if (record) return record.keys[label];
  }
  return undefined;
}

/** The same for keys that do with Shift what they do without, unless that has a use of its own. */
export function pressedWithShift<Act>(records: readonly KeyRecord<Act>[], press: KeyPress): Act | undefined {
  const { key, altKey, ctrlKey, metaKey } = press;
  return pressed(records, press) ?? pressed(records, { key, altKey, ctrlKey, metaKey, shiftKey: false });
}

/** The records as lines of the sheet. */
export function linesOf(records: readonly KeyRecord<unknown>[]): KeyLine[] {
  return records.map(({ keys, does }) => ({ keys: Object.keys(keys), does }));
}

/** The same key without Shift, Ctrl and their kin. */
export function bare({ key }: KeyPress): KeyPress {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
}

/** Keys whose label is not what an event calls them. */
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
  // The key of + without Shift, on many keyboards.
  "=": "+",
};

/** The labels that a record may have for a key press: its modifiers in the order Ctrl, Alt, ⇧, then the key. */
function labelsOf(press: KeyPress): string[] {
  const { altKey, ctrlKey, metaKey } = press;
  const key = `${altKey ? "Alt " : ""}${isShifted(press) ? "⇧ " : ""}${labelOf(press)}`;
  if (!ctrlKey && !metaKey) return [key];
  // On a Mac ⌘ is what Ctrl is elsewhere, and ⌃ is free for other uses.
  return ctrlKey ? [`Ctrl/⌘ ${key}`, `Ctrl ${key}`] : [`Ctrl/⌘ ${key}`];
}

/** A character says itself whether Shift was pressed, and stands elsewhere from country to country. */
function isShifted({ key, ctrlKey, metaKey, shiftKey }: KeyPress): boolean {
  return shiftKey && (ctrlKey || metaKey || key.length > 1 || key === " ");
}

function labelOf({ key, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  // Some browsers tell the character without Shift where Ctrl is pressed, too.
  if (shiftKey && (ctrlKey || metaKey) && key in shifted) return shifted[key] ?? key;
  // Letters mean the same with Caps Lock.
  return labels[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

const shifted: Readonly<Record<string, string>> = { ".": ">", ",": "<" };
