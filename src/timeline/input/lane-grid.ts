// The lanes as real elements over the drawn lanes, so that they can be focused, heard and chosen.

import { fixed } from "../svg/svg.ts";

/** A visible lane. */
export interface GridRow {
  readonly key: string;
  /** Number of the line among all lines, from 1. */
  readonly number: number;
  readonly level: number;
  /** Undefined if the line has no lines below it to fold. */
  readonly isFolded: boolean | undefined;
  /** Returns the accessible name. Called only when the name is needed. */
  readonly name: () => string;
  readonly y: number;
  readonly height: number;
  /** Width of the column of labels. */
  readonly labelWidth: number;
}

/** The part that the keyboard or the pointer is at. */
export interface GridCell {
  /** Key of the row. */
  readonly row: string;
  /** Counts from 1. */
  readonly number: number;
  readonly count: number;
  readonly name: string;
  readonly x: number;
  readonly width: number;
}

/** The element of the rows. `update` may be called once per frame. */
export class LaneGrid {
  readonly element = document.createElement("div");
  readonly #rows = new Map<string, RowElement>();
  readonly #id: string;

  /** @param id unique in the page */
  constructor(id: string, name: string) {
    this.#id = id;
    const { element } = this;
    element.className = "timeline-rows";
    element.tabIndex = 0;
    element.setAttribute("role", "treegrid");
    element.setAttribute("aria-label", `${name}: lanes`);
    element.setAttribute("aria-readonly", "true");
  }

  /**
   * @param active the row that the keyboard is at
   * @param cell the part that the keyboard or the pointer is at
   * @param count number of all lines
   */
  update(
    rows: readonly GridRow[],
    active: { readonly row: string; readonly isCell: boolean } | undefined,
    cell: GridCell | undefined,
    count: number,
  ): void {
    const left = new Set(this.#rows.keys());
    for (const row of rows) {
      left.delete(row.key);
      const known = this.#rows.get(row.key) ?? this.#add(row.key);
      known.update(row, active?.row === row.key, cell?.row === row.key ? cell : undefined);
    }
    this.#order(rows);
    for (const key of left) {
      this.#rows.get(key)?.element.remove();
      this.#rows.delete(key);
    }
    setAttribute(this.element, "aria-rowcount", String(count));
    const target = active && this.#rows.get(active.row);
    setAttribute(
      this.element,
      "aria-activedescendant",
      target && (active.isCell ? target.cellId : target.headId),
    );
  }

  /** Updates the names of all rows. Names grow while a program runs, so call this from time to time. */
  tell(): void {
    for (const row of this.#rows.values()) row.tell();
  }

  // Puts the rows in order, because screen readers read in document order.
  #order(rows: readonly GridRow[]): void {
    let next: Element | null = this.element.firstElementChild;
    for (const { key } of rows) {
      const element = this.#rows.get(key)?.element;
      if (!element) continue;
      if (element === next) next = next.nextElementSibling;
      else this.element.insertBefore(element, next);
    }
  }

  #add(key: string): RowElement {
    const row = new RowElement(`${this.#id}-${key.replace(/\W/g, "-")}`, key);
    this.#rows.set(key, row);
    this.element.append(row.element);
    return row;
  }
}

class RowElement {
  readonly element = document.createElement("div");
  readonly #head = document.createElement("div");
  readonly #cell = document.createElement("div");
  readonly cellId: string;
  readonly headId: string;
  #name: () => string = () => "";
  #drawn = "";

  constructor(id: string, key: string) {
    this.headId = `${id}-head`;
    this.cellId = `${id}-part`;
    this.element.className = "timeline-row";
    this.element.setAttribute("role", "row");
    this.#head.className = "timeline-row-head";
    this.#head.setAttribute("role", "rowheader");
    this.#head.dataset.lane = key;
    this.#head.id = this.headId;
    this.#cell.className = "timeline-part";
    this.#cell.setAttribute("role", "gridcell");
    this.#cell.id = this.cellId;
    this.element.append(this.#head, this.#cell);
  }

  update(row: GridRow, isActive: boolean, cell: GridCell | undefined): void {
    this.#place(row, isActive);
    this.#name = row.name;
    if (isActive || this.#head.ariaLabel === null) this.tell();
    this.#updateCell(cell);
  }

  tell(): void {
    const name = this.#name();
    if (this.#head.ariaLabel === name) return;
    this.#head.ariaLabel = name;
    // For tools that expect a header to have a text.
    this.#head.textContent = name;
  }

  #place(row: GridRow, isActive: boolean): void {
    const { y, height, labelWidth, number, level, isFolded } = row;
    const drawn = [y, height, labelWidth, number, level, isFolded, isActive].join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    Object.assign(this.element.style, { top: `${fixed(y)}px`, height: `${fixed(height)}px` });
    this.#head.style.width = `${fixed(labelWidth)}px`;
    this.element.ariaRowIndex = String(number);
    this.element.ariaLevel = String(level);
    setAttribute(this.element, "aria-expanded", isFolded === undefined ? undefined : String(!isFolded));
    this.element.classList.toggle("is-active", isActive);
    this.element.classList.toggle("can-fold", isFolded !== undefined);
  }

  #updateCell(cell: GridCell | undefined): void {
    this.#cell.classList.toggle("is-shown", cell !== undefined);
    if (!cell) return;
    Object.assign(this.#cell.style, { left: `${fixed(cell.x)}px`, width: `${fixed(cell.width)}px` });
    this.#cell.ariaColIndex = String(cell.number + 1);
    if (this.#cell.ariaLabel !== cell.name) this.#cell.ariaLabel = cell.name;
  }
}

function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
