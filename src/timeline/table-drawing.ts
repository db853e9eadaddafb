// Draws the timeline's text equivalent: a table behind a small button in the corner, always in the document.

import { scrollByKeys } from "./scroll-area.ts";
import type { TimelineTable } from "./table.ts";

/** The `<details>` with its table. */
export class TableDrawing {
  readonly element = document.createElement("details");
  readonly #table = document.createElement("table");
  readonly #caption: string;
  #drawn = "";

  constructor(caption: string) {
    this.#caption = caption;
    this.element.className = "timeline-table";
    const summary = document.createElement("summary");
    summary.textContent = "Table";
    this.element.append(summary, this.#table);
    scrollByKeys(this.element, this.#table, `${caption}: table`);
  }

  /** Replaces the rows if they differ from those shown. */
  update(table: TimelineTable): void {
    const content = JSON.stringify(table);
    if (content === this.#drawn) return;
    this.#drawn = content;
    const caption = document.createElement("caption");
    caption.textContent = this.#caption;
    const head = document.createElement("thead");
    head.append(row(table.columns.map((name) => cell("th", name, "col"))));
    this.#table.replaceChildren(caption, head, requestRows(table), totalRows(table));
  }
}

function requestRows({ rows }: TimelineTable): HTMLElement {
  const body = document.createElement("tbody");
  body.append(...rows.map((texts) => row(texts.map((text) => cell("td", text)))));
  return body;
}

function totalRows({ totals, columns }: TimelineTable): HTMLElement {
  const foot = document.createElement("tfoot");
  for (const { name, value } of totals) {
    const result = cell("td", value);
    result.colSpan = columns.length - 1;
    foot.append(row([cell("th", name, "row"), result]));
  }
  return foot;
}

function row(cells: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement("tr");
  element.append(...cells);
  return element;
}

function cell(name: "td" | "th", text: string, scope = ""): HTMLTableCellElement {
  const element = document.createElement(name);
  element.textContent = text;
  if (scope !== "") element.scope = scope;
  return element;
}
