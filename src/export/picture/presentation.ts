// Lists the style properties that matter to a drawing, and writes their values for a file without a style sheet.

/** A property that the file states only if its value differs from what a reader assumes. */
export interface Property {
  readonly name: string;
  /** The initial value, as browsers compute it: what a reader assumes if the file states nothing. */
  readonly initial: string;
  /** True if a reader takes the value of the parent element. */
  readonly isInherited: boolean;
  /** True if few readers but browsers know the property as an attribute. It is then written in `style`. */
  readonly isStyleOnly: boolean;
}

/** Property values by property name. */
export type Values = ReadonlyMap<string, string>;

function property(name: string, initial: string, options: Partial<Property> = {}): Property {
  return { name, initial, isInherited: true, isStyleOnly: false, ...options };
}

const own = { isInherited: false } as const;
const styleOnly = { isStyleOnly: true } as const;
const black = "rgb(0, 0, 0)";

export const properties: readonly Property[] = [
  property("color", black),
  property("fill", black),
  property("fill-opacity", "1"),
  property("fill-rule", "nonzero"),
  property("stroke", "none"),
  property("stroke-width", "1px"),
  property("stroke-opacity", "1"),
  property("stroke-dasharray", "none"),
  property("stroke-dashoffset", "0px"),
  property("stroke-linecap", "butt"),
  property("stroke-linejoin", "miter"),
  property("stroke-miterlimit", "4"),
  property("paint-order", "normal"),
  property("marker-start", "none"),
  property("marker-mid", "none"),
  property("marker-end", "none"),
  property("visibility", "visible"),
  property("clip-rule", "nonzero"),
  property("font-family", ""),
  property("font-size", ""),
  property("font-weight", "400"),
  property("font-style", "normal"),
  property("font-stretch", "100%"),
  property("font-variant-numeric", "normal", styleOnly),
  property("font-feature-settings", "normal", styleOnly),
  property("font-variation-settings", "normal", styleOnly),
  property("letter-spacing", "normal"),
  property("word-spacing", "0px"),
  property("text-anchor", "start"),
  property("dominant-baseline", "auto"),
  property("opacity", "1", own),
  property("clip-path", "none", own),
  property("mask", "none", own),
  property("filter", "none", own),
  property("mix-blend-mode", "normal", { ...own, ...styleOnly }),
  property("text-decoration-line", "none", { ...own, ...styleOnly }),
  property("vector-effect", "none", own),
  property("stop-color", black, own),
  property("stop-opacity", "1", own),
];

/** The values at the root of a drawing. */
export const initialValues: Values = new Map(properties.map(({ name, initial }) => [name, initial]));

const names = new Set(properties.map(({ name }) => name));

/** True if the attribute is also a style property, so that the computed style replaces it. */
export function isPresentation(attribute: string): boolean {
  return names.has(attribute);
}

/** Reads the values from a computed style. */
export function valuesOf(style: CSSStyleDeclaration): Values {
  return new Map(properties.map(({ name }) => [name, style.getPropertyValue(name)]));
}

/** Returns the properties that an element must state, given the values of its parent. */
export function differing(values: Values, around: Values): Property[] {
  return properties.filter(({ name, initial, isInherited }) => {
    return values.get(name) !== (isInherited ? around.get(name) : initial);
  });
}

/**
 * Writes a computed value as SVG files do: lengths without "px", colours as "#rrggbb", references without the page's
 * address.
 */
export function valueText(value: string): string {
  return value
    .replace(/url\("[^"#]*#([^"]+)"\)/g, "url(#$1)")
    .replace(
      /\brgb\((\d+), (\d+), (\d+)\)/g,
      (_, ...parts: string[]) => `#${parts.slice(0, 3).map(hex).join("")}`,
    )
    .replace(/(\d)px\b/g, "$1");
}

function hex(part: string): string {
  return Number(part).toString(16).padStart(2, "0");
}
