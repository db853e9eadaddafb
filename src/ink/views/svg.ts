// Makes SVG elements.

/** Makes an SVG element with attributes. */
export function svg(name: string, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
