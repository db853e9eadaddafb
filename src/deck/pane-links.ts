// Links that also say what a pane shows: which cues have been played, and under which seed its threads run in turns.

import { ask } from "../controls/ask.ts";
import type { LivePane } from "../pane/live-pane.ts";
import { paneLinkEvent } from "../pane/markup/pane-host.ts";
import { asksForReading, type LinkedPlace } from "../screen/slide-address.ts";
import { fillPane, panesOf } from "./near-slides.ts";
import { copyLink } from "./sharing/place-link.ts";

/** The place of a slide, with what its pane shows. */
export function placeOn(slide: Element): LinkedPlace {
  // The reading page shows all steps, and a link to it names none.
  const isRead = asksForReading(location.search);
  const pane = panesOf(slide)[0];
  const { done: cues = 0 } = pane?.cues.progress ?? {};
  const { threads } = pane ?? {};
  return {
    slide: slide.id,
    steps: isRead ? 0 : stepsShown(slide),
    cues: cues > 0 ? cues : undefined,
    turns: threads?.mode === "in turns" ? threads.seed : undefined,
  };
}

/** Several elements may be one step. */
function stepsShown(slide: Element): number {
  const visible = slide.querySelectorAll<HTMLElement>(".fragment.visible");
  return new Set([...visible].map(({ dataset }) => dataset.fragmentIndex)).size;
}

/** A link leads to what the talk has, so that a run under a seed comes out otherwise if the viewer has changed that. */
function saidOf(pane: LivePane | undefined): string {
  const isTalks = pane === undefined || pane.isAsLinked;
  return isTalks ? "Link copied" : "Link copied: to the talk’s program and network, without your changes";
}

/** Copies a link to the slide of a pane when that asks for it. Links tell of the first pane of a slide. */
export function copyLinksOnRequest(): void {
  addEventListener(paneLinkEvent, ({ target }) => {
    const slide = target instanceof Element ? target.closest("section") : null;
    if (slide) void copyLink(location.href, placeOn(slide), saidOf(panesOf(slide)[0]));
  });
}

/**
 * Brings the pane of a linked slide to the state that the link names. Asks first if somebody's own text would be lost.
 * Does nothing if the link names none, or the slide has no pane for it.
 * @param slides the sections of all slides
 */
export async function openLinked(
  slides: readonly Element[],
  { slide, cues, turns }: LinkedPlace,
): Promise<void> {
  const section = slides.find(({ id }) => id === slide);
  const pane = section && (cues ?? turns) !== undefined ? fillPane(section) : undefined;
  if (pane && turns !== undefined) await openInTurns(pane, turns, cues);
  else if (pane && cues !== undefined) await openAfterCues(pane, cues);
}

/** Shows a mess again. It is one of the talk's own program, so another text has to go. */
async function openInTurns(pane: LivePane, seed: number, cues = 0): Promise<void> {
  if (!pane.cues.progress.isChangedByHand || (await mayReplace())) pane.openInTurns(seed, cues);
}

async function openAfterCues(pane: LivePane, cues: number): Promise<void> {
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
