// Embeds the page's fonts in a picture, so that the file needs nothing else.

import { type FontFaceRule, neededFaces, type SetText } from "./font-choice.ts";

/** Returns the texts of the drawings with the fonts that the page uses for them. */
export function setTexts(drawings: readonly SVGSVGElement[]): SetText[] {
  return drawings
    .flatMap((drawing) => [...drawing.querySelectorAll("text, tspan")])
    .map((element) => {
      const { fontFamily, fontWeight } = getComputedStyle(element);
      return { text: element.textContent ?? "", families: fontFamily, weight: Number(fontWeight) };
    });
}

/**
 * Returns @font-face rules for the fonts that the texts need, with the font data in them. Leaves out fonts that
 * cannot be fetched.
 */
export async function embeddedFonts(texts: readonly SetText[]): Promise<string> {
  const rules = await Promise.all(neededFaces(texts, pageFaces()).map(embeddedFace));
  return rules.filter((rule) => rule !== undefined).join("\n");
}

/** Returns all @font-face rules of the page that name a WOFF2 file. */
function pageFaces(): FontFaceRule[] {
  return [...document.styleSheets].flatMap(facesIn);
}

function facesIn(sheet: CSSStyleSheet): FontFaceRule[] {
  try {
    return facesAmong(sheet.cssRules, sheet.href ?? document.baseURI);
  } catch {
    // Browsers do not let scripts read the rules of a style sheet from another origin.
    return [];
  }
}

function facesAmong(rules: CSSRuleList, base: string): FontFaceRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return faceOf(rule.style, base);
    if (rule instanceof CSSImportRule) return rule.styleSheet ? facesIn(rule.styleSheet) : [];
    return rule instanceof CSSGroupingRule ? facesAmong(rule.cssRules, base) : [];
  });
}

function faceOf(style: CSSStyleDeclaration, base: string): FontFaceRule[] {
  const [, url] = /url\("?([^")]+)"?\)\s*format\("?woff2/.exec(style.getPropertyValue("src")) ?? [];
  if (url === undefined) return [];
  return [
    {
      family: style.getPropertyValue("font-family").replace(/^["']|["']$/g, ""),
      weight: style.getPropertyValue("font-weight"),
      style: style.getPropertyValue("font-style"),
      range: style.getPropertyValue("unicode-range"),
      url: new URL(url, base).href,
    },
  ];
}

async function embeddedFace({
  family,
  weight,
  style,
  range,
  url,
}: FontFaceRule): Promise<string | undefined> {
  const data = await dataAddress(url);
  if (data === undefined) return undefined;
  const descriptors = [
    `font-family:"${family}"`,
    ...(weight === "" ? [] : [`font-weight:${weight}`]),
    ...(style === "" ? [] : [`font-style:${style}`]),
    ...(range === "" ? [] : [`unicode-range:${range}`]),
    `src:url("${data}") format("woff2")`,
  ];
  return `@font-face{${descriptors.join(";")}}`;
}

/**
 * Returns a font as a data: URL, or `undefined` if it cannot be fetched, for example if the page was opened as a
 * file.
 */
async function dataAddress(url: string): Promise<string | undefined> {
  if (url.startsWith("data:")) return url;
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    return await readAsAddress(new Blob([await response.arrayBuffer()], { type: "font/woff2" }));
  } catch {
    return undefined;
  }
}

function readAsAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
