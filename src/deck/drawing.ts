// Pointing and drawing on the slides of the deck.

import type { RevealApi } from "reveal.js";
import { Ink, printDrawings } from "../ink/ink.ts";
import { pageOf } from "../ink/state/ink-state.ts";
import { InkStore } from "../ink/state/ink-store.ts";
import { keepInk, restoredInk } from "../ink/state/kept-ink.ts";

/** Adds the tools. They load nothing until one is used, unless something is drawn. */
export function addInk(deck: RevealApi): Ink {
  const slides = document.querySelector<HTMLElement>(".reveal > .slides");
  if (!slides) throw new Error("The page has no box of slides to draw on.");
  const store = new InkStore(restoredInk());
  keepInk(store);
  const { classList } = document.documentElement;
  const page = () => pageOf(deck.getCurrentSlide().id, classList.contains("portrait"));
  const ink = new Ink(store, { slides, page });
  deck.on("slidechanged", () => ink.show());
  deck.on("resize", () => ink.show());
  ink.show();
  return ink;
}

/** Draws what is kept on the pages of the print view, if the presenter wants that. */
export async function printInk(): Promise<void> {
  await printDrawings(document.querySelectorAll<HTMLElement>(".pdf-page > section"), restoredInk());
}
