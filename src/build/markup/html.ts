// Reads and writes the little HTML that the build handles itself: text content and the attributes of one tag.

/** Escapes text as the content of an element. */
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

/** The attributes of an element, in order. An attribute without a value has the value "". */
export type Attributes = Map<string, string>;

/** Parses the attributes in a tag: the source between its name and its end. */
export function parseAttributes(source: string): Attributes {
  const pattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  const found = source.matchAll(pattern);
  return new Map([...found].map(([, name = "", a, b, c]) => [name, unescapeText(a ?? b ?? c ?? "")]));
}

/** Writes attributes as they stand in a tag, each with a space before it. */
export function formatAttributes(attributes: Attributes): string {
  return [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");
}
