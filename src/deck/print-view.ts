// The deck as a document: with ?view=print reveal.js puts each slide onto a page, and each pane shows its recording.

import type { LivePane } from "./live-pane.ts";

/** True where the page's address asks for it. */
export function isPrintView(): boolean {
  return new URLSearchParams(location.search).get("view") === "print";
}

/** Paper is bright and lies across, whatever the window is like. To be called before the deck starts. */
export function preparePrintView(): void {
  if (!isPrintView()) return;
  const { classList, dataset } = document.documentElement;
  classList.remove("portrait");
  dataset.theme = "light";
}

/** What reveal.js is told of pages: one for each slide, with all of its fragments. */
export const pages = { width: 1280, height: 720, pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1 };

/** Shows all recordings; resolves when each is there, or has failed. */
export async function showRecordings(panes: readonly LivePane[]): Promise<void> {
  await Promise.all(panes.map((pane) => pane.showRecorded()));
}
