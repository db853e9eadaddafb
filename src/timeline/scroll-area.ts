// Areas of the timeline that have more to show than there is room: keys scroll them, too.

/** Makes `area` a named group that can have the focus while `content` is higher than it. */
export function scrollByKeys(area: HTMLElement, content: Element, name: string): void {
  area.setAttribute("role", "group");
  area.setAttribute("aria-label", name);
  const sizes = new ResizeObserver(() => {
    if (area.scrollHeight > area.clientHeight) area.tabIndex = 0;
    else area.removeAttribute("tabindex");
  });
  sizes.observe(area);
  sizes.observe(content);
}
