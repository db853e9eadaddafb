// Copies a link to a place in the talk.

import { tell } from "../../controls/tell.ts";
import { hashOf, type LinkedPlace } from "../../screen/slide-address.ts";

/**
 * Copies the link. A browser that does not allow it, for example without https, shows the link instead.
 * @param said what the page says once the link is copied
 */
export async function copyLink(href: string, place: LinkedPlace, said = "Link copied"): Promise<void> {
  const link = placeLink(href, place);
  try {
    await navigator.clipboard.writeText(link);
    tell(said);
  } catch {
    // The browser's own box: its text can be selected and copied.
    prompt("This browser does not let the deck copy. Copy the link from here:", link);
  }
}

/** Returns the address of a place in the view that an address shows. */
function placeLink(href: string, place: LinkedPlace): string {
  const url = new URL(href);
  url.hash = hashOf(place);
  return url.href;
}
