// Where the drawings of a figure are, and how much of each is to be seen, in the figure's own layout units.

import { type Box, inside, intersection, isEmpty, type Sides } from "./boxes.ts";

/** One of the SVGs of a figure. */
export interface FigurePart {
  readonly svg: SVGSVGElement;
  /** Where its drawing begins, and how large it is. */
  readonly content: Box;
  /** What can be seen of that: scroll areas show a part of what is in them. */
  readonly visible: Box;
}

/** An element with a background or a border. */
export interface FigureBox {
  readonly element: Element;
  readonly box: Box;
  /** What can be seen of it. */
  readonly visible: Box;
  readonly borders: Sides;
}

export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  /** From the back to the front. */
  readonly boxes: readonly FigureBox[];
  readonly parts: readonly FigurePart[];
}

/** What shows over the figure, or is there to be used and not to be looked at. */
const notInPicture = "button, dialog, [popover], details, [data-not-in-picture]";

/** Where everything is now. A slide may be scaled by a transform: the figure's own size is that before it. */
export function figureLayout(figure: HTMLElement): FigureLayout {
  const boxOf = measure(figure);
  const parts = drawings(figure)
    .map((svg) => partOf(svg, figure, boxOf))
    .filter(({ visible }) => !isEmpty(visible));
  const elements = new Set(parts.flatMap(({ svg }) => path(svg, figure)));
  const boxes = [...elements].map((element) => figureBox(element, figure, boxOf));
  return { width: figure.offsetWidth, height: figure.offsetHeight, boxes, parts };
}

/** Gives the border box of an element. */
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

/** The width of the border box before any transform. Other than offsetWidth it is not rounded. */
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

/** The elements from the figure to the one that is inside it. */
function path(element: Element, figure: HTMLElement): Element[] {
  const above = element.parentElement;
  return element === figure || !above ? [element] : [...path(above, figure), element];
}

/** What all around an element let be seen of it. */
function windowOn(element: Element, figure: HTMLElement, boxOf: BoxOf): Box {
  return path(element, figure)
    .slice(0, -1)
    .filter(clips)
    .map((area) => paddingBox(area, boxOf))
    .reduce(intersection, boxOf(figure));
}

/** True where what is outside of an element is not seen. */
export function clips(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== "visible" || overflowY !== "visible";
}

/** The part of an element that scrolls: without borders and scroll bars. */
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
