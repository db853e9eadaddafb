// The links of the deck: those that lead out of it open in a tab of their own, and all of them must lead somewhere.

import { type Attributes, formatAttributes, parseAttributes } from "./html.ts";

/** `<a href>` alone: other elements begin with an "a", too. */
const anchor = /<a(\s[^>]*)>/g;

/** Gives every link that leads out of the deck a tab of its own, which learns nothing of the deck. */
export function openOutside(html: string): string {
  return html.replace(anchor, (tag, source: string) => {
    const attributes = parseAttributes(source);
    if (!isOutside(attributes.get("href") ?? "")) return tag;
    return `<a${formatAttributes(attributes.set("target", "_blank").set("rel", "noopener"))}>`;
  });
}

/**
 * What is wrong with the links in the HTML of a deck, one sentence each.
 * @param slides the addresses of its slides, without "#/"
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

/** Whether an address names its scheme or its host. */
function isOutside(href: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}
