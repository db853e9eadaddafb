// Creates and updates SVG elements. Writes an attribute only if it has changed, which keeps a frame cheap.

import type { SizedText } from "../picture/end-line.ts";

const namespace = "http://www.w3.org/2000/svg";

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  className = "",
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(namespace, name);
  if (className !== "") element.setAttribute("class", className);
  return element;
}

/** Formats a number for an attribute: rounded to a tenth of a unit. */
export function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Sets attributes. Numbers are rounded as in `fixed`. */
export function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = typeof value === "number" ? fixed(value) : value;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Sets the text of an element that contains nothing else. */
export function setText(element: Element, text: string): void {
  const { firstChild } = element;
  // Reuses the text node: replacing it would make the browser recompute the styles of many elements around it.
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

/** Sets a text with its position and size. Hides the element if `text` is undefined. */
export function setSizedText(element: SVGTextElement, text: SizedText | undefined): void {
  show(element, text !== undefined);
  if (!text) return;
  setAttributes(element, { x: text.x, y: text.y, "text-anchor": text.anchor, "font-size": text.size });
  setText(element, text.text);
}

/** Shows or hides an element without removing it from the picture. */
export function show(element: SVGElement, shown: boolean): void {
  const display = shown ? "" : "none";
  if (element.style.display !== display) element.style.display = display;
}

/** Keeps one drawing per key, in the order of `items`. Makes missing drawings, updates all, and removes the others. */
export function keyed<
  Item extends { readonly key: string },
  Drawing extends { readonly element: SVGElement },
>(
  parent: SVGElement,
  drawings: Map<string, Drawing>,
  items: readonly Item[],
  make: (item: Item) => Drawing,
  update: (drawing: Drawing, item: Item) => void,
): void {
  const left = new Set(drawings.keys());
  for (const item of items) {
    const drawing = drawings.get(item.key) ?? make(item);
    if (left.delete(item.key) === false) parent.append(drawing.element);
    drawings.set(item.key, drawing);
    update(drawing, item);
  }
  for (const key of left) {
    drawings.get(key)?.element.remove();
    drawings.delete(key);
  }
}
