// The speaker's cues, played by their keys on the real clock: the console says what it said when Node played them.

import { readFileSync } from "node:fs";
import type { JSHandle, Locator } from "@playwright/test";
import { type Cue, stateAfter } from "../src/deck/cue.ts";
import { type Deck, openSlide, slideNames } from "./deck.ts";
import { expect, test } from "./fixtures.ts";
import type { Pane } from "./pane.ts";

/** What a console says, line by line: after "❯ " what was entered, after "← " its value. */
type Lines = readonly string[];

/** By pane, and there by how many cues were played: at the end, and before each edit. */
const transcripts = readTranscripts("../slides/examples/__snapshots__/cues.test.ts.snap");

const slides = slideNames.filter((name) => transcripts.has(`${name}-1`));

/** Each is visited in one page, where Monaco is loaded once. */
const shares = [0, 1, 2].map((share) => slides.filter((_, index) => index % 3 === share));

for (const share of shares) {
  test(`X plays the cues of ${share.join(", ")}`, async ({ page }) => {
    // Here, since what watches a test sets a time too.
    test.setTimeout(240_000);
    for (const name of share) await new Talk(await openSlide(page, name), name).playAll();
  });
}

test("every pane with cues is visited", async ({ page }) => {
  await openSlide(page, "title");
  const panes = await page
    .locator("live-pane:has([data-part=cues])")
    .evaluateAll((all) => all.map(({ id }) => id));
  expect(panes).toEqual(slides.map((name) => `${name}-1`));
  expect(transcripts.size).toBe(panes.length);
});

test("Z takes cues back, and R puts right what was typed after them", async ({ page }) => {
  const deck = await openSlide(page, "code-examples");
  const { pane } = deck;
  const talk = new Talk(deck, "code-examples");
  const original = await pane.text();
  await talk.playAll();

  const changed = await pane.text();
  await page.keyboard.press("z");
  await talk.expectBar(4);
  expect(await pane.text()).toBe(changed);
  await page.keyboard.press("z");
  await talk.expectBar(3);
  await talk.expectConsole(3);
  expect(await pane.text()).toBe(original);

  await pane.runText('console.log("By mistake.");\n');
  await expect(pane.lines).toHaveText(["By mistake."]);
  await pane.prompt.focus();
  await page.keyboard.insertText("half an ent");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await talk.expectConsole(3);
  await talk.expectBar(3);
  expect(await pane.text()).toBe(original);
  await expect(pane.prompt).toHaveValue("");

  await talk.play(3);
  await talk.play(4);
});

/** The cues of a slide's pane, as its speaker plays them. */
class Talk {
  readonly #pane: Pane;
  readonly #note: Locator;
  readonly #list: Locator;
  readonly #id: string;
  #cues: readonly Cue[] = [];
  #originals: ReadonlyMap<string, string> = new Map();

  constructor({ pane }: Deck, name: string) {
    this.#id = `${name}-1`;
    this.#pane = pane;
    this.#note = pane.root.locator(".pane-cue");
    this.#list = pane.root.getByRole("button", { name: /^Cues: / });
  }

  async playAll(): Promise<void> {
    const pane = this.#pane;
    await pane.expectEditor();
    // A reply comes well before a nap is over, and not at once; a busy machine does not change their order.
    await pane.setWait(0.5);
    await pane.setSpeed("5×");
    await this.#typeAtOnce();
    this.#cues = JSON.parse((await pane.root.locator("[data-part=cue-data]").textContent()) ?? "[]");
    this.#originals = await this.#texts();
    for (const index of this.#cues.keys()) await this.play(index);
  }

  /** Plays the cue, which is the next, and waits until it has taken effect. */
  async play(index: number): Promise<void> {
    const cue = this.#cues[index];
    const before = await this.#run();
    await this.#pane.page.keyboard.press("x");
    await this.expectBar(index + 1);
    switch (cue?.kind) {
      case "edit":
        await expect.poll(() => this.#texts()).toEqual(this.#stateAfter(index + 1).texts);
        break;
      case "keep":
        await expect(this.#pane.root).toHaveClass(/\bis-comparing\b/);
        break;
      case "run":
        await expect.poll(() => this.#isNewer(before)).toBe(true);
        await this.expectConsole(index + 1);
        break;
      default:
        await this.expectConsole(index + 1);
    }
  }

  /** So many cues were played, and the last of them is told. */
  async expectBar(count: number): Promise<void> {
    await expect(this.#list).toHaveText(`${count} / ${this.#cues.length}`);
    await expect(this.#note).toHaveText((this.#cues[count - 1]?.note ?? "").replaceAll("`", ""));
  }

  /** Nothing goes on any more, and the console says what it says after so many cues. */
  async expectConsole(count: number): Promise<void> {
    const lines = this.#transcriptAfter(count);
    const { stop } = this.#pane;
    await expect
      .poll(async () => [await stop.getAttribute("aria-disabled"), ...(await this.#said())], {
        message: `after cue ${count} of ${this.#id}`,
        intervals: [100],
      })
      .toEqual(["true", ...lines.map(withoutTimes)]);
  }

  /** The transcript up to what is entered by a later cue. */
  #transcriptAfter(count: number): Lines {
    const { entries } = this.#stateAfter(count);
    const stages = transcripts.get(this.#id) ?? new Map<number, Lines>();
    const [, lines = []] = [...stages].find(([end]) => end >= count) ?? [];
    const entered = [...lines.keys()].filter((index) => lines[index]?.startsWith("❯ "));
    return lines.slice(0, entered[entries.length]);
  }

  #stateAfter(count: number) {
    return stateAfter(this.#cues, count, this.#originals);
  }

  async #said(): Promise<Lines> {
    const said = await this.#pane.lines.evaluateAll((all) =>
      all.map((line) => {
        const sign = line.matches(".is-entered") ? "❯ " : line.matches(".is-value") ? "← " : "";
        // The first: below an error are the places that it came through.
        const text = line.querySelector(".value-text") ?? line.firstElementChild;
        return sign + (text?.textContent ?? "");
      }),
    );
    return said.map(withoutTimes);
  }

  async #texts(): Promise<ReadonlyMap<string, string>> {
    const files = await this.#pane.root.evaluate((pane) => [
      ...(pane as HTMLElement & { files: ReadonlyMap<string, string> }).files,
    ]);
    return new Map(files);
  }

  /** The newest run, or undefined. */
  #run(): Promise<JSHandle> {
    return this.#pane.root.evaluateHandle((pane) => (pane as HTMLElement & { traces: unknown[] }).traces[0]);
  }

  #isNewer(than: JSHandle): Promise<boolean> {
    return this.#pane.root.evaluate(
      (pane, last) => (pane as HTMLElement & { traces: unknown[] }).traces[0] !== last,
      than,
    );
  }

  async #typeAtOnce(): Promise<void> {
    await this.#list.click();
    const pace = this.#pane.root.getByLabel("Types");
    await pace.selectOption("at once");
    await pace.press("Escape");
    await expect(pace).toBeHidden();
  }
}

/** What a line says on any clock. */
function withoutTimes(line: string): string {
  return line.replace(/\b\d[\d.]*\s(ms|s)\b/g, "a while");
}

/** Vitest writes each as a template with an array in it, whose strings have no escapes. */
function readTranscripts(path: string): ReadonlyMap<string, ReadonlyMap<number, Lines>> {
  const snapshots = readFileSync(new URL(path, import.meta.url), "utf8");
  const found = new Map<string, Map<number, Lines>>();
  const one =
    /^exports\[`the cues of (\S+) lead where they led > after cue (\d+) 1`\] = `\n\[\n {2}"(.*?)",\n\]\n`;$/gms;
  for (const [, pane = "", count, text = ""] of snapshots.matchAll(one)) {
    const lines = text.replace(/\\([\\`$])/g, "$1").split('",\n  "');
    found.set(pane, (found.get(pane) ?? new Map()).set(Number(count), lines));
  }
  return found;
}
