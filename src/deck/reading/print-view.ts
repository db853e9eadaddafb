// The deck as a document. With ?view=print reveal.js puts each slide onto a page, and each pane shows its recording.

import type { LivePane } from "../../pane/live-pane.ts";
import { asksForPrint } from "../../screen/slide-address.ts";
import { fitPage, twoFrames } from "./fit-page.ts";
import { PrintWait } from "./print-wait.ts";

let wait: PrintWait | undefined;

/** Sets the light theme and the landscape layout, whatever the window is like. Call this before the deck starts. */
export function preparePrintView(): void {
  if (!asksForPrint(location.search)) return;
  const { classList, dataset } = document.documentElement;
  classList.remove("portrait");
  dataset.theme = "light";
  wait = new PrintWait(document.querySelectorAll("live-pane").length);
}

/** Options for reveal.js: one page for each slide, with all its fragments. */
export const pages = { width: 1280, height: 720, pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1 };

/** Resolves when reveal.js has laid out the pages. Call this before the deck starts. */
export function pagesLaidOut(): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener("pdf-ready", resolve, { once: true }));
}

/**
 * Shows all recordings, each as large as its page allows. Until then the page says that it is not ready. When
 * everything is drawn, the page gets the class "is-printable", so that a script knows when to print.
 */
export async function showRecordings(panes: readonly LivePane[]): Promise<void> {
  const drawn = panes.map(async (pane) => {
    await pane.showRecorded();
    wait?.count();
  });
  await Promise.all([...drawn, document.fonts.ready]);
  revealSlides();
  for (const pane of panes) unfold(pane);
  await twoFrames();
  await Promise.all(panes.map(fitPage));
  document.documentElement.classList.add("is-printable");
  wait?.end();
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
