// A walk through the whole deck, slide by slide and step by step: nothing sticks out, all has a name, and axe finds nothing.

import type { Page } from "@playwright/test";
import axe from "axe-core";
import { type Deck, openSlide, slideNames } from "./deck.ts";
import { expect, test } from "./fixtures.ts";

/** Monaco is an editor of its own, and announces itself as one. */
const notOurs = ".monaco-editor";

test.setTimeout(240_000);

for (const theme of ["light", "dark"] as const) {
  test(`every slide and every step is whole and accessible, in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const deck = await openSlide(page, slideNames[0]);
    await page.evaluate(axe.source);
    const found: string[] = [];
    for (const name of slideNames) {
      await deck.expectSlide(name);
      found.push(...(await lookAt(deck, name)));
      await stepOn(deck, async () => void found.push(...(await outside(page, name))));
    }
    expect(found).toEqual([]);
  });
}

async function lookAt({ slide, page }: Deck, name: string): Promise<string[]> {
  await expect(slide.getByRole("heading").first()).toBeVisible();
  const lines = (await slide.ariaSnapshot()).split("\n");
  const controls = /^\s*- (button|tab|slider|link|textbox|separator|log|figure|tablist|treegrid)\b(.*)$/;
  const nameless = lines.filter((line) => controls.test(line) && !/^\s*- \w+ "\S/.test(line));
  return [
    ...nameless.map((line) => `${name}: without a name: ${line.trim()}`),
    ...(await outside(page, name)),
    ...(await violations(page, name)),
  ];
}

/** Presses the key for the next step until the next slide comes; on the last slide until nothing is left. */
async function stepOn({ slide, page }: Deck, look: () => Promise<void>): Promise<void> {
  const id = await slide.getAttribute("id");
  const left = () => slide.locator(".fragment:not(.visible)").count();
  for (let steps = await left(); steps > 0; steps -= 1) {
    await page.keyboard.press("ArrowRight");
    await look();
    if ((await left()) === 0) break;
  }
  if (id !== slideNames.at(-1)) await page.keyboard.press("ArrowRight");
}

/** What reaches out of the slide, or is cut off by what it is in. */
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

/** What axe says of the slide. */
async function violations(page: Page, name: string): Promise<string[]> {
  const texts = await page.evaluate(async (notOurs) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(
      { include: ["section.present"], exclude: [notOurs] },
      { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`),
    );
  }, notOurs);
  return texts.map((text) => `${name}: ${text.replace(/\s+/g, " ")}`);
}
