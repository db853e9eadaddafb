// Reads the slides of the page for the menu: their titles and all text that can be searched.

import { readable } from "../../screen/deferred.ts";
import type { ListedSlide } from "./slide-search.ts";

/** Elements whose text is not part of the slide's own text. */
const apart = "live-pane, aside.notes, script, style, [hidden]";

/** Reads slides from their sections. */
export function listSlides(slides: readonly HTMLElement[]): ListedSlide[] {
  return slides.map((section, index) => {
    const slide = readable(section);
    return {
      id: section.id,
      position: index + 1,
      number: Number(section.dataset.number),
      title: titleOf(slide),
      texts: {
        slide: ownText(slide),
        code: textOf(slide.querySelectorAll(".pane-text")),
        notes: textOf(notesOf(slide)?.children ?? []),
      },
    };
  });
}

/** Returns the elements of the slides, in order. */
export function sections(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".slides > section")];
}

/** Returns the heading of a slide without the topic above it, or the slide's id if it has no heading. */
export function titleOf(section: Element): string {
  const heading = section.querySelector("h1, h2, h3")?.cloneNode(true);
  if (!(heading instanceof Element)) return section.id;
  heading.querySelector(".topic")?.remove();
  return oneLine(heading.textContent) || section.id;
}

/** Returns the speaker notes of a slide. On the reading page they come after the slide. */
export function notesOf(section: Element): Element | null {
  const next = section.nextElementSibling;
  return section.querySelector("aside.notes") ?? (next?.matches("aside.notes") ? next : null);
}

function ownText(section: Element): string {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(apart) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: string[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode.data);
  }
  return oneLine(texts.join(""));
}

function textOf(elements: Iterable<Element>): string {
  return oneLine([...elements].map(({ textContent }) => textContent).join(" "));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
