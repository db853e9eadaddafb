// Measures where the drawings of a figure are and how much of each is visible, in the figure's own layout units.

import { type Box, inside, intersection, isEmpty, type Sides } from "./boxes.ts";

/** One of the SVGs of a figure. */
export interface FigurePart {
  readonly svg: SVGSVGElement;
  /** Where the drawing is and how large it is. */
  readonly content: Box;
  /** The visible part of it. A scroll area shows only a part of its content. */
  readonly visible: Box;
}

/** An element with a background or a border. */
export interface FigureBox {
  readonly element: Element;
  readonly box: Box;
  /** The visible part of it. */
  readonly visible: Box;
  readonly borders: Sides;
}

export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  /** From back to front. */
  readonly boxes: readonly FigureBox[];
  readonly parts: readonly FigurePart[];
}

/** Elements that lie over the figure, or are controls: not part of the picture. */
const notInPicture = "button, dialog, [popover], details, [data-not-in-picture]";

/**
 * Measures the figure as it is now. A transform may scale the slide; the figure's own size is its size before the
 * transform.
 */
export function figureLayout(figure: HTMLElement): FigureLayout {
  const boxOf = measure(figure);
  const parts = drawings(figure)
    .map((svg) => partOf(svg, figure, boxOf))
    .filter(({ visible }) => !isEmpty(visible));
  const elements = new Set(parts.flatMap(({ svg }) => path(svg, figure)));
  const boxes = [...elements].map((element) => figureBox(element, figure, boxOf));
  return { width: figure.offsetWidth, height: figure.offsetHeight, boxes, parts };
}

/** Returns the border box of an element. */
type BoxOf = (element: Element) => Box;

function measure(figure: HTMLElement): BoxOf {
  const origin = figure.getBoundingClientRect();
  const scale = origin.width / layoutWidth(figure) || 1;
  return (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      x: (left - origin.left) / scale,
      y: (top - origin.top) / scale,
      width: width / scale,
      height: height / scale,
    };
  };
}

/** Returns the width of the border box before any transform. Unlike offsetWidth it is not rounded. */
function layoutWidth(element: HTMLElement): number {
  const style = getComputedStyle(element);
  const width = Number.parseFloat(style.width);
  if (Number.isNaN(width)) return element.offsetWidth;
  if (style.boxSizing === "border-box") return width;
  const [borders, paddings] = [bordersOf(style), paddingsOf(style)];
  return width + borders.left + borders.right + paddings.left + paddings.right;
}

function drawings(figure: HTMLElement): SVGSVGElement[] {
  return [...figure.querySelectorAll("svg")].filter((svg) => {
    if (svg.ownerSVGElement || !svg.checkVisibility({ visibilityProperty: true })) return false;
    const kept = svg.closest(notInPicture);
    return kept === null || kept.contains(figure);
  });
}

function partOf(svg: SVGSVGElement, figure: HTMLElement, boxOf: BoxOf): FigurePart {
  const style = getComputedStyle(svg);
  const content = inside(inside(boxOf(svg), bordersOf(style)), paddingsOf(style));
  const window = windowOn(svg, figure, boxOf);
  return { svg, content, visible: clips(svg) ? intersection(content, window) : window };
}

function figureBox(element: Element, figure: HTMLElement, boxOf: BoxOf): FigureBox {
  const box = boxOf(element);
  const visible = element === figure ? box : intersection(box, windowOn(element, figure, boxOf));
  return { element, box, visible, borders: bordersOf(getComputedStyle(element)) };
}

/** Returns the elements from the figure down to an element inside it. */
function path(element: Element, figure: HTMLElement): Element[] {
  const above = element.parentElement;
  return element === figure || !above ? [element] : [...path(above, figure), element];
}

/** Returns the area in which an element can be visible: what its clipping ancestors leave of the figure. */
function windowOn(element: Element, figure: HTMLElement, boxOf: BoxOf): Box {
  return path(element, figure)
    .slice(0, -1)
    .filter(clips)
    .map((area) => paddingBox(area, boxOf))
    .reduce(intersection, boxOf(figure));
}

/** True if an element clips its content. */
export function clips(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== "visible" || overflowY !== "visible";
}

/** Returns the padding box of an element without scroll bars: the part that scrolls. */
function paddingBox(element: Element, boxOf: BoxOf): Box {
  const { x, y } = boxOf(element);
  const { clientLeft, clientTop, clientWidth, clientHeight } = element;
  return { x: x + clientLeft, y: y + clientTop, width: clientWidth, height: clientHeight };
}

function bordersOf(style: CSSStyleDeclaration): Sides {
  return {
    top: Number.parseFloat(style.borderTopWidth),
    right: Number.parseFloat(style.borderRightWidth),
    bottom: Number.parseFloat(style.borderBottomWidth),
    left: Number.parseFloat(style.borderLeftWidth),
  };
}

function paddingsOf(style: CSSStyleDeclaration): Sides {
  return {
    top: Number.parseFloat(style.paddingTop),
    right: Number.parseFloat(style.paddingRight),
    bottom: Number.parseFloat(style.paddingBottom),
    left: Number.parseFloat(style.paddingLeft),
  };
}
