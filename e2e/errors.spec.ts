// Errors in the audience's text: the console tells them with a link to their place, and the timeline shows them.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

test("a syntax error is marked, told, and leaves the last timeline", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.setWait(0.5);
  await pane.run.click();
  await pane.expectFinished();
  const original = await pane.text();
  await pane.pasteAndRun(original.replace("await reply.text();", "await reply.text(;"));
  await expect(pane.log).toContainText('Unexpected ";"');
  await pane.place("animals.ts:8:34").click();
  await pane.expectFocused();
  expect(await pane.readCursor()).toEqual({ line: 8, column: 34 });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.press("ControlOrMeta+i");
  await expect(pane.root.locator(".monaco-hover", { hasText: 'Unexpected ";"' }).first()).toBeVisible();
  await expect(pane.root.locator(".squiggly-error").first()).toBeVisible();
  await expect(pane.status).not.toHaveText(/Running|Compiling/);
  expect(await pane.requests()).toHaveLength(3);

  await pane.pasteAndRun(original.replace('"cow", ', ""));
  await pane.expectFinished();
  await expect(pane.log).not.toContainText("Unexpected");
  expect(await pane.requests()).toHaveLength(2);
});

test("an error leads to its line, in the file where it was thrown", async ({ page }) => {
  await test.step("a thrown error shows its message and the way to its line", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.runText(`function milk(animal: string): string {
  throw new Error(\`No milk from the \${animal}.\`);
}

console.log("before");
milk("pig");
console.log("after");
`);
    await pane.expectFinished("Failed");
    await expect(pane.log).toContainText("before");
    await expect(pane.log).toContainText("Error: No milk from the pig.");
    await expect(pane.log).not.toContainText("after");
    await expect(pane.place("animals.ts:6:1")).toBeVisible();
    await pane.place("milk (animals.ts:2:9)").click();
    await pane.expectFocused();
    expect(await pane.readCursor()).toEqual({ line: 2, column: 9 });
  });
  await test.step("an error in the second file leads to that file", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.putBack();
    await pane.setWait(0);
    await pane.tab("radprint.ts").click();
    await expect(pane.root.locator(".view-lines")).toContainText("radprint");
    await pane.setText('export function radprint(text: string) {\n  throw new Error("Out of ink.");\n}\n');
    await pane.tab("animals.ts").click();
    await pane.run.click();
    await expect(pane.log).toContainText("Error: Out of ink.");
    await pane.place("radprint.ts:2:9").click();
    await expect(pane.tab("radprint.ts")).toHaveAttribute("aria-selected", "true");
    await pane.expectFocused();
    expect(await pane.readCursor()).toEqual({ line: 2, column: 9 });
  });
});

test("what fails without being thrown is told in words", async ({ page, watch }) => {
  await test.step("an unknown animal is a reply, with the farm's own words", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.setWait(0.5);
    await pane.runText((await pane.text()).replace('"cow"', '"unicorn"'));
    await pane.expectFinished();
    await expect(pane.log).toContainText("404 There is no unicorn on this farm.");
    const [row] = await pane.requests();
    expect([row?.[0], row?.[4]]).toEqual(["unicorn", "answered, 404 Not Found"]);
  });
  await test.step("a rejection that nobody handles is told as one", async () => {
    // Firefox reports it in its own console even if the event's default is prevented.
    watch.expect(/Nobody listens/);
    const { pane } = await openSlide(page, "animals-api");
    await pane.runText('Promise.reject(new Error("Nobody listens."));\nexport {};\n');
    await pane.expectFinished("Failed");
    await expect(pane.log).toContainText("Error: Nobody listens.");
    await expect(pane.log).toContainText("in a promise that nobody handled");
    await expect(pane.place("api.ts:1:16")).toBeVisible();
  });
  await test.step("a top level that waits for what cannot come is named", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.runText('console.log("so far");\nawait new Promise(() => {});\n');
    await pane.expectFinished("Failed");
    await expect(pane.lines).toHaveText([
      "so far",
      /^The program has waited since \d.* at line 2 for a promise that nothing can resolve/,
    ]);
  });
  await test.step("any other address is refused with a sentence", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.runText('const reply = await fetch("https://example.com/cow");\nconsole.log(reply.status);\n');
    await pane.expectFinished("Failed");
    await expect(pane.log).toContainText("A pane reaches only the animals API");
    await expect(pane.log).toContainText("https://example.com/cow");
    await expect(pane.place("api.ts:1:21")).toBeVisible();
    const rows = await pane.requests();
    expect(rows.map((row) => row[4])).toEqual([expect.stringMatching(/^refused/i)]);
    await expect(pane.timeline).toContainText("refused");
  });
});

test("with a failure rate of 100 % every request fails", async ({ page }) => {
  const { pane } = await openSlide(page, "race");
  await pane.setWait(0.5);
  await pane.setNetwork("Requests that fail", "End");
  await expect(pane.wait).toHaveText("Wait 0.5 s, 100 % fail");
  await pane.run.click();
  await pane.expectFinished("Failed");
  const rows = await pane.requests();
  expect(rows.map(([run, animal]) => `${run} ${animal}`)).toEqual([
    "sequential cow",
    "concurrent cow",
    "concurrent pig",
    "concurrent chicken",
  ]);
  for (const row of rows) expect(row[5]).toMatch(/^failed/i);
  await expect(pane.log).toContainText("The connection to www.ericappelt.com was lost.");
});
