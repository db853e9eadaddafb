// Reads the slides of the page for the menu: their titles, and all text in which one may look for something.

import type { ListedSlide } from "./slide-search.ts";

/** What is no text of the slide itself. */
const apart = "live-pane, aside.notes, script, style, [hidden]";

/** The slides of the page in their order. */
export function listSlides(): ListedSlide[] {
  return sections().map((section, index) => ({
    id: section.id,
    position: index + 1,
    number: Number(section.dataset.number),
    title: titleOf(section),
    texts: {
      slide: ownText(section),
      code: textOf(section.querySelectorAll(".pane-text")),
      notes: textOf(notesOf(section)?.children ?? []),
    },
  }));
}

/** The slides' elements in their order. */
export function sections(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".slides > section")];
}

/** What the heading of a slide says, without the topic above it; the address where it has none. */
export function titleOf(section: Element): string {
  const heading = section.querySelector("h1, h2, h3")?.cloneNode(true);
  if (!(heading instanceof Element)) return section.id;
  heading.querySelector(".topic")?.remove();
  return oneLine(heading.textContent) || section.id;
}

/** The speaker notes of a slide. On the reading page they stand behind it. */
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
