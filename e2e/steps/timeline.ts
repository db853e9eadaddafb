// A pane's timeline as its reader sees it: axis, playhead, lanes, card, tables, and the tools box.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import type { Pane } from "./pane.ts";

/** A position on the screen, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export class Timeline {
  readonly pane: Pane;
  readonly figure: Locator;
  readonly playhead: Locator;
  /** The lanes, a treegrid. */
  readonly lanes: Locator;
  /** The card beside the part that somebody points at. */
  readonly card: Locator;
  /** The tools box. */
  readonly tools: Locator;
  /** The tables. */
  readonly requests: Locator;
  readonly coroutines: Locator;

  constructor(pane: Pane) {
    this.pane = pane;
    this.figure = pane.timeline;
    this.playhead = this.figure.getByRole("slider", { name: "Playhead" });
    this.lanes = this.figure.getByRole("treegrid", { name: "Timeline: lanes" });
    this.card = this.figure.locator(".timeline-card");
    this.tools = pane.root.getByRole("group", { name: "Timeline tools" });
    // The closed tables are in the page, too.
    this.requests = this.figure.locator("table").first();
    this.coroutines = this.figure.locator("table").last();
  }

  get page(): Page {
    return this.pane.page;
  }

  /** The label of the lane whose name begins with `name`. */
  lane(name: string): Locator {
    return this.lanes.getByRole("rowheader", { name: new RegExp(`^${name.replace(/\W/g, "\\$&")}(?!\\w)`) });
  }

  /** The values in the rows of the table's foot with this name. */
  totals(name: string): Locator {
    const heads = this.page.locator("th", { hasText: new RegExp(`^${name}$`) });
    return this.figure.locator("tfoot tr", { has: heads }).locator("td");
  }

  /** The playhead's position in words. */
  async moment(): Promise<string> {
    return (await this.playhead.getAttribute("aria-valuetext")) ?? "";
  }

  /** The playhead's time, in milliseconds. */
  async time(): Promise<number> {
    return Number(await this.playhead.getAttribute("aria-valuenow"));
  }

  /** The number of the last event before the playhead: -1 before the first event, NaN at the newest moment. */
  async seq(): Promise<number> {
    const moment = await this.moment();
    return moment === "before the first event" ? -1 : Number(/event (\d+) of/.exec(moment)?.[1]) - 1;
  }

  /** Presses a key that moves the playhead, and waits until its new position is told. */
  async move(key: string): Promise<void> {
    const place = async () => `${await this.time()} ${await this.moment()}`;
    const before = await place();
    await this.page.keyboard.press(key);
    await expect.poll(place).not.toBe(before);
  }

  /** The active part among the lanes, as a screen reader reads it. */
  async active(): Promise<string> {
    const id = await this.lanes.getAttribute("aria-activedescendant");
    return (id && (await this.page.locator(`[id="${id}"]`).getAttribute("aria-label"))) || "";
  }

  /** Presses a key on the lanes until the active part matches. */
  async seek(key: string, wanted: RegExp): Promise<void> {
    for (let presses = 0; presses < 20 && !wanted.test(await this.active()); presses += 1) {
      await this.lanes.press(key);
    }
    await expect.poll(() => this.active()).toMatch(wanted);
  }

  /** Opens both tables. */
  async openTables(): Promise<void> {
    await expect(this.figure).not.toHaveClass(/\bis-empty\b/);
    for (const name of ["Table", "Coroutines"]) {
      const summary = this.figure.getByText(name, { exact: true }).first();
      if (!(await summary.evaluate((element) => element.closest("details")?.open))) await summary.click();
    }
    await expect(this.coroutines).toBeVisible();
  }

  /** Opens the tools box and presses one of its buttons. */
  async use(tool: string): Promise<void> {
    await this.#openTools();
    await this.tools.getByRole("button", { name: tool }).click();
  }

  /** Sets the speed of playing, given as the box shows it. */
  async setSpeed(speed: string): Promise<void> {
    await this.#openTools();
    const choice = this.tools.getByRole("combobox", { name: "How fast it is played" });
    await choice.selectOption(speed);
    await choice.press("Escape");
    await expect(this.tools).toBeHidden();
  }

  async #openTools(): Promise<void> {
    await this.pane.root.getByRole("button", { name: "Timeline tools" }).click();
    // The formats are added a little later, and the box is then placed again.
    await expect(this.tools.getByRole("button", { name: "Requests (HAR)" })).toBeVisible();
  }

  /** The ticks of the axis: times in seconds, and the middle of each label on the screen. */
  async ticks(): Promise<{ t: number; x: number }[]> {
    const ticks = await this.figure.locator(".timeline-tick").evaluateAll((all) =>
      all.map((tick) => {
        const { left, width } = tick.getBoundingClientRect();
        return { t: Number.parseFloat(tick.textContent ?? ""), x: left + width / 2 };
      }),
    );
    return ticks.sort((one, other) => one.t - other.t);
  }

  /** The position on the axis of a time in seconds, computed from the ticks. */
  async spotAt(t: number): Promise<Spot> {
    const { first, pixels } = await this.#scale();
    const { y, height } = await boxOf(this.figure.locator(".timeline-head"));
    return { x: first.x + (t - first.t) * pixels, y: y + height / 2 };
  }

  /** The time at a position on the axis, in seconds. */
  async timeAt({ x }: Spot): Promise<number> {
    const { first, pixels } = await this.#scale();
    return first.t + (x - first.x) / pixels;
  }

  /** The position in a lane of a time in seconds. */
  async spotIn(lane: string, t: number): Promise<Spot> {
    const { y, height } = await boxOf(this.lane(lane));
    return { x: (await this.spotAt(t)).x, y: y + height / 2 };
  }

  async #scale() {
    const ticks = await this.ticks();
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (!first || !last || first === last) throw new Error("The axis has fewer than two times.");
    return { first, pixels: (last.x - first.x) / (last.t - first.t) };
  }
}

/** The cells of a table's body, row by row. */
export async function cellsOf(table: Locator): Promise<string[][]> {
  return table
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
    );
}

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element} is not to be seen.`);
  return box;
}
