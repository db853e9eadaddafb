// The deck as a document. With ?view=print reveal.js puts each slide onto a page, and each pane shows its recording.

import type { LivePane } from "../../pane/live-pane.ts";
import { asksForPrint } from "../../screen/slide-address.ts";

/** Sets the light theme and the landscape layout, whatever the window is like. Call this before the deck starts. */
export function preparePrintView(): void {
  if (!asksForPrint(location.search)) return;
  const { classList, dataset } = document.documentElement;
  classList.remove("portrait");
  dataset.theme = "light";
}

/** Options for reveal.js: one page for each slide, with all its fragments. */
export const pages = { width: 1280, height: 720, pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1 };

/** Resolves when reveal.js has laid out the pages. Call this before the deck starts. */
export function pagesLaidOut(): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener("pdf-ready", resolve, { once: true }));
}

/**
 * Shows all recordings, each as large as its page allows. When everything is drawn, the page gets the class
 * "is-printable", so that a script knows when to print.
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

/**
 * reveal.js hides all slides but one from screen readers. A document is read from the first page to the last, so this
 * shows them all.
 */
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

/** Font sizes in the deck's units. If code would be smaller than `readable`, the pane gets another layout first. */
const sizes = { usual: 20, readable: 15, smallest: 5.5, step: 0.5 } as const;
const lineHeight = 1.4;

/** Shrinks the code and output of a pane until nothing is cut off. */
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

/** Waits until a change is drawn (one frame) and until what depends on its size is drawn too (another). */
async function twoFrames(): Promise<void> {
  for (let count = 0; count < 2; count += 1) await new Promise(requestAnimationFrame);
}
