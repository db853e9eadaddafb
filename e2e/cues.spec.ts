// Plays the speaker's cues by their keys on the real clock. The console shows the same as in the recordings made in
// Node.

import { readFileSync } from "node:fs";
import type { JSHandle, Locator, Page } from "@playwright/test";
import { type Cue, stateAfter } from "../src/pane/cues/cue.ts";
import { stagesOf, stageWith } from "../src/pane/cues/cue-stages.ts";
import type { LivePane } from "../src/pane/live-pane.ts";
import { replay } from "../src/trace/recording/read-recording.ts";
import { expect, test } from "./fixtures.ts";
import { type Deck, openSlide, type SlideName, slideNames } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";
import { characters } from "./steps/texts.ts";

/** The lines of a console. "❯ " precedes an entry, "← " its value. */
type Lines = readonly string[];

/** A line of a recording. */
interface RecordedLine {
  readonly text: string;
  /**
   * True if another task printed this line at the same time as the line before it: their order is a matter of chance.
   */
  readonly isTied: boolean;
}

/** On the real clock it is a matter of chance at which character these panes switch. */
const messes: ReadonlySet<string> = new Set(["gevent-program-1"]);

/** Each share is visited in one page, so that Monaco is loaded once. */
const shares = 3;

// Typing takes no time, and no animation takes a share of a core.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

for (let share = 0; share < shares; share += 1) {
  test(`X plays the cues of panes ${share + 1}, ${share + 1 + shares} and so on`, async ({ page }) => {
    // Set here, since the fixture that watches a test sets a timeout too.
    test.setTimeout(240_000);
    await openSlide(page, "title");
    const slides = await slidesWithCues(page);
    for (const name of slides.filter((_, index) => index % shares === share))
      await new Talk(await openSlide(page, name), name).playAll();
  });
}

/**
 * All slides that have cues. Each has one such pane, whose id begins with the slide's name. Without those that start
 * threads: this page has none for them, so that they would only show the recordings to which they are compared.
 */
async function slidesWithCues(page: Page): Promise<SlideName[]> {
  // In the page's source: the content of far slides is not in the document.
  const ids = await page.evaluate(async () => {
    const text = await (await fetch(location.pathname)).text();
    const source = new DOMParser().parseFromString(text, "text/html");
    const panes = [...source.querySelectorAll("live-pane:has([data-part=cues])")];
    return panes.filter(({ textContent }) => !textContent.includes("new Worker(")).map(({ id }) => id);
  });
  const slides = slideNames.filter((name) => ids.includes(`${name}-1`));
  expect(slides.length).toBeGreaterThan(shares);
  expect(slides.map((name) => `${name}-1`)).toEqual(ids);
  return slides;
}

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

test("a reload in the middle of the cues goes on where the speaker was", async ({ page }) => {
  const deck = await openSlide(page, "code-examples");
  const talk = new Talk(deck, "code-examples");
  await talk.prepare();
  for (const index of [0, 1, 2, 3]) await talk.play(index);
  const changed = await deck.pane.text();
  await page.reload();
  await talk.expectBar(4);
  expect(await deck.pane.text()).toBe(changed);
  await deck.pane.expectEditor();
  await talk.play(4);
  await deck.pane.putBack();
  await talk.expectStart();
  await page.reload();
  await talk.expectStart();
});

/** The cues of a slide's pane, as the speaker plays them. */
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
    await this.prepare();
    for (const index of this.#cues.keys()) await this.play(index);
  }

  /** Reads the cues, and lets the clock go fast. Timers come in the order of their times at any speed. */
  async prepare(): Promise<void> {
    const pane = this.#pane;
    await pane.expectEditor();
    await pane.root.evaluate((pane) => (pane as LivePane).follow({ kind: "speed", speed: 20 }));
    this.#cues = JSON.parse((await pane.root.locator("[data-part=cue-data]").textContent()) ?? "[]");
    this.#originals = await this.#texts();
  }

  /** Plays the next cue, which is number `index`, and waits until it has taken effect. */
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

  /** Expects that `count` cues were played and that the note of the last one is shown. */
  async expectBar(count: number): Promise<void> {
    await expect(this.#list).toHaveText(`${count} / ${this.#cues.length}`);
    await expect(this.#note).toHaveText((this.#cues[count - 1]?.note ?? "").replaceAll("`", ""));
  }

  /** Expects that no cue was played. */
  async expectStart(): Promise<void> {
    await expect(this.#list).toHaveText(`0 / ${this.#cues.length}`);
  }

  /** Expects that nothing is running any more and that the console shows the recorded lines after `count` cues. */
  async expectConsole(count: number): Promise<void> {
    const lines = this.#recordedUpTo(count);
    const texts = lines.map(({ text }) => withoutTimes(text));
    const { stop } = this.#pane;
    const comparable = (said: Lines) => (messes.has(this.#id) ? [characters(said)] : inOrder(said, lines));
    await expect
      .poll(async () => [await stop.getAttribute("aria-disabled"), ...comparable(await this.#said())], {
        message: `after cue ${count} of ${this.#id}`,
        intervals: [100],
      })
      .toEqual(["true", ...comparable(texts)]);
  }

  /** The recorded lines up to the entry of a later cue. */
  #recordedUpTo(count: number): readonly RecordedLine[] {
    const { texts, entries } = this.#stateAfter(count);
    const stage = stageWith(texts, stagesOf(this.#id, this.#cues, this.#originals));
    // Between two edits in a row nothing runs, so nothing is printed.
    const lines = stage ? recordedLines(stage.recording) : [];
    const entered = [...lines.keys()].filter((index) => lines[index]?.text.startsWith("❯ "));
    return lines.slice(0, entered[entries.length]);
  }

  #stateAfter(count: number) {
    return stateAfter(this.#cues, count, this.#originals);
  }

  async #said(): Promise<Lines> {
    const said = await this.#pane.lines.evaluateAll((all) =>
      all.map((line) => {
        const sign = line.matches(".is-entered") ? "❯ " : line.matches(".is-value") ? "← " : "";
        // The first element: below an error stands its stack trace.
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
}

/** The lines, with tied ones sorted, so that the order does not depend on chance. */
function inOrder(lines: Lines, recorded: readonly RecordedLine[]): Lines {
  const begins = [0, ...recorded.flatMap(({ isTied }, index) => (isTied || index === 0 ? [] : [index]))];
  return begins.flatMap((begin, index) => lines.slice(begin, begins[index + 1]).sort());
}

/** The line with all times replaced, so that it is the same on any clock. */
function withoutTimes(line: string): string {
  return line.replace(/\b\d[\d.]*\s(ms|s)\b/g, "a while");
}

function recordedLines(name: string): readonly RecordedLine[] {
  const file = new URL(`../slides/recordings/${name}.json`, import.meta.url);
  const [trace] = replay(JSON.parse(readFileSync(file, "utf8")));
  const lines = trace?.lines ?? [];
  return lines.map(({ text, prompt, value, task, start }, index) => {
    const before = lines[index - 1];
    if (prompt !== undefined) return { text: `❯ ${text}`, isTied: false };
    if (value) return { text: `← ${text}`, isTied: false };
    const isOfPrompt = before?.prompt !== undefined || before?.value !== undefined;
    return { text, isTied: !isOfPrompt && before?.start === start && before.task !== task };
  });
}
