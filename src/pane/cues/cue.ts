// A cue: a presenter's next step, with a sentence on what to notice. Pure.

/** A text is entered at the prompt. */
export interface PromptCue {
  readonly kind: "prompt";
  /** One sentence: what to notice. Code in it stands between backticks. */
  readonly note: string;
  readonly text: string;
}

/** A file's text is changed. */
export interface EditCue {
  readonly kind: "edit";
  readonly note: string;
  readonly file: string;
  /** `before` stands in the text exactly once; `after` replaces it. */
  readonly before: string;
  readonly after: string;
}

/** The program is run. */
export interface RunCue {
  readonly kind: "run";
  readonly note: string;
}

/** The newest runs are kept, to be compared with the next ones. */
export interface KeepCue {
  readonly kind: "keep";
  readonly note: string;
}

export type Cue = PromptCue | EditCue | RunCue | KeepCue;

/**
 * Makes the edit in a text.
 * @returns the new text, or `undefined` if `before` does not stand in the text exactly once
 */
export function applyEdit(
  text: string,
  { before, after }: Pick<EditCue, "before" | "after">,
): string | undefined {
  const at = placeOf(text, before);
  return at === undefined ? undefined : text.slice(0, at) + after + text.slice(at + before.length);
}

/** The text after each key press of somebody who types the edit. The last one is the finished edit. */
export function typedEdit(text: string, edit: Pick<EditCue, "before" | "after">): string[] {
  const at = placeOf(text, edit.before);
  if (at === undefined) return [];
  const { before, after } = edit;
  const same = commonLength(before, after);
  const shorter = Math.min(before.length, after.length) - same;
  const rest = commonLength(reversed(before).slice(0, shorter), reversed(after).slice(0, shorter));
  const head = text.slice(0, at + same);
  const tail = text.slice(at + before.length - rest);
  const typed = after.slice(same, after.length - rest);
  const texts = before.length - rest > same ? [head + tail] : [];
  for (let length = 1; length <= typed.length; length += 1) texts.push(head + typed.slice(0, length) + tail);
  return texts;
}

function placeOf(text: string, before: string): number | undefined {
  const at = text.indexOf(before);
  return at < 0 || before === "" || text.indexOf(before, at + 1) >= 0 ? undefined : at;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

/** The state after some cues: the texts, whether the program has to run, and what is entered after that. */
export interface CueState {
  readonly texts: ReadonlyMap<string, string>;
  readonly runs: boolean;
  readonly entries: readonly string[];
}

/**
 * The state after the first `count` cues, whatever was typed.
 * @param originals the author's texts by file name
 * @throws {RangeError} with a sentence if an edit does not fit
 */
export function stateAfter(
  cues: readonly Cue[],
  count: number,
  originals: ReadonlyMap<string, string>,
): CueState {
  const texts = new Map(originals);
  let runs = false;
  let entries: string[] = [];
  for (const [index, cue] of cues.slice(0, count).entries()) {
    switch (cue.kind) {
      case "edit": {
        const text = applyEdit(texts.get(cue.file) ?? "", cue);
        if (text === undefined) {
          throw new RangeError(
            `Cue ${index + 1} does not fit ${cue.file}: what it changes does not stand in it once.`,
          );
        }
        texts.set(cue.file, text);
        // An edit makes another program: earlier runs and entries do not belong to it.
        [runs, entries] = [false, []];
        break;
      }
      case "run":
        [runs, entries] = [true, []];
        break;
      case "keep":
        break;
      case "prompt":
        [runs, entries] = [true, [...entries, cue.text]];
        break;
      default:
        cue satisfies never;
    }
  }
  return { texts, runs, entries };
}
