// Reads and writes the few bits of HTML that the build touches: text, and the attributes of one tag.

/** Text as the content of an element. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

function unescapeText(value: string): string {
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** An element's attributes in their order; one without a value has the empty one. */
export type Attributes = Map<string, string>;

/** Reads what stands between a tag's name and its end. */
export function parseAttributes(source: string): Attributes {
  const pattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  const found = source.matchAll(pattern);
  return new Map([...found].map(([, name = "", a, b, c]) => [name, unescapeText(a ?? b ?? c ?? "")]));
}

/** Writes attributes as they stand in a tag, each with a space before it. */
export function formatAttributes(attributes: Attributes): string {
  return [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");
}
