// Draws the list of the slide menu: a group for each part of the talk, with its slides as options.

import type { Excerpt, FoundPart, FoundSlide } from "./slide-search.ts";

/** Prefix of an option's id. The slide's id follows it. */
const optionPrefix = "slide-menu-";

/** Returns the id of the slide that an option stands for. */
export function slideOf(option: Element): string {
  return option.id.slice(optionPrefix.length);
}

/**
 * Draws one group for each part.
 * @param current id of the slide that is shown
 */
export function drawParts(parts: readonly FoundPart[], current: string | undefined): HTMLElement[] {
  return parts.map(({ title, found }) => {
    const group = element("div", "slide-menu-part");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", title);
    const heading = element("p", "slide-menu-heading", title);
    heading.setAttribute("aria-hidden", "true");
    group.append(heading, ...found.map((each) => drawOption(each, each.slide.id === current)));
    return group;
  });
}

function drawOption({ slide, excerpt }: FoundSlide, isCurrent: boolean): HTMLElement {
  const option = element("div", "slide-menu-option");
  option.id = optionPrefix + slide.id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  if (isCurrent) option.setAttribute("aria-current", "true");
  option.append(
    element("span", "slide-menu-number", String(slide.position)),
    " ",
    element("span", "slide-menu-title", slide.title),
  );
  if (excerpt) option.append(" ", drawExcerpt(excerpt));
  return option;
}

function drawExcerpt({ place, before, match, after }: Excerpt): HTMLElement {
  const line = element("span", "slide-menu-excerpt");
  const where = place === "slide" ? "" : `${place}: `;
  line.append(where, before, element("mark", "", match), after);
  return line;
}

function element(tag: string, className: string, text = ""): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
