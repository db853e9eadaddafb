// The reading page: all slides below each other, with all their steps and notes, for who reads on a phone. On request only.
//
// reveal's own scroll view is not it: it moves every slide into a frame of its own, where the style sheets' `.slides >
// section` does not reach it, makes a screen of each step, and leads an address to the slide before.

import { LivePane } from "../../pane/live-pane.ts";
import { markOrientation } from "../../screen/canvas.ts";
import { slideIn } from "../../screen/slide-address.ts";
import { notesOf, sections } from "../menu/slide-list.ts";

/** A slide is the present one while this part of the window's height, from above, is on it or on its notes. */
const eyeLine = 0.4;

/** How far from the window a pane's editor opens, as a share of the window's height. */
const near = "60%";

/** The lower padding of a slide, in its units: what overflows covers it. */
const roomBelow = 40;

/** Stands in for reveal.js where the slides are read. */
export class ReadingPage {
  readonly #slides = sections();
  #present: Element | undefined;
  #width = 0;

  constructor() {
    document.documentElement.classList.add("reading");
    document.documentElement.classList.remove("elsewhere");
    for (const slide of this.#slides) unfold(slide);
    this.#fit();
    // Only now: until then the slides stand as in the first paint.
    document.querySelector(".reveal")?.classList.add("ready");
    this.#listen();
    this.#scrollToAddress();
    wakeNear(this.#slides);
  }

  /** The slide that is being read: where the keyboard is, or else at the eye's height. */
  getCurrentSlide(): HTMLElement {
    const focused = this.#slides.find((slide) => slide.contains(document.activeElement));
    const slide = focused && isSeen(focused) ? focused : this.#slides.findLast(isAboveEyes);
    const shown = slide ?? this.#slides[0];
    if (!shown) throw new Error("The page has no slides to read.");
    return shown;
  }

  /** There is none: all slides are at hand. */
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
    // Lines of notes may break otherwise than in the font that stood in.
    void document.fonts.ready.then(() => this.#refit(true));
  }

  /** Phones also tell of a new height whenever their address bar comes or goes: nothing may move then. */
  #refit(always = false): void {
    if (!always && document.documentElement.clientWidth === this.#width) return;
    const present = this.#present;
    this.#fit();
    present?.scrollIntoView();
  }

  #fit(): void {
    markOrientation();
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

  /** Marks the present slide, whose drawings move, and names it in the address. */
  #showPresent(): void {
    const slide = this.getCurrentSlide();
    if (slide === this.#present) return;
    this.#present = slide;
    for (const each of this.#slides) each.classList.toggle("present", each === slide);
    // Where the page begins, an address without a slide stays as it is.
    if (slide !== this.#slides[0] || location.hash) history.replaceState(history.state, "", `#/${slide.id}`);
  }
}

/** Shows all steps of a slide, and its notes behind it. */
function unfold(slide: Element): void {
  for (const step of slide.querySelectorAll(".fragment")) step.classList.add("visible");
  const notes = notesOf(slide);
  if (notes) slide.after(notes);
}

/** A slide that needs more than the usual height gets it: here nothing has to fit a screen. */
function makeRoom(slide: HTMLElement): void {
  slide.style.removeProperty("--height");
  const { clientHeight, scrollHeight } = slide;
  if (scrollHeight > clientHeight) slide.style.setProperty("--height", `${scrollHeight + roomBelow}px`);
}

/** With a finger an editor would catch what is to scroll the page: there results come back, and it opens when its code is touched. */
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
