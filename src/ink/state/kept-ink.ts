// Keeps the drawings over a reload, for this tab only: a talk in another tab begins on clean slides.

import * as v from "valibot";
import { type InkPoint, type InkState, penColours } from "./ink-event.ts";
import { noInk } from "./ink-state.ts";
import type { InkStore } from "./ink-store.ts";

const key = "interleave:ink";

const coordinate = v.pipe(v.number(), v.finite());
const point = v.pipe(
  v.tuple([coordinate, coordinate, coordinate]),
  v.transform((each): InkPoint => each),
);
const stroke = v.object({
  id: v.string(),
  colour: v.picklist(penColours),
  hasPressure: v.boolean(),
  points: v.array(point),
});
const mark = v.variant("kind", [
  v.object({ kind: v.literal("stroke"), stroke }),
  v.object({ kind: v.literal("erased"), ids: v.array(v.string()) }),
  v.object({ kind: v.literal("cleared") }),
]);

/** The schema of what is kept. A part of another shape counts as absent. */
const kept = v.object({
  colour: v.fallback(v.picklist(penColours), noInk.colour),
  pages: v.fallback(v.record(v.string(), v.array(mark)), {}),
  prints: v.fallback(v.boolean(), noInk.prints),
});

/** Returns the kept state. No tool is in use in it. Without a readable one, nothing is drawn. */
export function restoredInk(): InkState {
  try {
    return readInk(sessionStorage.getItem(key) ?? "{}");
  } catch {
    return noInk;
  }
}

/** Reads the state from JSON text. Unreadable parts count as absent. */
export function readInk(text: string): InkState {
  const read = v.safeParse(kept, parsed(text));
  return read.success ? read.output : noInk;
}

/** Keeps the state from now on: when the page is hidden or left, which includes a reload. */
export function keepInk(store: InkStore): void {
  let saved = store.state;
  const save = () => {
    const { state } = store;
    if (state === saved) return;
    saved = state;
    try {
      const { colour, pages, prints } = state;
      sessionStorage.setItem(key, JSON.stringify({ colour, pages, prints }));
    } catch {
      // A browser without storage, or without room, shows the drawings as long as the page lives.
    }
  };
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", save);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
