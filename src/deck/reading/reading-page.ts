// The reading page shows all slides below each other, with all their steps and notes, for people who read on a phone.
// It is shown only on request.
//
// reveal's own scroll view does not fit: it moves every slide into a wrapper, where the style sheets' `.slides >
// section` does not match, makes a screen of each step, and resolves an address to the previous slide.

import { LivePane } from "../../pane/live-pane.ts";
import { markOrientation } from "../../screen/canvas.ts";
import { nameInTitle } from "../../screen/page-title.ts";
import { slideIn } from "../../screen/slide-address.ts";
import { isEnlarged } from "../../screen/zoom.ts";
import { notesOf, sections } from "../menu/slide-list.ts";

/** A slide is the current one if it or its notes cover the line at this share of the window's height, from the top. */
const eyeLine = 0.4;

/** How far from the window a pane opens its editor, as a share of the window's height. */
const near = "60%";

/** In pixels: a page that is narrower shows the upright form of the slides. */
const narrow = 900;

/** Lower padding of a slide, in deck units. Overflowing content covers it. */
const roomBelow = 40;

/** Takes the place of reveal.js on the reading page. */
export class ReadingPage {
  readonly #slides = sections();
  #present: Element | undefined;
  #width = 0;

  constructor() {
    document.documentElement.classList.add("reading");
    // reveal.js's style sheet keeps a page with the last of these classes from scrolling.
    document.documentElement.classList.remove("elsewhere", "reveal-full-page");
    for (const slide of this.#slides) unfold(slide);
    this.#fit();
    // Only now, because until then the slides are laid out as in the first paint.
    document.querySelector(".reveal")?.classList.add("ready");
    this.#listen();
    this.#scrollToAddress();
    wakeNear(this.#slides);
  }

  /**
   * Returns the slide that is being read: the one with the focus, if it is visible, or else the one at the eye line.
   */
  getCurrentSlide(): HTMLElement {
    const focused = this.#slides.find((slide) => slide.contains(document.activeElement));
    const slide = focused && isSeen(focused) ? focused : this.#slides.findLast(isAboveEyes);
    const shown = slide ?? this.#slides[0];
    if (!shown) throw new Error("The page has no slides to read.");
    return shown;
  }

  /** Does nothing. The reading page has no overview, because all slides are in reach. */
  toggleOverview(): void {}

  /** Hides all notes, or shows them again. */
  toggleNotes(): void {
    const slide = this.getCurrentSlide();
    document.documentElement.classList.toggle("without-notes");
    slide.scrollIntoView();
  }

  #listen(): void {
    addEventListener("hashchange", () => this.#scrollToAddress());
    addEventListener("scroll", () => this.#showPresent(), { passive: true });
    addEventListener("resize", () => this.#refit());
    // Lines of the notes may break differently once the real font has replaced its stand-in.
    void document.fonts.ready.then(() => this.#refit(true));
  }

  /**
   * Lays out again if the width has changed. Phones also fire resize when the address bar appears or disappears, and
   * nothing may move then.
   */
  #refit(always = false): void {
    if (!always && document.documentElement.clientWidth === this.#width) return;
    const present = this.#present;
    this.#fit();
    present?.scrollIntoView();
  }

  #fit(): void {
    // The upright form has fewer units beside each other, so its text is twice as large.
    markOrientation(document.documentElement.clientWidth < narrow || isEnlarged());
    const { clientWidth, classList, style } = document.documentElement;
    this.#width = clientWidth;
    const scale = classList.contains("portrait")
      ? clientWidth / 640
      : Math.min(clientWidth / 1280, (0.94 * innerHeight) / 720);
    style.setProperty("--reading-scale", String(scale));
    for (const slide of this.#slides) makeRoom(slide);
  }

  #scrollToAddress(): void {
    const id = slideIn(location.hash);
    const slide = this.#slides.find((each) => each.id === id);
    slide?.scrollIntoView();
    this.#showPresent();
  }

  /** Marks the current slide, so that its drawings are animated, and puts its id into the address. */
  #showPresent(): void {
    const slide = this.getCurrentSlide();
    if (slide === this.#present) return;
    this.#present = slide;
    nameInTitle(slide, slide === this.#slides[0]);
    for (const each of this.#slides) each.classList.toggle("present", each === slide);
    // At the top of the page an address without a slide stays as it is.
    if (slide !== this.#slides[0] || location.hash) history.replaceState(history.state, "", `#/${slide.id}`);
  }
}

/** Shows all steps of a slide and moves its notes behind it. */
function unfold(slide: Element): void {
  for (const step of slide.querySelectorAll(".fragment")) step.classList.add("visible");
  const notes = notesOf(slide);
  if (notes) slide.after(notes);
}

/** Makes a slide higher if its content needs it. Here nothing has to fit a screen. */
function makeRoom(slide: HTMLElement): void {
  slide.style.removeProperty("--height");
  const { clientHeight, scrollHeight } = slide;
  if (scrollHeight > clientHeight) slide.style.setProperty("--height", `${scrollHeight + roomBelow}px`);
}

/**
 * Wakes the panes near the window. On a touch screen an editor would catch the swipes that should scroll the page.
 * There a pane only restores its results, and opens its editor when its code is touched.
 */
function wakeNear(slides: readonly Element[]): void {
  const opens = matchMedia("(hover: hover)").matches;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof LivePane)) continue;
        if (isIntersecting && !opens) target.restore();
        else if (isIntersecting) void target.wake();
        else if (opens) target.sleep();
      }
    },
    { rootMargin: `${near} 0px` },
  );
  for (const pane of slides.flatMap((slide) => [...slide.querySelectorAll("live-pane")]))
    observer.observe(pane);
}

function isSeen(slide: Element): boolean {
  const { top, bottom } = slide.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function isAboveEyes(slide: Element): boolean {
  return slide.getBoundingClientRect().top <= eyeLine * innerHeight;
}
