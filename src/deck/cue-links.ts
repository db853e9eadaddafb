// Links that also say which cues of a pane have been played.

import { ask } from "../controls/ask.ts";
import type { LinkedPlace } from "../screen/slide-address.ts";
import { fillPane } from "./near-slides.ts";

/**
 * Brings the pane of a linked slide to the state after the cues that the link names. Asks first if somebody's own text
 * would be lost. Does nothing if the link names no cues, or the slide has no pane with cues.
 * @param slides the sections of all slides
 */
export async function openAfterCues(slides: readonly Element[], { slide, cues }: LinkedPlace): Promise<void> {
  const section = slides.find(({ id }) => id === slide);
  const pane = section && cues !== undefined ? fillPane(section) : undefined;
  if (!pane || cues === undefined) return;
  const { count, done, isChangedByHand } = pane.cues.progress;
  if (count === 0 || (done === Math.min(cues, count) && !isChangedByHand)) return;
  if (!isChangedByHand || (await mayReplace())) pane.cues.goTo(cues);
}

function mayReplace(): Promise<boolean> {
  return ask({
    title: "Show what the link leads to?",
    text: "The text that you typed into this pane will be replaced by the state of the talk that the link names.",
    yes: "Show it",
    no: "Keep my text",
  });
}
