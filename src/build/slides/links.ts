// Handles the links of the deck: external links open in a new tab, and every link must lead somewhere.

import { type Attributes, formatAttributes, parseAttributes } from "../markup/html.ts";

/** Matches `<a …>` tags. The space after "a" keeps out other elements whose names begin with "a". */
const anchor = /<a(\s[^>]*)>/g;

/** Makes every external link open in a new tab, which gets no access to the deck (rel="noopener"). */
export function openOutside(html: string): string {
  return html.replace(anchor, (tag, source: string) => {
    const attributes = parseAttributes(source);
    if (!isOutside(attributes.get("href") ?? "")) return tag;
    return `<a${formatAttributes(attributes.set("target", "_blank").set("rel", "noopener"))}>`;
  });
}

/**
 * Returns the faults of the links in a deck's HTML, one sentence each.
 * @param slides ids of its slides: their addresses without "#/"
 */
export function linkFaults(html: string, slides: ReadonlySet<string>): string[] {
  return [...html.matchAll(anchor)].flatMap(([tag, source = ""]) => {
    const fault = linkFault(parseAttributes(source), slides);
    return fault === undefined ? [] : [`${tag} ${fault}.`];
  });
}

function linkFault(attributes: Attributes, slides: ReadonlySet<string>): string | undefined {
  const href = attributes.get("href") ?? attributes.get("xlink:href") ?? "";
  if (!isOutside(href))
    return slides.has(/^#\/([^/]+)$/.exec(href)?.[1] ?? "") ? undefined : "leads to no slide";
  if (!href.startsWith("https://")) return "is not https";
  if (attributes.get("target") !== "_blank") return "does not open in a new tab";
  return attributes.get("rel")?.split(/\s+/).includes("noopener") ? undefined : "has no rel=noopener";
}

/** True if an address has a scheme or a host. */
function isOutside(href: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}
