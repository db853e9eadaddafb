// A live pane as its user sees it: buttons, editor, console and timeline.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";

/** A row of the timeline's table. In a race its first cell names the run. */
export type Row = readonly string[];

export class Pane {
  readonly root: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly reset: Locator;
  readonly pause: Locator;
  readonly step: Locator;
  readonly wait: Locator;
  readonly status: Locator;
  readonly log: Locator;
  /** The lines of output. */
  readonly lines: Locator;
  /** The text box below the console. */
  readonly prompt: Locator;
  readonly timeline: Locator;
  /** The editor's text field. */
  readonly field: Locator;
  readonly cursor: Locator;

  constructor(root: Locator) {
    this.root = root;
    this.run = root.getByRole("button", { name: "Run", exact: true });
    this.stop = root.getByRole("button", { name: "Stop", exact: true });
    this.reset = root.getByRole("button", { name: "Reset", exact: true });
    this.pause = root.getByRole("button", { name: "Pause", exact: true });
    this.step = root.getByRole("button", { name: "Step", exact: true });
    this.wait = root.getByRole("button", { name: /^Network: Wait / });
    this.status = root.getByRole("status").first();
    this.log = root.getByRole("log", { name: "Console" });
    this.lines = this.log.locator(".console-line");
    this.prompt = root.getByRole("textbox", { name: "Prompt" });
    this.timeline = root.getByRole("figure", { name: "Timeline" });
    this.field = root.getByRole("textbox", { name: /^Code\./ });
    this.cursor = root.locator(".cursors-layer > .cursor");
  }

  get page(): Page {
    return this.root.page();
  }

  tab(file: string): Locator {
    return this.root.getByRole("tab", { name: file });
  }

  /** The text of the shown file. */
  text(): Promise<string> {
    return this.root.evaluate((pane) => (pane as HTMLElement & { text: string }).text);
  }

  /** The button of the console that leads to a place in the program. */
  place(text: string | RegExp): Locator {
    return this.log.getByRole("button", { name: text });
  }

  async expectEditor(): Promise<void> {
    await expect(this.root.locator(".view-line").first()).toBeVisible();
    await expect(this.field).toHaveCount(1);
  }

  /** Clicks into the code and waits for the focus. */
  async enter(): Promise<void> {
    await this.expectEditor();
    await this.root.locator(".view-lines").click();
    await this.expectFocused();
  }

  async expectFocused(): Promise<void> {
    await expect(this.root.locator(".monaco-editor.focused")).toHaveCount(1);
  }

  async expectNotFocused(): Promise<void> {
    await expect(this.root.locator(".monaco-editor.focused")).toHaveCount(0);
  }

  /** Replaces the shown file's text by pasting another one. */
  async replaceText(text: string): Promise<void> {
    await this.enter();
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("ControlOrMeta+v");
    await expect.poll(() => this.text()).toBe(text);
  }

  /** Selects the only occurrence of `text` with the editor's own search. */
  async find(text: string): Promise<void> {
    await this.enter();
    const { keyboard } = this.page;
    await keyboard.press("ControlOrMeta+f");
    await keyboard.insertText(text);
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await this.expectFocused();
  }

  /** Returns the caret's position: types a character, finds it in the text, and undoes that. */
  async readCursor(): Promise<{ line: number; column: number }> {
    const sign = "¤";
    const before = await this.text();
    await this.page.keyboard.insertText(sign);
    await expect.poll(() => this.text()).toContain(sign);
    const lines = (await this.text()).split("\n");
    const line = lines.findIndex((text) => text.includes(sign));
    await this.page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => this.text()).toBe(before);
    return { line: line + 1, column: (lines[line] ?? "").indexOf(sign) + 1 };
  }

  /** Replaces the program by pasting another one, and runs it. */
  async pasteAndRun(text: string): Promise<void> {
    await this.replaceText(text);
    await this.run.click();
  }

  /**
   * Sets the shown file's text by the element's property, for stories about what a program does. The language service,
   * which takes seconds, starts only when somebody types.
   */
  async setText(text: string): Promise<void> {
    await this.root.evaluate((pane, text) => void Object.assign(pane, { text }), text);
  }

  /** Sets the shown file's text and runs it. */
  async runText(text: string): Promise<void> {
    await this.setText(text);
    await this.run.click();
  }

  /** Sets the network's wait with the arrow keys of its slider. */
  async setWait(seconds: number): Promise<void> {
    await this.setNetwork("A reply takes", "Home", seconds / 0.5);
    await expect(this.wait).toHaveText(new RegExp(`^Wait ${seconds} s`));
  }

  /** Sets the speed of the clock, given as the network's box shows it, for example "2×". */
  async setSpeed(speed: string): Promise<void> {
    await this.wait.click();
    const slider = this.root.getByRole("slider", { name: "Time goes" });
    await slider.press("Home");
    while ((await slider.getAttribute("aria-valuetext")) !== speed) await slider.press("ArrowRight");
    await slider.press("Escape");
    await expect(slider).toBeHidden();
  }

  /** The numbers of the code lines that have a mark with one of these classes, from the top. */
  async markedLines(...marks: readonly string[]): Promise<number[]> {
    return this.root.evaluate((root, selector) => {
      const topOf = (element: Element) => Math.round(element.getBoundingClientRect().top);
      const tops = new Set([...root.querySelectorAll(selector)].map(topOf));
      const numbers = [...root.querySelectorAll(".margin-view-overlays .line-numbers")];
      const marked = numbers.filter((number) => tops.has(topOf(number)));
      return marked.map(({ textContent }) => Number(textContent)).sort((one, other) => one - other);
    }, marks.map((mark) => `.view-overlays .${mark}`).join());
  }

  /** Enters a line at the prompt. */
  async enterAtPrompt(text: string): Promise<void> {
    await this.prompt.focus();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Enter");
    await expect(this.prompt).toHaveValue("");
  }

  /** Opens the network's box, moves one of its sliders, and closes the box. */
  async setNetwork(label: string, first: "Home" | "End", steps = 0): Promise<void> {
    await this.wait.click();
    const slider = this.root.getByRole("slider", { name: label });
    await slider.focus();
    await slider.press(first);
    for (let step = 0; step < steps; step += 1) await slider.press("ArrowRight");
    await slider.press("Escape");
    await expect(slider).toBeHidden();
  }

  /**
   * Expects a status that begins with `word`. Every word but "Running" belongs to a run that has ended, so the pane
   * must be idle too. Otherwise the status could be that of the run before the last click.
   */
  async expectFinished(word = "Finished"): Promise<void> {
    if (word !== "Running") await expect(this.root).toHaveAttribute("data-state", "idle");
    await expect(this.status).toHaveText(new RegExp(`^${word}`));
  }

  /** Resets a pane whose text has been changed. */
  async putBack(): Promise<void> {
    await this.reset.click();
    const question = this.page.getByRole("dialog", { name: "Reset this pane?" });
    await question.getByRole("button", { name: "Reset", exact: true }).click();
    await expect(question).toHaveCount(0);
  }

  /** The rows of the timeline's table, one for each request. */
  async requests(): Promise<Row[]> {
    await this.timeline.getByText("Table", { exact: true }).click();
    const rows = this.timeline.locator("tbody").getByRole("row");
    await expect(this.timeline.getByRole("table")).toBeVisible();
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
    );
    await this.timeline.getByText("Table", { exact: true }).click();
    return cells;
  }

  /** The number in a row of the table's foot: a total in seconds, or the ratio. */
  async total(name: string): Promise<number> {
    const row = this.timeline.locator("tfoot tr", { has: this.page.locator("th", { hasText: name }) });
    const text = (await row.locator("td").textContent()) ?? "";
    return Number.parseFloat(/[\d.]+/.exec(text)?.[0] ?? "NaN");
  }
}

/** Converts a time of the timeline, for example "2.00 s" or "13 ms", to seconds. */
export function seconds(text: string): number {
  return Number.parseFloat(text) / (text.endsWith("ms") ? 1000 : 1);
}
