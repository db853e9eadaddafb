// Starts the deck: sets up reveal.js for panes, adds the deck's keys and menu, and follows the turns of slides.

import Reveal, { type RevealApi, type RevealConfig } from "reveal.js";
import type { Ink } from "../ink/ink.ts";
import { toggleHelp } from "../keys/help-sheet.ts";
import { loadEditor } from "../pane/code/pane-editor.ts";
import { languageIn } from "../pane/markup/pane-host.ts";
import { warmUp } from "../pane/runs/load-tools.ts";
import { currentCanvas, fitCanvas, followOrientation } from "../screen/canvas.ts";
import { toggleFullScreen } from "../screen/full-screen.ts";
import { OnScreenKeyboard } from "../screen/on-screen-keyboard.ts";
import { nameInTitle } from "../screen/page-title.ts";
import { quiet } from "../screen/quiet.ts";
import { asksForPrint, asksForReading, nameSlide, preflightHash } from "../screen/slide-address.ts";
import { savesData } from "../screen/thrift.ts";
import { addCueSwipes } from "./cue-swipes.ts";
import { CueTurns } from "./cue-turns.ts";
import { keyGroups } from "./deck-keys.ts";
import { addInk, printInk } from "./drawing.ts";
import { FootBar, type FootBarActions } from "./foot-bar.ts";
import { addDeckKeys, isKeyForReveal } from "./key-owner.ts";
import { keepBackgroundsOut, makeInertLater } from "./light-turns.ts";
import { addSlideMenu, type MenuExtras } from "./menu/slide-menu-offers.ts";
import { fillAllSlides, NearSlides, panesOf } from "./near-slides.ts";
import { copyLinksOnRequest, placeOn } from "./pane-links.ts";
import { Handout } from "./reading/handout.ts";
import { pages, pagesLaidOut, showRecordings } from "./reading/print-view.ts";
import { ReadingPage } from "./reading/reading-page.ts";
import { addRemoteKeys } from "./remote-keys.ts";
import { ShownDeck } from "./shown-deck.ts";
import { attempt, getReady, whenIdleInOrder } from "./start-order.ts";

/** The deck, once it shows its slide. */
export interface StartedDeck {
  /** Resolves when all has been loaded that a presenter may need next. */
  readonly isLoaded: Promise<void>;
  /** `undefined` in the views that are no deck: the reading page and the print view. */
  readonly shown?: ShownDeck;
  /** Pointing and drawing. As `shown`. */
  readonly ink?: Ink;
}

/** What the deck offers besides what it does itself. */
export interface DeckExtras extends MenuExtras {
  /** Opens the speaker's window. */
  readonly openDesk: () => void;
  readonly isDeskOpen: () => boolean;
}

/**
 * Starts the deck on the slides in the page.
 * @param extras entries that the menu has besides the deck's own
 */
export async function startDeck(extras: DeckExtras): Promise<StartedDeck> {
  const keyboard = new OnScreenKeyboard();
  if (asksForReading(location.search)) return { isLoaded: startReading(extras) };
  const isPrintView = asksForPrint(location.search);
  if (isPrintView) fillAllSlides();
  const deck = new Reveal(optionsFor(isPrintView));
  const slides = new NearSlides(deck);
  const laidOut = pagesLaidOut();
  await deck.initialize();
  document.documentElement.classList.remove("elsewhere");
  if (isPrintView) {
    await laidOut;
    void attempt(printInk);
    return { isLoaded: showRecordings(panesOf(document.body)) };
  }
  const handout = new Handout(() => {
    fitCanvas(deck, handout.heightBelow);
    deck.layout();
  });
  followOrientation(deck, { covered: () => handout.heightBelow, isHeld: () => keyboard.isUp });
  // Only the panes of the current slide. The others are composed when they come near.
  for (const pane of panesOf(deck.getCurrentSlide())) pane.compose();
  const turns = new CueTurns(deck);
  addRemoteKeys({ deck, turns, isDeskOpen: extras.isDeskOpen });
  addCueSwipes(deck, turns);
  const toggleHandout = () => handout.toggle();
  const ink = addInk(deck);
  const openMenu = listen(deck, toggleHandout, extras, ink);
  addFootBar(deck, turns, { openMenu, toggleTools: () => ink.toggleBar(), openDesk: extras.openDesk });
  followSlides(deck, handout);
  slides.follow();
  makeInertLater(deck.getSlides());
  keepBackgroundsOut(deck);
  return { isLoaded: loadRest(deck, slides, ink), shown: new ShownDeck(deck, turns), ink };
}

function optionsFor(isPrintView: boolean): RevealConfig {
  return {
    ...(isPrintView ? pages : currentCanvas()),
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    hash: true,
    // So that a link leads to the step, too.
    fragmentInURL: true,
    controls: false,
    slideNumber: "c/t",
    transition: "fade",
    transitionSpeed: "fast",
    backgroundTransition: "none",
    // Phones get a canvas of their own. reveal's scroll view would move the panes to other places in the page
    // (reading-page.ts).
    scrollActivationWidth: 0,
    help: false,
    // It would take the focus from an editor whenever the window becomes visible again.
    focusBodyOnPageVisibilityChange: false,
    keyboardCondition: isKeyForReveal,
    // reveal.js displays the slides that are nearer than this.
    viewDistance: 2,
    mobileViewDistance: 2,
  };
}

/** Waits until the viewer pauses. A program that is left running must not keep the rest from loading. */
function pause(): Promise<void> {
  return quiet(15_000);
}

/** Loads what the first slide does not need: what is shown or comes next before what may be used later. */
async function loadRest(deck: RevealApi, slides: NearSlides, ink: Ink): Promise<void> {
  await getReady(panesOf(deck.getCurrentSlide()));
  await whenIdleInOrder([
    () => slides.prepare(),
    () => ink.prepare(),
    // Compiling the compiler takes a processor but no network, so storing the deck need not wait for it.
    ...(savesData() ? [] : [pause, loadEditor, pause, () => void attempt(warmUpLanguages)]),
  ]);
}

/** Shows all slides as one page. */
async function startReading(extras: DeckExtras): Promise<void> {
  fillAllSlides();
  const page = new ReadingPage();
  listen(page, () => page.toggleNotes(), extras);
  await whenIdleInOrder([warmUpLanguages]);
}

/** Prepares the compilers and run workers of the languages that the deck's panes use. */
async function warmUpLanguages(): Promise<void> {
  await Promise.all([...new Set(panesOf(document.body).map(languageIn))].map(warmUp));
}

/** What shows the slides: reveal.js or the reading page. */
type Stage = Pick<RevealApi, "getCurrentSlide" | "toggleOverview">;

/** @returns what opens the list of slides */
function listen(deck: Stage, toggleHandout: () => void, extras: DeckExtras, ink?: Ink): () => void {
  const check = () => {
    location.hash = preflightHash;
  };
  const offers = [
    { label: "Notes", act: toggleHandout },
    { label: "Check before a talk", act: check },
  ];
  const help = () => toggleHelp(keyGroups, offers);
  const tools = ink ? [{ label: "Draw and point", act: () => ink.toggleBar() }] : [];
  const menu = addSlideMenu({
    current: () => deck.getCurrentSlide().id,
    place: () => placeOn(deck.getCurrentSlide()),
    toggleHandout,
    help,
    extras: { ...extras, offers: [...tools, ...extras.offers] },
  });
  const pane = () => {
    // In the overview nobody could see what is typed or run.
    deck.toggleOverview(false);
    return panesOf(deck.getCurrentSlide())[0];
  };
  copyLinksOnRequest();
  const { openDesk } = extras;
  const openMenu = () => menu.open();
  addDeckKeys({ pane, openMenu, openDesk, toggleHandout, toggleHelp: help, ink });
  return openMenu;
}

/** Adds the bar at the foot of the slides. */
function addFootBar(
  deck: RevealApi,
  turns: CueTurns,
  actions: Pick<FootBarActions, "openMenu" | "toggleTools" | "openDesk">,
): void {
  const bar = new FootBar({
    ...actions,
    back: () => turns.turn("previous"),
    next: () => turns.turn("next"),
    place: () => `${deck.getSlidePastCount() + 1} / ${deck.getTotalSlides()}`,
    toggleFullScreen: () => void toggleFullScreen(),
  });
  document.querySelector(".reveal")?.append(bar.element);
  deck.on("slidechanged", () => bar.show());
}

function followSlides(deck: RevealApi, handout: Handout): void {
  handout.show(deck.getCurrentSlide());
  nameInTitle(deck.getCurrentSlide(), deck.isFirstSlide());
  handout.restore();
  addEventListener("beforeprint", () => {
    for (const each of panesOf(deck.getCurrentSlide())) each.showForPrint();
  });
  addEventListener("afterprint", () => {
    for (const each of panesOf(document.body)) each.endPrint();
  });
  deck.on("slidechanged", () => {
    // Later, because reveal.js may be about to do it.
    setTimeout(() => nameSlide(deck.getCurrentSlide().id));
    closeBoxes();
    leaveFocus(deck.getCurrentSlide());
    handout.show(deck.getCurrentSlide());
    nameInTitle(deck.getCurrentSlide(), deck.isFirstSlide());
    for (const slide of deck.getSlides()) {
      if (slide !== deck.getCurrentSlide()) for (const each of panesOf(slide)) each.rest();
    }
  });
}

/** Closes open popovers. They lie above all slides and would stay open. */
function closeBoxes(): void {
  for (const box of document.querySelectorAll<HTMLElement>(":popover-open")) box.hidePopover();
}

/** Takes the focus off a slide that is no longer visible. Otherwise keys would still go into its editor. */
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
