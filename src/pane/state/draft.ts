// What is kept of a pane over a reload: a part of its state.

import * as v from "valibot";
import { type ChangedTexts, changedTextsSchema } from "./changed-texts.ts";
import type { PaneState } from "./pane-state.ts";

const network = v.object({
  wait: v.pipe(v.number(), v.finite()),
  jitter: v.pipe(v.number(), v.finite()),
  failureRate: v.pipe(v.number(), v.finite()),
  seed: v.pipe(v.number(), v.finite()),
});

/** A part that has not the shape it should is absent: other versions of the deck may have written it. */
function part<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/** Reads what was kept. Whatever is absent is as the author made it. */
export const draftSchema = v.object({
  /** Changed texts by file name, each with the author's text that it was made from. */
  files: part(changedTextsSchema),
  /** The changed texts of another window, if two windows changed the pane: neither may be lost. */
  elsewhere: part(changedTextsSchema),
  network: part(network),
  /** How fast the pane's clock goes. */
  speed: part(v.pipe(v.number(), v.finite())),
  /** What was entered at the prompt, oldest first. */
  history: part(v.array(v.string())),
  /** Shares of the pane's width and height, 0 to 1. */
  split: part(v.object({ columns: v.optional(v.number()), rows: v.optional(v.number()) })),
});

export type Draft = v.InferOutput<typeof draftSchema>;

/** The texts that differ from the author's, by file name, each with the author's. */
export function changedTexts({ texts, setup }: Pick<PaneState, "texts" | "setup">): ChangedTexts {
  const all = [...texts].map(
    ([file, text]) => [file, { text, original: setup.originals.get(file) ?? "" }] as const,
  );
  return Object.fromEntries(all.filter(([, { text, original }]) => text !== original));
}

/** What an event changed of what is kept; undefined where that is nothing. */
export function draftChange(state: PaneState, before: PaneState): Draft | undefined {
  const change: Draft = {};
  if (state.texts !== before.texts) change.files = changedTexts(state);
  if (state.elsewhere !== before.elsewhere) change.elsewhere = state.elsewhere;
  if (state.network !== before.network) change.network = state.network;
  if (state.speed !== before.speed) change.speed = state.speed;
  if (state.history !== before.history) change.history = [...state.history];
  if (state.split !== before.split) change.split = state.split;
  return Object.keys(change).length === 0 ? undefined : change;
}

/** The files whose author has changed them since the audience did. */
export function outdatedFiles({ files = {} }: Draft, originals: ReadonlyMap<string, string>): string[] {
  return Object.keys(files).filter(
    (file) => originals.has(file) && files[file]?.original !== originals.get(file),
  );
}
