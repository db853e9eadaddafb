// The schema of the texts that somebody changed in a pane, as a draft stores them.

import * as v from "valibot";

/** By file name: the changed text, and the author's text that it was made from. */
export const changedTextsSchema = v.record(v.string(), v.object({ text: v.string(), original: v.string() }));

export type ChangedTexts = v.InferOutput<typeof changedTextsSchema>;
