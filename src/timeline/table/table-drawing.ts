// Draws the timeline's text equivalent: a table of the requests, and below it tables of threads, locks and
// coroutines that can be opened. They are behind a small button in the corner, but always in the document.

import type { TimelineTable } from "./table.ts";
import type { TaskTable } from "./task-table.ts";

type Lazy = (() => TaskTable) | undefined;

/** The tables below that of the requests. */
export interface MoreTables {
  readonly tasks: Lazy;
  readonly threads: Lazy;
  readonly locks: Lazy;
}

/** The `<details>` with the tables. */
export class TableDrawing {
  readonly element = document.createElement("details");
  readonly #content = document.createElement("div");
  readonly #table = document.createElement("table");
  readonly #tasks = new MoreDrawing("Coroutines");
  readonly #threads = new MoreDrawing("Threads");
  readonly #locks = new MoreDrawing("Locks");
  readonly #caption: string;
  #drawn = "";

  /** @param onOpen called when it is opened; the tables should be brought up to date then */
  constructor(caption: string, onOpen: () => void) {
    this.#caption = caption;
    this.element.addEventListener("toggle", ({ target }) => {
      if (target === this.element && this.isOpen) onOpen();
    });
    this.element.className = "timeline-table";
    const summary = document.createElement("summary");
    summary.textContent = "Table";
    const more = [this.#threads, this.#locks, this.#tasks];
    this.#content.append(this.#table, ...more.map(({ element }) => element));
    this.element.append(summary, this.#content);
    scrollByKeys(this.element, this.#content, `${caption}: table`);
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  /**
   * Replaces the rows of requests if they have changed.
   * @param more the other tables; undefined if the runs have no tasks, threads or locks
   */
  update(table: TimelineTable, { tasks, threads, locks }: MoreTables): void {
    this.#tasks.update(tasks);
    this.#threads.update(threads);
    this.#locks.update(locks);
    const content = JSON.stringify(table);
    if (content === this.#drawn) return;
    this.#drawn = content;
    this.#table.replaceChildren(
      captionOf(this.#caption),
      headRow(table.columns),
      bodyRows(table.rows),
      totalRows(table),
    );
  }
}

// Its rows take long to make and change all the time, so they are made only while they are visible.
class MoreDrawing {
  readonly element = document.createElement("details");
  readonly #table = document.createElement("table");
  #make: Lazy;

  constructor(name: string) {
    const summary = document.createElement("summary");
    summary.textContent = name;
    this.element.className = "timeline-tasks";
    this.element.append(summary, this.#table);
    this.element.addEventListener("toggle", () => this.#draw());
  }

  update(make: Lazy): void {
    this.#make = make;
    this.element.hidden = make === undefined;
    this.#draw();
  }

  #draw(): void {
    if (!this.element.open || !this.#make) return;
    const { caption, columns, rows } = this.#make();
    this.#table.replaceChildren(captionOf(caption), headRow(columns), bodyRows(rows));
  }
}

function captionOf(text: string): HTMLElement {
  const caption = document.createElement("caption");
  caption.textContent = text;
  return caption;
}

function headRow(columns: readonly string[]): HTMLElement {
  const head = document.createElement("thead");
  head.append(row(columns.map((name) => cell("th", name, "col"))));
  return head;
}

function bodyRows(rows: TimelineTable["rows"]): HTMLElement {
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

/** Makes `area` a named group that can be focused, while its content is higher than the area. */
function scrollByKeys(area: HTMLElement, content: Element, name: string): void {
  area.setAttribute("role", "group");
  area.setAttribute("aria-label", name);
  const sizes = new ResizeObserver(() => {
    if (area.scrollHeight > area.clientHeight) area.tabIndex = 0;
    else area.removeAttribute("tabindex");
  });
  sizes.observe(area);
  sizes.observe(content);
}
