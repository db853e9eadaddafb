// A mirror is sent only the events of another pane, as text, and shows the same.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Pane } from "./steps/pane.ts";

/** The methods of a pane for mirrors. */
interface Followed extends HTMLElement {
  listen(hear: (event: unknown) => void): () => void;
  follow(event: unknown): void;
}

/** Adds a mirror of a pane to the page, with the markup from the page's source. */
async function addMirror(page: Page, id: string, name: string): Promise<Pane> {
  await page.evaluate(
    async ([id, name]) => {
      const text = await (await fetch(location.pathname)).text();
      const markup = new DOMParser()
        .parseFromString(text.replaceAll(id, name), "text/html")
        .getElementById(name);
      const pane = document.getElementById(id);
      if (!markup || !pane) throw new Error(`There is no pane "${id}".`);
      const mirror = document.importNode(markup, true) as Followed;
      mirror.setAttribute("mirror", "");
      mirror.style.cssText = "position: absolute; top: 110%; left: 0; width: 1100px; height: 500px";
      pane.after(mirror);
      (pane as Followed).listen((event) => mirror.follow(JSON.parse(JSON.stringify(event))));
    },
    [id, name] as const,
  );
  return new Pane(page.locator(`#${name}`));
}

/** What a viewer sees of a pane. */
async function seen(pane: Pane) {
  const playhead = pane.root.locator(".timeline-playhead");
  return {
    text: await pane.text(),
    lines: await pane.lines.allTextContents(),
    timeline: await pane.timeline.locator("tbody tr").allTextContents(),
    playhead: await playhead.getAttribute("aria-valuetext"),
    status: await pane.status.textContent(),
    cues: await pane.root.getByRole("button", { name: /^Cues: / }).textContent(),
    note: await pane.root.locator(".pane-cue").textContent(),
    network: await pane.wait.textContent(),
    prompt: await pane.prompt.inputValue(),
  };
}

test("a pane that is told another one's events shows the same, and runs nothing", async ({ page }) => {
  await openSlide(page, "code-examples");
  const pane = new Pane(page.locator("#code-examples-1"));
  await pane.expectEditor();
  const original = await pane.text();
  const mirror = await addMirror(page, "code-examples-1", "mirror");
  const same = async (which: Pane = mirror) => {
    // Both are read again each time: a pane is read piece by piece, and may be drawn in between.
    await expect(async () => expect(await seen(which)).toEqual(await seen(pane))).toPass();
    return seen(pane);
  };

  await test.step("from the beginning", async () => {
    await same();
    await pane.setWait(0.5);
    await pane.runText(`${original}\nconsole.log("Once more.");\n`);
    await pane.expectFinished();
    await pane.enterAtPrompt("6 * 7");
    await expect(pane.lines.last()).toHaveText("42");
    await page.keyboard.press("Escape");
    expect(await same()).toMatchObject({
      text: expect.stringContaining("Once more."),
      network: "Wait 0.5 s",
    });
    await page.keyboard.press("r");
    await page.keyboard.press("x");
    await expect(pane.root.getByRole("button", { name: /^Cues: / })).toHaveText(/^1 /);
    await expect(pane.stop).toHaveAttribute("aria-disabled", "true");
    await pane.prompt.fill("half an ent");
    await page.keyboard.press("Escape");
    await page.keyboard.press("m");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    expect(await same()).toMatchObject({ text: original, prompt: "half an ent" });
  });

  await test.step("and from in between", async () => {
    const late = await addMirror(page, "code-examples-1", "late-mirror");
    await same(late);
    await page.keyboard.press("l");
    await same(late);
  });

  await expect(page.locator("live-pane[mirror] .monaco-editor")).toHaveCount(0);
});
