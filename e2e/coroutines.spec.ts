// The trace of coroutines: what each waited for, what resumed it and when, and which are never resumed.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Story } from "./steps/story.ts";

const concurrent = `import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";

async function speak(animal: string) {
  const reply = await fetch(\`\${farm}/\${animal}\`);
  const sound = await reply.text();
  radprint(\`The \${animal} says "\${sound}".\`);
}

await Promise.all([speak("cow"), speak("pig"), speak("chicken")]);
`;

test("three coroutines wait together, are resumed once each, and print one after the other", async ({
  page,
}) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.runText(concurrent);
  await pane.expectFinished();
  const story = await Story.of(pane);
  const speakers = story.tasks("speak");
  expect(speakers.map(({ label }) => label)).toEqual(['speak("cow")', 'speak("pig")', 'speak("chicken")']);
  expect(speakers.map(({ parent }) => parent)).toEqual([0, 0, 0]);

  const waits = speakers.map(({ task }) =>
    story.suspensions(task).filter(({ wait }) => wait.kind === "request"),
  );
  expect(waits.map((each) => each.length)).toEqual([1, 1, 1]);
  const resumed = waits.map(([wait]) => story.resumption(wait));
  const lastSuspended = Math.max(...waits.map(([wait]) => wait?.seq ?? Number.NaN));
  expect(lastSuspended).toBeLessThan(Math.min(...resumed.map(({ seq }) => seq)));
  expect(resumed.map(({ by }) => by)).toEqual([0, 1, 2].map((request) => ({ kind: "request", request })));

  // The coroutine that prints keeps control until its line is complete.
  const printers = story.facts("output").map(({ task }) => task);
  const changes = printers.filter((task, index) => task !== printers[index - 1]);
  expect(changes).toEqual(speakers.map(({ task }) => task));

  // The second and third reply arrived while another coroutine was printing, for a second or more. On a busy machine
  // they were sent late.
  const ready = story.facts("request-ready").map(({ t }) => t);
  for (const index of [1, 2]) {
    const [first] = story.facts("output").filter(({ task }) => task === speakers[index]?.task);
    const before = story
      .facts("task-resume")
      .filter(({ task, seq }) => task === first?.task && seq < first.seq);
    expect(Number(before.at(-1)?.t) - Number(ready[index])).toBeGreaterThan(500);
  }
  expect(story.ends(speakers)).toEqual(["returned", "returned", "returned"]);
  expect(story.endOrder(speakers)).toEqual(
    story.facts("request-ready").map(({ request }) => Number(request) + 1),
  );
});

test("a coroutine that keeps control is seen, and so is one that is never resumed", async ({ page }) => {
  await test.step("a task that nothing can resume any more is named, with its line", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.runText(`async function speak(animal: string) {
  console.log(animal, "waits");
  await new Promise(() => {});
}

void speak("pig");
console.log("done");
`);
    await pane.expectFinished();
    await expect(pane.log).toContainText(
      /speak\("pig"\) has waited since \d.* at line 3 for a promise that nothing can resolve any more\./,
    );
    await expect(pane.timeline).toContainText("never");
  });
  await test.step("a loop that keeps control starves the others", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.runText(`import { block } from "interleave";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function polite(name: string) {
  await sleep(100);
  console.log(name);
}

async function greedy() {
  await sleep(50);
  block(1000);
}

await Promise.all([greedy(), polite("cow"), polite("pig")]);
`);
    await pane.expectFinished();
    const story = await Story.of(pane);
    const fired = story.facts("timer-fire").map(({ t }) => t);
    expect(fired).toHaveLength(3);
    // Both were due at 100 ms and had to wait until the greedy coroutine gave up control.
    for (const t of fired.slice(1)) expect(t).toBeGreaterThanOrEqual(1050);
    const resumed = story
      .tasks("polite")
      .map(({ task }) => story.facts("task-resume").find((each) => each.task === task));
    for (const each of resumed) expect(each?.t).toBeGreaterThanOrEqual(1050);
  });
});

test("time stands still, goes on by a step at a time, and goes on", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.setText(`for (let second = 1; second <= 20; second += 1) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  console.log("second", second);
}
`);
  await pane.run.click();
  await expect(pane.status).toHaveText("Running…");
  await pane.pause.click();
  await expect(pane.status).toHaveText(/^Paused at \d/);
  await expect(pane.pause).toHaveAttribute("aria-pressed", "true");
  const before = await pane.lines.count();
  await pane.step.click();
  await expect(pane.lines).toHaveCount(before + 1);
  await pane.page.keyboard.press("F10");
  await expect(pane.lines).toHaveCount(before + 2);
  const story = await Story.of(pane);
  const fired = story.facts("timer-fire").map(({ t }) => t);
  expect(Number(fired.at(-1)) - Number(fired.at(-2))).toBeCloseTo(1000, -1);
  await expect(pane.status).toHaveText(/^Paused at \d/);

  await pane.setSpeed("20×");
  await pane.pause.click();
  await pane.expectFinished();
  await expect(pane.lines).toHaveCount(20);
  const times = (await Story.of(pane)).facts("timer-fire").map(({ t }) => t);
  const gaps = times.slice(1).map((t, index) => t - Number(times[index]));
  // Times are rounded to a microsecond.
  for (const gap of gaps) expect(gap).toBeGreaterThan(999.99);
});

test("the editor marks the line of each coroutine that waits", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.setWait(10);
  await pane.runText(concurrent);
  const marked = () => pane.markedLines("line-band.is-suspended");
  // The line of fetch, and the line of Promise.all.
  await expect.poll(marked).toEqual([6, 11]);
  await expect(pane.root.locator(".line-signs.is-suspended").first()).toBeVisible();
  await pane.stop.click();
  await pane.expectFinished("Stopped");
  await expect.poll(marked).toEqual([]);
});
