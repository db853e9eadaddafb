// The deck: reveal.js set up for panes, its keys, and which panes are awake.

import Reveal, { type RevealApi } from "reveal.js";
import { toggleHelp } from "../keys/help-sheet.ts";
import { LivePane } from "../pane/live-pane.ts";
import { languageIn } from "../pane/markup/pane-host.ts";
import { warmUp } from "../pane/runs/load-tools.ts";
import { currentCanvas, fitCanvas, followOrientation } from "../screen/canvas.ts";
import { whenIdle } from "../screen/idle.ts";
import { OnScreenKeyboard } from "../screen/on-screen-keyboard.ts";
import { asksForPrint, asksForReading, keepHashTidy } from "../screen/slide-address.ts";
import { keyGroups } from "./deck-keys.ts";
import { addDeckKeys, isKeyForReveal } from "./key-owner.ts";
import { addSlideMenu, type MenuExtras } from "./menu/slide-menu-offers.ts";
import { Handout } from "./reading/handout.ts";
import { pages, pagesLaidOut, showRecordings } from "./reading/print-view.ts";
import { ReadingPage } from "./reading/reading-page.ts";

/** How many slides away a pane's editor opens, so that it is there when its slide comes. */
const near = 1;

/**
 * Starts the deck on the slides in the page.
 * @param extras what its menu has besides
 */
export async function startDeck(extras: MenuExtras): Promise<void> {
  keepHashTidy();
  const keyboard = new OnScreenKeyboard();
  if (asksForReading(location.search)) return startReading(extras);
  const isPrintView = asksForPrint(location.search);
  const deck = new Reveal({
    ...(isPrintView ? pages : currentCanvas()),
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    hash: true,
    controls: false,
    slideNumber: "c/t",
    transition: "fade",
    transitionSpeed: "fast",
    backgroundTransition: "none",
    // Phones get a canvas of their own; reveal's scroll view would move the panes about in the page (reading-page.ts).
    scrollActivationWidth: 0,
    help: false,
    // Would take the focus from an editor whenever the window comes back.
    focusBodyOnPageVisibilityChange: false,
    keyboardCondition: isKeyForReveal,
  });
  const laidOut = pagesLaidOut();
  await deck.initialize();
  document.documentElement.classList.remove("elsewhere");
  if (isPrintView) {
    await laidOut;
    return showRecordings(panesOf(document.body));
  }
  const handout = new Handout(() => {
    fitCanvas(deck, handout.heightBelow);
    deck.layout();
  });
  followOrientation(deck, { covered: () => handout.heightBelow, isHeld: () => keyboard.isUp });
  // The others have time until they come near.
  for (const pane of panesOf(deck.getCurrentSlide())) pane.compose();
  if (isMirror()) return makeInert();
  const toggleHandout = () => handout.toggle();
  listen(deck, toggleHandout, extras);
  followSlides(deck, handout);
  whenIdle(() => {
    wakePanes(deck);
    addSpeakerView(deck).catch(() =>
      console.warn("The speaker view could not be loaded. Reload the deck to try again."),
    );
    warmUpLanguages();
  });
}

/** All slides as one page. */
function startReading(extras: MenuExtras): void {
  const page = new ReadingPage();
  listen(page, () => page.toggleNotes(), extras);
  whenIdle(warmUpLanguages);
}

/** Has ready what runs the deck's panes. */
function warmUpLanguages(): void {
  for (const language of new Set(panesOf(document.body).map(languageIn))) {
    // A failure shows when somebody presses Run, where it can be told and mended.
    warmUp(language).catch(() => undefined);
  }
}

/** True in the small copies of the deck inside the speaker view, where nothing runs. */
export function isMirror(): boolean {
  return new URLSearchParams(location.search).has("receiver");
}

function makeInert(): void {
  document.querySelector(".slides")?.toggleAttribute("inert", true);
}

/** What shows the slides: the deck, or the page on which they are read. */
type Stage = Pick<RevealApi, "getCurrentSlide" | "toggleOverview">;

function listen(deck: Stage, toggleHandout: () => void, extras: MenuExtras): void {
  const help = () => toggleHelp(keyGroups, toggleHandout);
  const menu = addSlideMenu({ current: () => deck.getCurrentSlide().id, toggleHandout, help, extras });
  const pane = () => {
    // Among small slides nobody sees what is typed or run.
    deck.toggleOverview(false);
    return panesOf(deck.getCurrentSlide())[0];
  };
  addDeckKeys({ pane, openMenu: () => menu.open(), toggleHandout, toggleHelp: help });
}

function followSlides(deck: RevealApi, handout: Handout): void {
  handout.show(deck.getCurrentSlide());
  handout.restore();
  addEventListener("beforeprint", () => {
    for (const each of panesOf(deck.getCurrentSlide())) each.showForPrint();
  });
  addEventListener("afterprint", () => {
    for (const each of panesOf(document.body)) each.endPrint();
  });
  deck.on("slidechanged", () => {
    closeBoxes();
    leaveFocus(deck.getCurrentSlide());
    handout.show(deck.getCurrentSlide());
    for (const slide of deck.getSlides()) {
      if (slide !== deck.getCurrentSlide()) for (const each of panesOf(slide)) each.rest();
    }
    wakePanes(deck);
  });
}

/** Opens the editors of this slide and its neighbours, nearest first, and closes the others. */
function wakePanes(deck: RevealApi): void {
  const { h: current } = deck.getIndices();
  const distance = (index: number) => Math.abs(index - current);
  const slides = [...deck.getSlides().entries()].sort(([a], [b]) => distance(a) - distance(b));
  for (const [index, slide] of slides) {
    for (const pane of panesOf(slide)) {
      if (distance(index) <= near) void pane.wake();
      else pane.sleep();
    }
  }
}

function panesOf(slide: Element | undefined): LivePane[] {
  return [...(slide?.querySelectorAll("live-pane") ?? [])].filter((element) => element instanceof LivePane);
}

/** An open box is above all slides, and would stay there. */
function closeBoxes(): void {
  for (const box of document.querySelectorAll<HTMLElement>(":popover-open")) box.hidePopover();
}

/** Keys must not go on into an editor that is no longer seen. */
function leaveFocus(slide: Element): void {
  const { activeElement } = document;
  if (
    activeElement instanceof HTMLElement &&
    activeElement.closest("section") &&
    !slide.contains(activeElement)
  ) {
    activeElement.blur();
  }
}

/** Its window has an interpreter for Markdown, more than the first slide needs. */
async function addSpeakerView(deck: RevealApi): Promise<void> {
  const { default: SpeakerNotes } = await import("reveal.js/plugin/notes");
  deck.registerPlugin(SpeakerNotes());
}
