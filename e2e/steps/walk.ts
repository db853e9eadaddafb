// Walks through a deck, slide by slide and step by step, and looks for parts that are cut off, outside or overlapping,
// for controls without a name, and for violations that axe finds.

import type { Locator, Page } from "@playwright/test";
import axe from "axe-core";
import type { LivePane } from "../../src/pane/live-pane.ts";
import { expect } from "../fixtures.ts";
import type { Deck } from "./deck.ts";

/** Monaco is left out: it is an editor of its own and announces itself as one. */
const notOurs = ".monaco-editor";

/** The rules of axe that the slides must keep. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * The themes and window sizes in which a deck is checked, and what axe looks for there. Names and structure are the same
 * in every room, so that they are checked once; colours are not.
 */
export const rooms = [
  { theme: "light", width: 1280, height: 720, rules: standards },
  { theme: "dark", width: 1920, height: 1080, rules: ["color-contrast"] },
] as const;

export type Room = (typeof rooms)[number];

/** Sets the page to a theme and window size, with reduced motion. */
export async function enter(page: Page, { theme, width, height }: Room): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
}

/** Walks from the first slide to the last. Returns what is wrong, one sentence each. */
export async function walk(deck: Deck, room: Room): Promise<string[]> {
  const { page, names } = deck;
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const name of names) {
    await deck.expectSlide(name);
    found.push(...(await lookAt(deck, name, room)));
    await stepOn(
      deck,
      async () => void found.push(...(await outside(page, name)), ...(await covered(page, name))),
    );
  }
  return found;
}

async function lookAt({ slide, page }: Deck, name: string, { rules }: Room): Promise<string[]> {
  await expect(slide.getByRole("heading").first()).toBeVisible();
  await expectRecordings(slide);
  return [
    ...(rules === standards ? await nameless(slide, name) : []),
    ...(await outside(page, name)),
    ...(await covered(page, name)),
    ...(await violations(page, name, rules)),
  ];
}

/** Waits for what panes show by themselves: the recording of a program that cannot start its threads here. */
async function expectRecordings(slide: Locator): Promise<void> {
  const panes = await slide.locator("css:light=live-pane").all();
  for (const pane of panes)
    if (await pane.evaluate((element) => (element as LivePane).lacksThreads))
      await expect(pane.locator("css:light=.pane-status")).toContainText("recorded");
}

/** Controls without a name. */
async function nameless(slide: Locator, name: string): Promise<string[]> {
  const lines = (await slide.ariaSnapshot()).split("\n");
  const controls = /^\s*- (button|tab|slider|link|textbox|separator|log|figure|tablist|treegrid)\b(.*)$/;
  const found = lines.filter((line) => controls.test(line) && !/^\s*- \w+ "\S/.test(line));
  return found.map((line) => `${name}: without a name: ${line.trim()}`);
}

/** Presses the key for the next step until the next slide is shown. On the last slide it stops at the last step. */
async function stepOn({ slide, page, names }: Deck, look: () => Promise<void>): Promise<void> {
  const id = await slide.getAttribute("id");
  const left = () => slide.locator(".fragment:not(.visible)").count();
  for (let steps = await left(); steps > 0; steps -= 1) {
    await page.keyboard.press("ArrowRight");
    await look();
    if ((await left()) === 0) break;
  }
  if (id !== names.at(-1)) await page.keyboard.press("ArrowRight");
}

/** Elements that reach out of the slide, or are cut off by their box. */
async function outside(page: Page, name: string): Promise<string[]> {
  const texts = await page.evaluate((notOurs) => {
    const slide = document.querySelector("section.present");
    const room = document.querySelector(".slides")?.getBoundingClientRect();
    if (!slide || !room) return ["There is no slide."];
    const told = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${(element.textContent ?? "").trim().slice(0, 40)}`;
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest(`${notOurs}, .notes, [popover], [aria-hidden="true"] *, .timeline-summary`);
    const all = [
      ...slide.querySelectorAll<HTMLElement>(
        "h1, h2, h3, p, li, pre, figure, img, svg, button, table, aside",
      ),
    ];
    const out = all.filter((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || !isSeen(element) || element.closest("live-pane, svg svg"))
        return false;
      return left < room.left - 2 || top < room.top - 2 || right > room.right + 2 || bottom > room.bottom + 2;
    });
    const cut = all.filter((element) => {
      if (!isSeen(element) || !/^(H1|H2|H3|P|LI|BUTTON)$/.test(element.tagName)) return false;
      const { overflow, textOverflow } = getComputedStyle(element);
      return (
        overflow === "hidden" && textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 2
      );
    });
    return [
      ...out.map((element) => `outside: ${told(element)}`),
      ...cut.map((element) => `cut off: ${told(element)}`),
    ];
  }, notOurs);
  return texts.map((text) => `${name}: ${text}`);
}

/** Parts of the slide whose text, drawings or panes overlap. */
async function covered(page: Page, name: string): Promise<string[]> {
  const pairs = await page.evaluate(() => {
    const boxes = "live-pane, svg, img, button, pre, aside";
    /** The post of a signpost may end behind a card. */
    const notSeen = ".notes, svg.sign, svg svg";
    const rectsOf = (part: Element): DOMRect[] => {
      const inside = [part, ...part.querySelectorAll("*")].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          !element.closest(`${notSeen}, live-pane *, svg *`),
      );
      const texts = inside
        .flatMap((element) => [...element.childNodes])
        .filter(({ nodeType }) => nodeType === 3);
      const textRects = texts.flatMap((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        // A line's box is taller than its letters.
        return [...range.getClientRects()].map(
          ({ x, y, width, height }) => new DOMRect(x, y + 0.15 * height, width, 0.7 * height),
        );
      });
      return [
        ...textRects,
        ...inside
          .filter((element) => element.matches(boxes))
          .map((element) => element.getBoundingClientRect()),
      ];
    };
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    const told = (part: Element) =>
      `<${part.tagName.toLowerCase()} class="${part.className}"> ${(part.textContent ?? "").trim().slice(0, 30)}`;
    const parts = [...(document.querySelector("section.present")?.children ?? [])].map(
      (part) => [part, rectsOf(part)] as const,
    );
    return parts.flatMap(([part, rects], index) =>
      parts
        .slice(index + 1)
        .filter(([, others]) => rects.some((rect) => others.some((other) => overlap(rect, other))))
        .map(([other]) => `${told(part)} and ${told(other)}`),
    );
  });
  return pairs.map((pair) => `${name}: overlapping: ${pair}`);
}

/** The violations that axe finds on the slide. */
async function violations(page: Page, name: string, rules: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(
    async ({ notOurs, rules }) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      // axe reads the whole document even if it checks only a part. Without the other slides it needs a fifth of the
      // time.
      const others = [...document.querySelectorAll(".slides > section:not(.present)")];
      const places = others.map((slide) => {
        const place = document.createComment("");
        slide.replaceWith(place);
        return place;
      });
      const { violations } = await axe.run(
        { include: ["section.present"], exclude: [notOurs] },
        { runOnly: rules, resultTypes: ["violations"] },
      );
      for (const [index, place] of places.entries()) place.replaceWith(others[index] ?? "");
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`),
      );
    },
    { notOurs, rules: [...rules] },
  );
  return texts.map((text) => `${name}: ${text.replace(/\s+/g, " ")}`);
}
