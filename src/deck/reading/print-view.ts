// The deck as a document: with ?view=print reveal.js puts each slide onto a page, and each pane shows its recording.

import type { LivePane } from "../../pane/live-pane.ts";
import { asksForPrint } from "../../screen/slide-address.ts";

/** Paper is bright and lies across, whatever the window is like. To be called before the deck starts. */
export function preparePrintView(): void {
  if (!asksForPrint(location.search)) return;
  const { classList, dataset } = document.documentElement;
  classList.remove("portrait");
  dataset.theme = "light";
}

/** What reveal.js is told of pages: one for each slide, with all of its fragments. */
export const pages = { width: 1280, height: 720, pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1 };

/** Resolves when reveal.js has laid out the pages. To be called before the deck starts. */
export function pagesLaidOut(): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener("pdf-ready", resolve, { once: true }));
}

/**
 * Shows all recordings, each as large as its page allows. When all is drawn, the page has the class "is-printable", for
 * whoever prints it by a script.
 */
export async function showRecordings(panes: readonly LivePane[]): Promise<void> {
  await Promise.all([...panes.map((pane) => pane.showRecorded()), document.fonts.ready]);
  revealSlides();
  for (const pane of panes) unfold(pane);
  await twoFrames();
  for (const pane of panes) fitText(pane);
  await twoFrames();
  document.documentElement.classList.add("is-printable");
}

/** For readers of the screen reveal.js hides all slides but one; a document is read from its first page to its last. */
function revealSlides(): void {
  for (const slide of document.querySelectorAll(".pdf-page > section")) {
    slide.removeAttribute("hidden");
    slide.removeAttribute("aria-hidden");
  }
}

/** Shows both programs of a race. */
function unfold(pane: HTMLElement): void {
  const file = pane.getAttribute("against");
  for (const text of pane.querySelectorAll<HTMLElement>(".pane-text")) {
    if (text.dataset.file === file) text.hidden = false;
  }
}

/** In the deck's units. Code that would be smaller than `readable` rather has another place in its pane. */
const sizes = { usual: 20, readable: 15, smallest: 5.5, step: 0.5 } as const;
const lineHeight = 1.4;

/** Makes code and output of a pane smaller until nothing of them is cut off. */
function fitText(pane: HTMLElement): void {
  if (fits(pane, sizes.readable)) return;
  pane.classList.add("has-long-code");
  fits(pane, sizes.smallest);
}

function fits(pane: HTMLElement, smallest: number): boolean {
  for (let size: number = sizes.usual; size >= smallest; size -= sizes.step) {
    pane.style.setProperty("--code-size", `${size}px`);
    pane.style.setProperty("--code-line", `${size * lineHeight}px`);
    if (!isCutOff(pane)) return true;
  }
  return false;
}

function isCutOff(pane: HTMLElement): boolean {
  const areas = pane.querySelectorAll<HTMLElement>(".pane-code, .pane-output");
  return [...areas].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
}

/** What was shown is drawn in the next frame, and what depends on its size in the one after. */
async function twoFrames(): Promise<void> {
  for (let count = 0; count < 2; count += 1) await new Promise(requestAnimationFrame);
}
