// The draft of a pane: the part of its state that is kept over a reload. Schema, diff and checks.

import * as v from "valibot";
import { type ChangedTexts, changedTextsSchema } from "./changed-texts.ts";
import type { CueState, PaneState } from "./pane-state.ts";
import { greatestSeed, type ThreadMode, type TypingPace, typingPaces } from "./settings.ts";

const network = v.object({
  wait: v.pipe(v.number(), v.finite()),
  jitter: v.pipe(v.number(), v.finite()),
  failureRate: v.pipe(v.number(), v.finite()),
  seed: v.pipe(v.number(), v.finite()),
});

/**
 * An optional part. A value of another shape counts as absent, since another version of the deck may have written it.
 */
function part<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/** The schema of a stored draft. An absent part means the author's value. */
export const draftSchema = v.object({
  /** Changed texts by file name. Each comes with the author's text that it was made from. */
  files: part(changedTextsSchema),
  /** The changed texts of another window, if two windows changed the pane. Neither window's texts may be lost. */
  elsewhere: part(changedTextsSchema),
  network: part(network),
  /** The speed of the pane's clock; 1 is real time. */
  speed: part(v.pipe(v.number(), v.finite())),
  /** How the threads of the program run. */
  threads: part(
    v.object({
      mode: v.picklist(["real", "in turns"] satisfies ThreadMode[]),
      seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(greatestSeed)),
    }),
  ),
  /** The entries of the prompt, oldest first. */
  history: part(v.array(v.string())),
  /** The number of cues that were played, and the pace at which they are typed. */
  cues: part(
    v.object({
      done: v.pipe(v.number(), v.integer(), v.minValue(0)),
      pace: v.picklist(Object.keys(typingPaces) as TypingPace[]),
    }),
  ),
  /** Shares of the pane's width and height, 0 to 1. */
  split: part(v.object({ columns: v.optional(v.number()), rows: v.optional(v.number()) })),
});

export type Draft = v.InferOutput<typeof draftSchema>;

/** The texts that differ from the author's, by file name, each with the author's text. */
export function changedTexts({ texts, setup }: Pick<PaneState, "texts" | "setup">): ChangedTexts {
  const all = [...texts].map(
    ([file, text]) => [file, { text, original: setup.originals.get(file) ?? "" }] as const,
  );
  return Object.fromEntries(all.filter(([, { text, original }]) => text !== original));
}

/** Returns the parts of the draft that an event changed, or `undefined` if it changed none. */
export function draftChange(state: PaneState, before: PaneState): Draft | undefined {
  const change: Draft = {};
  if (state.texts !== before.texts) change.files = changedTexts(state);
  if (state.elsewhere !== before.elsewhere) change.elsewhere = state.elsewhere;
  if (state.network !== before.network) change.network = state.network;
  if (state.speed !== before.speed) change.speed = state.speed;
  if (state.threads !== before.threads) change.threads = state.threads;
  if (state.history !== before.history) change.history = [...state.history];
  if (areOthers(state.cues, before.cues)) change.cues = { done: state.cues.done, pace: state.cues.pace };
  if (state.split !== before.split) change.split = state.split;
  return Object.keys(change).length === 0 ? undefined : change;
}

function areOthers(cues: CueState, before: CueState): boolean {
  return cues.done !== before.done || cues.pace !== before.pace;
}

/** The changed files whose author's text is no longer the one that the change was made from. */
export function outdatedFiles({ files = {} }: Draft, originals: ReadonlyMap<string, string>): string[] {
  return Object.keys(files).filter(
    (file) => originals.has(file) && files[file]?.original !== originals.get(file),
  );
}
