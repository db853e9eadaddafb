// How events change the state of pointing and drawing. Pure functions.

import type { InkEvent, InkPoint, InkState, Mark, Page, Stroke } from "./ink-event.ts";

export const noInk: InkState = { colour: "red", pages: {}, prints: false };

/** Returns the page of a slide. */
export function pageOf(slide: string, isUpright: boolean): Page {
  return isUpright ? `${slide}/upright` : slide;
}

/** Returns the state after an event; the same object if nothing has changed. */
export function next(state: InkState, event: InkEvent): InkState {
  switch (event.kind) {
    case "ink":
      return event.ink;
    case "tool":
      return event.tool === state.tool ? state : { ...withoutTool(state), ...has("tool", event.tool) };
    case "pen":
      return { ...state, tool: "pen", colour: event.colour };
    case "point": {
      const { at, ...rest } = state;
      return event.at || at ? { ...rest, ...has("at", event.at) } : state;
    }
    case "stroke":
      return withMark(state, event.page, { kind: "stroke", stroke: event.stroke });
    case "draw":
      return withPoints(state, event.page, event.id, event.points);
    case "erase":
      return withErased(state, event.page, event.ids);
    case "undo":
      return withoutLast(state, event.page);
    case "clear":
      return strokesOn(state, event.page).length === 0
        ? state
        : withMark(state, event.page, { kind: "cleared" });
    case "print":
      return event.isWanted === state.prints ? state : { ...state, prints: event.isWanted };
    default:
      return event satisfies never;
  }
}

/** Returns the strokes that are visible on a page, in the order in which they were drawn. */
export function strokesOn({ pages }: Pick<InkState, "pages">, page: Page): readonly Stroke[] {
  let strokes: Stroke[] = [];
  for (const mark of marksOn(pages, page)) {
    if (mark.kind === "stroke") strokes.push(mark.stroke);
    else if (mark.kind === "cleared") strokes = [];
    else strokes = strokes.filter(({ id }) => !mark.ids.includes(id));
  }
  return strokes;
}

/** A page's name may be that of a method of objects. */
function marksOn(pages: InkState["pages"], page: Page): readonly Mark[] {
  return Object.hasOwn(pages, page) ? (pages[page] ?? []) : [];
}

/** An object with the property, or without it if there is no value. */
function has<Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]: Value });
}

function withoutTool({ tool: _, ...rest }: InkState): InkState {
  return rest;
}

function withMark(state: InkState, page: Page, mark: Mark): InkState {
  return withMarks(state, page, [...marksOn(state.pages, page), mark]);
}

function withMarks(state: InkState, page: Page, marks: readonly Mark[]): InkState {
  return { ...state, pages: { ...state.pages, [page]: marks } };
}

/** A stroke that was undone while it was drawn gets no more points. */
function withPoints(state: InkState, page: Page, id: string, points: readonly InkPoint[]): InkState {
  const marks = marksOn(state.pages, page);
  const at = marks.findLastIndex((mark) => mark.kind === "stroke" && mark.stroke.id === id);
  const mark = marks[at];
  if (mark?.kind !== "stroke" || points.length === 0) return state;
  const { stroke } = mark;
  return withMarks(
    state,
    page,
    marks.with(at, { kind: "stroke", stroke: { ...stroke, points: [...stroke.points, ...points] } }),
  );
}

function withErased(state: InkState, page: Page, ids: readonly string[]): InkState {
  const visible = strokesOn(state, page).filter(({ id }) => ids.includes(id));
  if (visible.length === 0) return state;
  return withMark(state, page, { kind: "erased", ids: visible.map(({ id }) => id) });
}

function withoutLast(state: InkState, page: Page): InkState {
  const marks = marksOn(state.pages, page);
  return marks.length === 0 ? state : withMarks(state, page, marks.slice(0, -1));
}
