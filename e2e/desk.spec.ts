// The speaker's desk: a second window that shows the deck, its next step and the notes, and from which all can be done.

import axe from "axe-core";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { checkDeskKeys, Desk, openDesk } from "./steps/desk.ts";

test("S opens the desk, which follows the deck and closes without a trace", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const desk = await openDesk(page);
  await desk.expectSlide("sequential-program");
  await expect(desk.next).toHaveId("subroutine-coroutine");
  await expect(desk.notes).toContainText("the total is the sum of the waits");
  await expect(desk.missing).toHaveText("");

  await page.bringToFront();
  await page.keyboard.press("ArrowRight");
  await deck.expectSlide("subroutine-coroutine");
  await desk.expectSlide("subroutine-coroutine");
  await expect(desk.notes).toContainText("a subroutine is the special case");
  await page.keyboard.press("ArrowLeft");
  await desk.expectSlide("sequential-program");

  await desk.page.close();
  await page.bringToFront();
  await deck.pane.setWait(0);
  await deck.pane.pasteAndRun('console.log("still here");\n');
  await expect(deck.pane.lines).toHaveText(["still here"]);
});

test("what happens in a pane is seen in the desk, which has no editor and runs nothing", async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await deck.pane.setWait(0);
  await deck.pane.setText('console.log("Moo");\n');
  await deck.pane.run.click();
  await expect(desk.pane.lines).toHaveText(["Moo"]);
  await expect.poll(() => desk.pane.text()).toBe('console.log("Moo");\n');
  await expect(desk.page.locator(".monaco-editor")).toHaveCount(0);
  expect(desk.page.workers()).toEqual([]);
});

test("the buttons of the desk and of its picture do what they do in the deck", async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.pane.setWait(0);
  await expect(deck.pane.wait).toHaveText("Wait 0 s");
  await desk.button("Run").click();
  await deck.pane.expectFinished();
  await expect(desk.pane.lines).toHaveText(await deck.pane.lines.allTextContents());
  await desk.pane.enterAtPrompt("6 * 7");
  await expect(deck.pane.lines.last()).toHaveText("42");
  await desk.button("Next cue").click();
  await expect(deck.pane.root.getByRole("button", { name: "Cues: 1 / 3 played" })).toBeVisible();
  await desk.button("Next").click();
  await deck.expectSlide("example-application");
});

test("in the low window of a small laptop, every button of the desk is seen whole", async ({ page }) => {
  await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.page.setViewportSize({ width: 1280, height: 620 });
  for (const name of ["Back", "Next", "Run", "Next cue", "Black", "Theme"]) {
    await expect(desk.button(name)).toBeInViewport({ ratio: 1 });
  }
});

test("keys pressed in the desk reach the deck, wherever the focus is in either", {
  tag: "@everywhere",
}, async ({ page }) => {
  await checkDeskKeys(await openSlide(page, "animals-api"), await openDesk(page));
});

test("what is typed in one window is seen in the other, key by key, and turns no slide", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  await deck.pane.expectEditor();

  await test.step("typed in the desk", async () => {
    await desk.pane.root.getByRole("textbox", { name: /^Code\./ }).click();
    await desk.page.keyboard.press("ControlOrMeta+a");
    const program = 'console.log("no");';
    for (const end of [7, program.length]) {
      await desk.page.keyboard.type(program.slice(end === 7 ? 0 : 7, end));
      await expect.poll(() => deck.pane.text()).toBe(program.slice(0, end));
      await expect(deck.pane.root.locator(".view-line")).toHaveText(
        program.slice(0, end).replaceAll(" ", " "),
      );
    }
    await expect(desk.pane.root.locator(".pane-line .tok-string")).toHaveText('"no"');
    await desk.page.keyboard.press("Control+Enter");
    await expect(deck.pane.lines).toHaveText(["no"]);
    await expect(desk.pane.lines).toHaveText(["no"]);
  });

  await test.step("typed in the deck", async () => {
    await page.bringToFront();
    await deck.pane.enter();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(" // pn");
    await expect(desk.pane.root.locator(".pane-line")).toHaveText('console.log("no"); // pn');
  });

  await test.step("typed at the prompt of the desk", async () => {
    await desk.pane.prompt.click();
    await desk.page.keyboard.type("6 * 7");
    await expect(deck.pane.prompt).toHaveValue("6 * 7");
    await desk.page.keyboard.press("Enter");
    await expect(deck.pane.lines.last()).toHaveText("42");
    await expect(desk.pane.prompt).toHaveValue("");
  });
  await deck.expectSlide("animals-api");
});

test("the desk scrubs, pauses, steps and stops the run of the deck", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const desk = await openDesk(page);
  await desk.expectSlide("sequential-program");
  await desk.button("Run").click();
  await expect(deck.pane.root).toHaveAttribute("data-state", "running");
  await desk.button("Pause").click();
  await expect(deck.pane.root).toHaveClass(/\bis-paused\b/);
  await desk.button("Step").click();
  await expect(deck.pane.root).toHaveClass(/\bis-paused\b/);
  await desk.button("Stop").click();
  await expect(deck.pane.root).toHaveAttribute("data-state", "idle");

  await desk.page.locator("#desk-head").click();
  await desk.page.keyboard.press("m");
  await desk.page.keyboard.press("Home");
  for (const { timeline } of [deck.pane, desk.pane]) {
    const playhead = timeline.getByRole("slider", { name: "Playhead" });
    await expect(playhead).toHaveAttribute("aria-valuenow", "0");
  }
});

test("a reload of either window in the middle leaves the two together", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  await deck.pane.setText('console.log("Moo");\n');
  await deck.pane.run.click();
  await expect(desk.pane.lines).toHaveText(["Moo"]);

  await desk.page.reload();
  await expect(desk.pane.lines).toHaveText(["Moo"]);
  await expect.poll(() => desk.pane.text()).toBe('console.log("Moo");\n');

  await page.reload();
  await expect(page.locator(".reveal.ready")).toBeVisible();
  await desk.page.locator("#desk-head").click();
  await desk.page.keyboard.press("PageDown");
  await deck.expectSlide("example-application");
  await desk.expectSlide("example-application");
  await desk.page.keyboard.press("PageUp");
  await expect.poll(() => desk.pane.text()).toBe('console.log("Moo");\n');
});

test("a frozen projector stands still while the desk looks elsewhere", async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  await desk.button("Freeze").click();
  await desk.button("Next").click();
  await desk.page.keyboard.press("Alt+ArrowRight");
  await desk.page.keyboard.press("Alt+ArrowRight");
  await desk.expectSlide("sequential-program");
  await expect(desk.page.getByText("The projector stays on 9")).toBeVisible();
  await deck.expectSlide("animals-api");

  await test.step("keys in the deck's window turn the desk, too", async () => {
    await page.bringToFront();
    await page.keyboard.press("PageUp");
    await desk.expectSlide("sequential-execution");
    await page.keyboard.press("PageDown");
    await desk.expectSlide("sequential-program");
    await deck.expectSlide("animals-api");
  });

  await test.step("what the speaker changes on another slide is there when it is shown", async () => {
    await desk.pane.setWait(0.5);
    await desk.button("Show this slide").click();
    await deck.expectSlide("sequential-program");
    await expect(deck.pane.wait).toHaveText("Wait 0.5 s");
  });

  await desk.button("Freeze").click();
  await desk.button("Next").click();
  await desk.expectSlide("subroutine-coroutine");
  await desk.button("Back to the projector").click();
  await desk.expectSlide("sequential-program");
  await desk.button("Next").click();
  await deck.expectSlide("subroutine-coroutine");
});

test("F in the desk fills the projector's screen, and ends that", async ({ page }) => {
  await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  for (const expected of [true, false]) {
    await desk.page.keyboard.press("f");
    await expect.poll(isFull).toBe(expected);
  }
});

test("axe finds nothing wrong with the desk, in either theme", async ({ page }) => {
  await openSlide(page, "improved-generators");
  const desk = await openDesk(page);
  await desk.expectSlide("improved-generators");
  await desk.page.setViewportSize({ width: 1366, height: 768 });
  await desk.page.evaluate(axe.source);
  for (const _ of ["light", "dark"]) {
    const violations = await desk.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const found = await axe.run();
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(violations).toEqual([]);
    await desk.page.keyboard.press("t");
  }
});

test("two talks in two windows do not mix", async ({ page, context }) => {
  const one = await openSlide(page, "animals-api");
  const deskOfOne = await openDesk(page);
  const other = await openSlide(await context.newPage(), "race");
  const deskOfOther = await openDesk(other.page);
  await deskOfOne.expectSlide("animals-api");
  await deskOfOther.expectSlide("race");
  await deskOfOther.button("Next").click();
  await other.expectSlide("road");
  await deskOfOther.expectSlide("road");
  await deskOfOne.button("Next").click();
  await one.expectSlide("example-application");
  await deskOfOne.expectSlide("example-application");
  await other.expectSlide("road");
  await other.page.close();
  await expect(deskOfOther.missing).toContainText("its deck is closed");
  await expect(deskOfOne.missing).toHaveText("");
});

test("a browser that blocks the desk is told of, and the desk is offered again", async ({
  page,
  context,
}) => {
  await openSlide(page, "animals-api");
  await page.evaluate(() => {
    const { open } = window;
    window.open = () => {
      window.open = open;
      return null;
    };
  });
  await page.keyboard.press("s");
  await expect(page.getByText("The browser has blocked the speaker’s window.")).toBeVisible();
  const opening = context.waitForEvent("page");
  await page.getByRole("button", { name: "Open the speaker’s desk" }).click();
  const desk = new Desk(await opening);
  await desk.expectSlide("animals-api");
});

test("a desk that was closed opens again, and one without a deck or without its script says so", async ({
  page,
  context,
  watch,
}) => {
  const deck = await openSlide(page, "animals-api");
  const first = await openDesk(page);
  await first.expectSlide("animals-api");
  await first.page.close();
  const again = await openDesk(page);
  await again.expectSlide("animals-api");
  const address = again.page.url();
  await again.page.close();
  const alone = await context.newPage();
  await alone.goto(address);
  await expect(new Desk(alone).missing).toContainText("its deck is closed");
  await deck.expectSlide("animals-api");
  await alone.close();

  await test.step("a desk that does not load offers to try again", async () => {
    watch.expect(/ERR_FAILED/);
    await context.route("**/assets/desk-*.js", (route) => route.abort());
    const broken = await openDesk(page);
    await expect(broken.page.getByText("The speaker’s desk did not load.")).toBeVisible();
    await context.unroute("**/assets/desk-*.js");
    await broken.page.getByRole("button", { name: "Try again" }).click();
    await broken.expectSlide("animals-api");
  });
});
