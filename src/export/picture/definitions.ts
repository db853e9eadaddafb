// Copies into a picture the elements that its drawings refer to by "#id", from wherever in the page they are.

import { initialValues, type Values, valuesOf } from "./presentation.ts";
import { bareCopy, copyWithContent, type Special, svgElement } from "./styled-copy.ts";

/** The `<defs>` of one picture. */
export class Definitions {
  readonly element = svgElement("defs");
  /**
   * The ids of the elements copied for `<use>`, by the text of the copy. Copies that look the same share one
   * definition.
   */
  readonly #used = new Map<string, string>();
  /** The targets that are being copied now. A drawing that uses itself is not drawn. */
  readonly #open = new Set<Element>();

  /** Copies a `<use>` together with its target. */
  readonly special: Special = (element, around) => {
    return element instanceof SVGUseElement ? this.#copyUse(element, around) : undefined;
  };

  /** Adds definitions that the picture refers to and lacks. Removes ids that nothing refers to. */
  complete(picture: SVGSVGElement): void {
    for (let missing = missingIn(picture); missing.length > 0; missing = missingIn(picture)) {
      this.element.append(...missing.map((target) => copyWithContent(target, initialValues, this.special)));
    }
    const referred = references(picture);
    for (const element of picture.querySelectorAll("[id]")) {
      if (!referred.has(element.id)) element.removeAttribute("id");
    }
  }

  #copyUse(use: SVGUseElement, around: Values): SVGElement | null {
    const target = document.getElementById(use.href.baseVal.replace(/^#/, ""));
    if (!(target instanceof SVGElement) || this.#open.has(target)) return null;
    this.#open.add(target);
    const copy = bareCopy(use, valuesOf(getComputedStyle(use)), around);
    copy.removeAttribute("xlink:href");
    copy.setAttribute("href", `#${this.#define(use, target)}`);
    this.#open.delete(target);
    return copy;
  }

  /** Returns the id of the copy of the target as it looks in this place. Adds the copy if there is none yet. */
  #define(use: SVGUseElement, target: SVGElement): string {
    const copy = copyInPlace(use, target, this.special);
    copy.removeAttribute("id");
    const text = copy.outerHTML;
    const known = this.#used.get(text);
    if (known !== undefined) return known;
    copy.id = `${target.id}-${this.#used.size + 1}`;
    this.#used.set(text, copy.id);
    this.element.append(copy);
    return copy.id;
  }
}

// How a target looks depends on where it is used, and scripts cannot reach the browser's own copy of it. So this
// inserts a temporary copy next to the `<use>`, reads its style and removes it before the browser paints.
function copyInPlace(use: SVGUseElement, target: SVGElement, special: Special): SVGElement {
  const place = svgElement("g");
  for (const { name, value } of use.attributes) if (!isGeometry(name)) place.setAttribute(name, value);
  const content = target.cloneNode(true) as SVGElement;
  place.append(content);
  use.after(place);
  try {
    return copyWithContent(content, valuesOf(getComputedStyle(place)), special);
  } finally {
    place.remove();
  }
}

function isGeometry(name: string): boolean {
  return /^(id|x|y|width|height|transform|href|xlink:href)$/.test(name);
}

/** Returns the ids that elements of the picture refer to. */
function references(picture: SVGSVGElement): Set<string> {
  const ids = [...picture.querySelectorAll("*")].flatMap(({ attributes }) =>
    [...attributes].flatMap(({ name, value }) => {
      const inStyle = [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id ?? "");
      return name === "href" && value.startsWith("#") ? [value.slice(1), ...inStyle] : inStyle;
    }),
  );
  return new Set(ids);
}

function missingIn(picture: SVGSVGElement): SVGElement[] {
  const here = new Set([...picture.querySelectorAll("[id]")].map(({ id }) => id));
  return [...references(picture)]
    .filter((id) => !here.has(id))
    .map((id) => document.getElementById(id))
    .filter((target) => target instanceof SVGElement);
}
