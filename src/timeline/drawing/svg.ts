// Making and updating SVG elements: writes an attribute only where it changed, which keeps a frame cheap.

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

/** A number as attributes have it: rounded to a tenth of a unit. */
export function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Sets attributes; a number is rounded as in `fixed`. */
export function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = typeof value === "number" ? fixed(value) : value;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Sets the text of an element that has nothing else in it. */
export function setText(element: Element, text: string): void {
  const { firstChild } = element;
  // Another node in its place would have the styles of much around it computed anew.
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

/** Sets a text with its place and size; hides it where there is none. */
export function setSizedText(element: SVGTextElement, text: SizedText | undefined): void {
  show(element, text !== undefined);
  if (!text) return;
  setAttributes(element, { x: text.x, y: text.y, "text-anchor": text.anchor, "font-size": text.size });
  setText(element, text.text);
}

/** Shows or hides an element without taking it out of the picture. */
export function show(element: SVGElement, shown: boolean): void {
  const display = shown ? "" : "none";
  if (element.style.display !== display) element.style.display = display;
}

/**
 * Keeps one drawing per key, in the order of `items`: makes missing ones, updates all, removes those left over.
 */
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
