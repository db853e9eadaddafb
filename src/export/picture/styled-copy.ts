// Copies the elements of a drawing so that they look the same without the page's style sheets.

import { differing, isPresentation, type Values, valuesOf, valueText } from "./presentation.ts";

const namespace = "http://www.w3.org/2000/svg";

/** Creates an SVG element. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Elements that are never drawn themselves, only used by others. Their `display` does not matter. */
const resources = new Set([
  ...["defs", "symbol", "pattern", "clipPath", "mask", "marker"],
  ...["linearGradient", "radialGradient", "filter"],
]);

/** Elements that are invisible or may not stand in a file of their own. */
const leftOut = new Set(["title", "desc", "metadata", "script", "style", "foreignObject"]);

/**
 * Copies certain elements in another way. Returns `undefined` to copy the element in the usual way, `null` to leave
 * it out.
 */
export type Special = (element: SVGElement, around: Values) => SVGElement | null | undefined;

/**
 * Copies the visible part of an element in the page.
 * @param around property values at the place of the copy
 * @returns `null` if nothing of it is visible
 */
function styledCopy(element: SVGElement, around: Values, special: Special): SVGElement | null {
  if (leftOut.has(element.localName) || isHidden(element) || isEmptyPath(element)) return null;
  const copy = special(element, around);
  return copy === undefined ? copyWithContent(element, around, special) : copy;
}

/** Copies an element with its visible content, even if the element itself is hidden or `special` handles it. */
export function copyWithContent(element: SVGElement, around: Values, special: Special): SVGElement {
  const values = valuesOf(getComputedStyle(element));
  const copy = bareCopy(element, values, around);
  for (const child of element.childNodes) {
    const part = child instanceof SVGElement ? styledCopy(child, values, special) : textOf(child);
    if (part !== null) copy.append(part);
  }
  return copy;
}

/**
 * Copies an element without its content.
 * @param values property values of the element
 * @param around property values at the place of the copy
 */
export function bareCopy(element: SVGElement, values: Values, around: Values): SVGElement {
  const copy = element.cloneNode(false) as SVGElement;
  for (const { name, value } of element.attributes) if (!isOfUse(name, value)) copy.removeAttribute(name);
  writeValues(copy, values, around);
  const transform = styledTransform(element);
  if (transform !== undefined) copy.setAttribute("transform", transform);
  return copy;
}

function isHidden(element: SVGElement): boolean {
  return !resources.has(element.localName) && getComputedStyle(element).display === "none";
}

function isEmptyPath(element: SVGElement): boolean {
  return element instanceof SVGPathElement && !element.getAttribute("d");
}

function textOf(node: Node): string | null {
  return node instanceof Text ? node.data : null;
}

const ofThePage = /^(class|style|role|tabindex|focusable)$|^(data|aria|on)/;

// Drops references that lead out of the file.
function isOfUse(name: string, value: string): boolean {
  if (/\bhref$/.test(name)) return /^(#|data:)/.test(value);
  return !isPresentation(name) && !ofThePage.test(name);
}

function writeValues(copy: SVGElement, values: Values, around: Values): void {
  const declarations: string[] = [];
  for (const { name, isStyleOnly } of differing(values, around)) {
    const value = valueText(values.get(name) ?? "");
    if (isStyleOnly) declarations.push(`${name}:${value}`);
    else copy.setAttribute(name, value);
  }
  if (declarations.length > 0) copy.setAttribute("style", declarations.join(";"));
}

// Handles only transforms set by CSS. A transform attribute is copied with the other attributes, and the transform of
// a whole drawing is already part of its measured position.
function styledTransform(element: SVGElement): string | undefined {
  if (element.ownerSVGElement === null || /transform/i.test(element.getAttributeNames().join(" ")))
    return undefined;
  const { transform, transformOrigin } = getComputedStyle(element);
  if (transform === "none") return undefined;
  const [x = 0, y = 0] = transformOrigin.split(" ").map(Number.parseFloat);
  return `translate(${x} ${y}) ${transform} translate(${-x} ${-y})`;
}
