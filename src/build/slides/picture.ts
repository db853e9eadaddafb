// Inlines SVG files into the page, so that the theme's colours and reveal's fragments apply to their parts.

import { formatAttributes, parseAttributes } from "../markup/html.ts";
import { SlideError } from "./slide.ts";

/** Returns the text of a file below slides/, or `undefined` if there is no such file. */
export type ReadArt = (path: string) => string | undefined;

/** Removes what only a file of its own may have: XML declaration, document type, comments. */
function bareSvg(text: string): string {
  return text
    .replace(/<\?xml[^>]*\?>/, "")
    .replace(/<!DOCTYPE[^>]*>/i, "")
    .replace(/<!--.*?-->/gs, "")
    .trim();
}

/**
 * Turns the text of an SVG file into an element that assistive technology reads as one picture. Without `alt` it is
 * decoration. A drawing that states its own role keeps it, because it has parts that readers can reach.
 */
export function inlineSvg(text: string, alt: string): string {
  return bareSvg(text).replace(/^<svg\b([^>]*)>/, (_tag, source: string) => {
    const attributes = parseAttributes(source);
    if (alt === "") attributes.set("aria-hidden", "true");
    else attributes.set("role", attributes.get("role") ?? "img").set("aria-label", alt);
    return `<svg${formatAttributes(attributes)}>`;
  });
}

/**
 * Replaces every `<img>` of a slide that names an SVG file by the drawing, which takes over the class. Gives other
 * pictures the address from which Vite serves them.
 * @param address of the folder of slides
 * @throws {SlideError} if an SVG file is missing
 */
export function inlinePictures(html: string, slide: string, read: ReadArt, address: string): string {
  return html.replace(/<img\b([^>]*?)\/?>/g, (_tag, source: string) => {
    const attributes = parseAttributes(source);
    const src = attributes.get("src") ?? "";
    if (!src.endsWith(".svg")) return `<img${formatAttributes(attributes.set("src", address + src))}>`;
    const text = read(src);
    if (text === undefined) throw new SlideError(slide, `there is no picture slides/${src}.`);
    return withClass(inlineSvg(text, attributes.get("alt") ?? ""), attributes.get("class"));
  });
}

function withClass(svg: string, className: string | undefined): string {
  if (className === undefined) return svg;
  return svg.replace(/^<svg\b([^>]*)>/, (_tag, source: string) => {
    const attributes = parseAttributes(source);
    attributes.set("class", [attributes.get("class"), className].filter(Boolean).join(" "));
    return `<svg${formatAttributes(attributes)}>`;
  });
}
