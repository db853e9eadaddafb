// Puts SVG files into the page itself, where the theme's colours and reveal's fragments reach into them.

import { formatAttributes, parseAttributes } from "./html.ts";
import { SlideError } from "./slide.ts";

/** Gives the text of a file below slides/, or undefined where there is none. */
export type ReadArt = (path: string) => string | undefined;

/** Without what only a file of its own may have: declaration, document type, comments. */
function bareSvg(text: string): string {
  return text
    .replace(/<\?xml[^>]*\?>/, "")
    .replace(/<!DOCTYPE[^>]*>/i, "")
    .replace(/<!--.*?-->/gs, "")
    .trim();
}

/**
 * An SVG text as an element that assistive technology reads as one picture; without `alt` it is decoration.
 * A drawing that states its own role keeps it: it has parts to be reached.
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
 * Replaces every `<img>` of a slide that names an SVG file of slides/ by the drawing; a class goes along.
 * Other pictures get the address from which Vite takes them.
 * @param address of the folder of slides
 * @throws {SlideError} for an SVG file that is not there
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
