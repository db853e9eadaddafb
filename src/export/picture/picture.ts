// Makes one picture of a figure as it is visible now: an SVG that needs no other file, or a PNG.

import { type Box, intersection, lengthText, type Sides, strips } from "./boxes.ts";
import { Definitions } from "./definitions.ts";
import { clips, type FigureBox, type FigurePart, figureLayout } from "./figure-layout.ts";
import { embeddedFonts, setTexts } from "./page-fonts.ts";
import { initialValues, valueText } from "./presentation.ts";
import { copyWithContent, type Special, svgElement } from "./styled-copy.ts";

/**
 * Returns the figure as the text of an SVG that needs no other file. The picture has the size, scroll position, theme
 * and fonts of the figure, at the time of the call.
 * @throws {RangeError} if nothing of the figure is visible
 */
export async function svgPicture(figure: HTMLElement): Promise<string> {
  const { width, height, boxes, parts } = figureLayout(figure);
  if (parts.length === 0) throw new RangeError("There is nothing to draw yet: run the program first.");
  const definitions = new Definitions();
  const picture = emptyPicture(figure, width, height);
  picture.append(definitions.element);
  picture.append(background(figure, { x: 0, y: 0, width, height }));
  picture.append(...boxes.flatMap((box) => boxDrawing(box, figure)));
  picture.append(...parts.map((part) => partDrawing(part, definitions.special)));
  definitions.complete(picture);
  // Everything is copied before this await, because the page may change while fonts are fetched.
  const fonts = await embeddedFonts(setTexts(parts.map(({ svg }) => svg)));
  if (fonts !== "") definitions.element.prepend(styleElement(fonts));
  return wellFormed(new XMLSerializer().serializeToString(picture));
}

/**
 * Returns the same picture as a PNG.
 * @param scale pixels per layout unit of the figure
 * @throws {RangeError} if nothing of the figure is visible, or if the browser cannot make a picture of that size
 */
export async function pngPicture(figure: HTMLElement, scale = 2): Promise<Blob> {
  const image = await loadedImage(await svgPicture(figure));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return pngOf(canvas);
}

function emptyPicture(figure: HTMLElement, width: number, height: number): SVGSVGElement {
  const picture = svgElement("svg", {
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
  });
  const [title, description] = [svgElement("title"), svgElement("desc")];
  title.textContent = wordsOf(figure, "aria-label", "aria-labelledby");
  description.textContent = wordsOf(figure, "aria-description", "aria-describedby");
  picture.append(...[title, description].filter(({ textContent }) => textContent !== ""));
  return picture;
}

/** Returns the text of the elements that one attribute names by id, or else the text of the other attribute. */
function wordsOf(figure: HTMLElement, words: string, ids: string): string {
  const named = (figure.getAttribute(ids) ?? "")
    .split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent?.trim() ?? "")
    .filter((text) => text !== "");
  return named.length > 0 ? named.join(" ") : (figure.getAttribute(words) ?? "");
}

// If the figure has no background of its own, the background of the nearest ancestor that has one shows through.
function background(figure: HTMLElement, box: Box): SVGElement {
  let element: HTMLElement | null = figure;
  while (element && isTransparent(colourOf(element))) element = element.parentElement;
  return rectangle(box, element ? colourOf(element) : "white");
}

function colourOf(element: Element): string {
  return getComputedStyle(element).backgroundColor;
}

function isTransparent(colour: string): boolean {
  return colour === "transparent" || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
}

function boxDrawing({ element, box, visible, borders }: FigureBox, figure: HTMLElement): SVGElement[] {
  const style = getComputedStyle(element);
  const colour = element === figure ? "transparent" : style.backgroundColor;
  const ground = isTransparent(colour) ? [] : [rectangle(visible, colour)];
  const sides = Object.entries(strips(box, borders)) as [keyof Sides, Box][];
  const lines = sides
    .map(([side, strip]) =>
      rectangle(intersection(strip, visible), style.getPropertyValue(`border-${side}-color`)),
    )
    .filter((line) => line.getAttribute("width") !== "0" && line.getAttribute("height") !== "0");
  return [...ground, ...lines];
}

function rectangle(box: Box, fill: string): SVGElement {
  return svgElement("rect", { ...position(box), fill: valueText(fill) });
}

function position({ x, y, width, height }: Box): Record<keyof Box, string> {
  return { x: lengthText(x), y: lengthText(y), width: lengthText(width), height: lengthText(height) };
}

// The outer of two nested SVGs clips what is not visible.
function partDrawing({ svg, content, visible }: FigurePart, special: Special): SVGElement {
  const { x, y, width, height } = position({
    ...visible,
    x: visible.x - content.x,
    y: visible.y - content.y,
  });
  const cut = svgElement("svg", { ...position(visible), viewBox: `${x} ${y} ${width} ${height}` });
  const copy = copyWithContent(svg, initialValues, special);
  if (!clips(svg)) copy.setAttribute("overflow", "visible");
  for (const [name, value] of Object.entries(position({ ...content, x: 0, y: 0 })))
    copy.setAttribute(name, value);
  cut.append(copy);
  return cut;
}

function styleElement(text: string): SVGElement {
  const style = svgElement("style");
  style.textContent = text;
  return style;
}

// A program may print characters that XML does not allow.
function wellFormed(xml: string): string {
  return xml.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "\uFFFD");
}

async function loadedImage(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      const size = `${canvas.width} × ${canvas.height}`;
      if (blob) resolve(blob);
      else reject(new RangeError(`The browser makes no picture of ${size} pixels: make the pane smaller.`));
    }, "image/png");
  });
}
