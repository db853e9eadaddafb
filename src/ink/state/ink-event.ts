// The state of pointing and drawing, and the events that change it: plain JSON data. The deck and the speaker's desk send
// the events to each other.

/** The tools. "spotlight" dims all but a circle; "magnifier" shows what is under the pointer at twice the size. */
export const tools = ["laser", "spotlight", "magnifier", "pen", "eraser"] as const;
export type Tool = (typeof tools)[number];

/** The colours of the pen. The style sheet has `--pen-<colour>` for each, in both themes. */
export const penColours = ["red", "blue", "green", "magenta"] as const;
export type PenColour = (typeof penColours)[number];

/** A place on the slide, in the deck's units from the top left corner of the canvas. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A place that the pen passed, in the deck's units, and its pressure there, 0 to 1. */
export type InkPoint = readonly [x: number, y: number, pressure: number];

export interface Stroke {
  /** Unique on its page. */
  readonly id: string;
  readonly colour: PenColour;
  /** True if the pressures were measured. Otherwise they are 0.5, and the speed decides the width. */
  readonly hasPressure: boolean;
  readonly points: readonly InkPoint[];
}

/**
 * What is drawn on: a slide, by its id; or a slide in the layout of upright phones, where everything is in another
 * place, as "<id>/upright".
 */
export type Page = string;

/** A change of a page. The list of them is the page's history, so that every one can be undone. */
export type Mark =
  | { readonly kind: "stroke"; readonly stroke: Stroke }
  | { readonly kind: "erased"; readonly ids: readonly string[] }
  | { readonly kind: "cleared" };

export interface InkState {
  /** Absent while no tool is in use. */
  readonly tool?: Tool;
  readonly colour: PenColour;
  /** Where the pointer is. Absent if it is not on the slide. */
  readonly at?: Place;
  readonly pages: Readonly<Record<Page, readonly Mark[]>>;
  /** True if prints show the strokes. */
  readonly prints: boolean;
}

export type InkEvent =
  /** The whole state. The first event that a window is told. */
  | { readonly kind: "ink"; readonly ink: InkState }
  /** Takes a tool, or puts it away if there is none. */
  | { readonly kind: "tool"; readonly tool?: Tool }
  /** Takes the pen in a colour. */
  | { readonly kind: "pen"; readonly colour: PenColour }
  /** Points to a place. Without a place the pointer has left the slide. */
  | { readonly kind: "point"; readonly at?: Place }
  /** Begins a stroke. */
  | { readonly kind: "stroke"; readonly page: Page; readonly stroke: Stroke }
  /** Goes on with a stroke. */
  | { readonly kind: "draw"; readonly page: Page; readonly id: string; readonly points: readonly InkPoint[] }
  /** Erases whole strokes. */
  | { readonly kind: "erase"; readonly page: Page; readonly ids: readonly string[] }
  /** Takes back the last stroke, erasure or clearing of a page. */
  | { readonly kind: "undo"; readonly page: Page }
  /** Erases all strokes of a page. */
  | { readonly kind: "clear"; readonly page: Page }
  /** Whether prints show the strokes. */
  | { readonly kind: "print"; readonly isWanted: boolean };
