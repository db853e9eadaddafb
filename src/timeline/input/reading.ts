// Reads the picture for the viewer: tracks the part at the keyboard or the pointer, shows its card, and acts when it is
// chosen.

import type { Place } from "../../trace/events/events.ts";
import type { Box } from "../drawing/overlay-drawing.ts";
import { partOf } from "../parts/part-of.ts";
import { type Part, partAt } from "../parts/parts.ts";
import { Card } from "./card.ts";
import type { Point } from "./gestures.ts";
import { type GridCursor, gridMove } from "./grid-cursor.ts";
import type { GridCell } from "./lane-grid.ts";
import {
  boxOf,
  cursorAt,
  gridLine,
  headingAt,
  partBox,
  pointedLane,
  type Scene,
  type SceneLine,
  sceneLines,
} from "./pointing.ts";

export interface ReadingOptions {
  /** The viewer points at a part with this line of the program; undefined when they no longer do. */
  readonly onPoint: (place: Place | undefined, run: number) => void;
  /** The viewer goes to the line. */
  readonly onPlace: (place: Place, run: number) => void;
  /** The viewer chose a run. */
  readonly onChoose: (run: number) => void;
  readonly onFold: (key: string) => void;
}

/** A part with its lane. */
interface Pointed {
  readonly line: SceneLine;
  readonly part: Part;
}

/** The positions of keyboard and pointer in a scene. */
export class Reading {
  readonly card = new Card();
  readonly #options: ReadingOptions;
  /** Position of the keyboard. */
  #cursor: GridCursor | undefined;
  /** Position of the pointer. */
  #hover: GridCursor | undefined;
  #hasFocus = false;
  #lit = "";
  /** True if the last tap was on the part that was already pointed at. */
  #wasThere = false;

  constructor(options: ReadingOptions) {
    this.#options = options;
  }

  /** Position of the keyboard in the form that the grid needs. */
  get active(): { readonly row: string; readonly isCell: boolean } | undefined {
    return this.#cursor && { row: this.#cursor.line, isCell: this.#cursor.part !== undefined };
  }

  /** Key of the line that the keyboard is at. */
  get line(): string | undefined {
    return this.#cursor?.line;
  }

  /** Call this when the lanes get or lose the focus. On the first focus the keyboard goes to the first lane. */
  focus(hasFocus: boolean, scene: Scene | undefined): void {
    this.#hasFocus = hasFocus;
    const [first] = scene && hasFocus && !this.#cursor ? sceneLines(scene) : [];
    if (first) this.#cursor = { line: first.key, part: undefined };
  }

  point(at: Point | undefined, scene: Scene): void {
    this.#hover = at && cursorAt(at, scene);
  }

  /** Call this when other runs are shown. Forgets all positions. */
  forget(): void {
    this.#hover = undefined;
    this.#cursor = undefined;
    this.#light(undefined);
  }

  /**
   * The immediate effect of a click or tap. A click on a label folds the lane, a click on a run's heading chooses the
   * run, and a click on a part moves the keyboard's position to it.
   */
  choose(at: Point, isTouch: boolean, scene: Scene): void {
    const heading = headingAt(at, scene);
    if (heading !== undefined) {
      this.#options.onChoose(heading);
      return;
    }
    const cursor = cursorAt(at, scene);
    this.#wasThere = cursor !== undefined && isSame(cursor, this.#cursor);
    this.#cursor = cursor ?? this.#cursor;
    if (isTouch) this.#hover = cursor;
    if (cursor && cursor.part === undefined) this.#toggleFold(cursor.line, scene);
  }

  /**
   * The later effect of a click that was not a double click: on a part it goes to the part's line. A first tap only
   * shows the card.
   */
  follow(at: Point, isTouch: boolean, scene: Scene): void {
    const cursor = cursorAt(at, scene);
    if (cursor?.part !== undefined && isSame(cursor, this.#cursor) && (!isTouch || this.#wasThere))
      this.open(scene);
  }

  /** Goes to the line of the part at the keyboard. On a run's heading it chooses the run. */
  open(scene: Scene): void {
    const line = this.#lineOf(this.#cursor, scene);
    if (!line) return;
    const place = this.#partOf(this.#cursor, scene)?.part.place ?? this.#functionOf(line);
    if (!line.item) this.#options.onChoose(line.run);
    else if (place) this.#options.onPlace(place, line.run);
  }

  /**
   * @param playhead position of the playhead, in slide units
   * @returns false if the key has no use here
   */
  takeKey(key: string, playhead: number, scene: Scene): boolean {
    const lines = sceneLines(scene);
    const home = (key: string) => {
      const line = lines.find((line) => line.key === key);
      const lane = line && pointedLane(line, scene);
      return lane ? partAt(lane, playhead) : 0;
    };
    const grid = lines.map((line) => gridLine(line, scene));
    const move = gridMove(key, grid, this.#cursor, home);
    if (move?.kind === "fold") this.#options.onFold(move.line);
    if (move?.kind === "go") this.#cursor = move.cursor;
    this.#hover = undefined;
    return move !== undefined || /^(Arrow|Page)/.test(key);
  }

  toggleFold(scene: Scene): void {
    if (this.#cursor) this.#toggleFold(this.#cursor.line, scene);
  }

  /** Returns the part that is pointed at. */
  part(scene: Scene): Part | undefined {
    return this.#shown(scene)?.part;
  }

  /** Shows the card of the part that is pointed at. Returns its cell for the grid, and its box. */
  show(scene: Scene, room: { readonly width: number; readonly height: number; readonly top: number }) {
    const shown = this.#shown(scene);
    this.#light(shown);
    const lane = shown && boxOf(shown.line.key, scene);
    if (!shown || !lane) {
      this.card.hide();
      return { cell: undefined, box: undefined };
    }
    const box = partBox(shown.part, lane, scene.layout);
    this.card.show(shown.part, {
      x: box.x,
      top: room.top + box.y,
      bottom: room.top + box.y + box.height,
      width: room.width,
      height: room.height,
    });
    return { cell: cellOf(shown, box, scene), box };
  }

  #toggleFold(key: string, scene: Scene): void {
    const line = sceneLines(scene).find((line) => line.key === key);
    if (line && gridLine(line, scene).isFolded !== undefined) this.#options.onFold(key);
  }

  #functionOf({ item }: SceneLine): Place | undefined {
    return item?.kind === "task" && item.span.kind !== "main" ? item.span.place : undefined;
  }

  #light(shown: Pointed | undefined): void {
    const { place } = shown?.part ?? {};
    const lit = place ? `${shown?.line.run} ${place.file} ${place.line}` : "";
    if (lit === this.#lit) return;
    this.#lit = lit;
    this.#options.onPoint(place, shown?.line.run ?? 0);
  }

  // The pointer takes precedence. The keyboard counts while the lanes have the focus.
  #shown(scene: Scene): Pointed | undefined {
    const cursor = this.#hover ?? (this.#hasFocus ? this.#cursor : undefined);
    return this.#partOf(cursor, scene);
  }

  #partOf(cursor: GridCursor | undefined, scene: Scene): Pointed | undefined {
    if (cursor?.part === undefined) return undefined;
    const line = this.#lineOf(cursor, scene);
    const lane = line && pointedLane(line, scene);
    const part = lane && partOf(lane, cursor.part);
    return line && part && { line, part };
  }

  #lineOf(cursor: GridCursor | undefined, scene: Scene): SceneLine | undefined {
    return cursor && sceneLines(scene).find(({ key }) => key === cursor.line);
  }
}

function isSame(one: GridCursor, other: GridCursor | undefined): boolean {
  return one.line === other?.line && one.part === other.part;
}

function cellOf({ line, part }: Pointed, box: Box, scene: Scene): GridCell {
  const grid = gridLine(line, scene);
  const name = [part.words, ...part.more].join(", ");
  return { row: line.key, number: part.index + 1, count: grid.parts, name, x: box.x, width: box.width };
}
