// A pane whose threads run in turns under a seed: chosen, repeated, kept, shown on the desk, and sent as a link.

import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { isolation } from "../scripts/serve.mjs";
import type { Recording } from "../src/trace/recording/recording.ts";
import { expect, test } from "./fixtures.ts";
import { Deck, openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";
import { Host } from "./steps/host.ts";
import type { Pane } from "./steps/pane.ts";

const slide = "act-1-a-mess";

function choiceOf({ root }: Pane): Locator {
  return root.getByRole("button", { name: /^Threads: / });
}

/** What a run under a seed prints, once it has ended. */
async function printed(pane: Pane, seed: number | string): Promise<string> {
  await pane.expectFinished();
  await expect(pane.status).toContainText(`seed ${seed}: repeats`);
  return pane.log.innerText();
}

/** Threads talk through channels of the program's own, also each with itself. */
const channels = `export {};
const start = (name: string) => new Worker(new URL("./api.ts", import.meta.url), { type: "module", name });
const yieldOnce = () => {
  const { port1, port2 } = new MessageChannel();
  return new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
};
if (self.name === "") {
  const hub = new MessageChannel();
  for (const name of ["cow", "pig", "frog"]) {
    const { port1, port2 } = new MessageChannel();
    start(name).postMessage("here", [port2]);
    port1.addEventListener("message", ({ data, ports }) => {
      console.log(data, ports.length);
      ports[0]?.postMessage("thanks, " + data);
      if (data === "frog 2") hub.port2.postMessage("to myself");
    });
    port1.start();
  }
  hub.port1.onmessage = ({ data }) => console.log(data);
} else
  self.onmessage = async ({ ports: [port] }) => {
    for (let count = 0; count < 3; count += 1) {
      const answer = new MessageChannel();
      answer.port1.onmessage = ({ data }) => console.log(data);
      port!.postMessage(self.name + " " + count, [answer.port2]);
      await yieldOnce();
    }
  };
`;

test("messages through channels of the program's own are traced, and repeat under a seed", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(join(import.meta.dirname, "..", "dist"), { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  const recordingOf = () => pane.root.evaluate((root) => (root as unknown as { trace: Recording }).trace);
  const said = ["cow", "frog", "pig"].flatMap((name) =>
    [0, 1, 2].flatMap((count) => [`${name} ${count} 1`, `thanks, ${name} ${count}`]),
  );

  await test.step("with real threads each message is taken after it was sent, by the thread that has the port", async () => {
    await pane.runText(channels);
    await pane.expectFinished();
    expect((await pane.lines.allInnerTexts()).sort()).toEqual([...said, "to myself"].sort());
    expectCause(await recordingOf());
  });

  await test.step("under a seed all comes out the same", async () => {
    const inTurns = () => pane.root.evaluate((root) => (root as unknown as Recorder).record(7, "in turns"));
    const first = await inTurns();
    expectCause(first);
    expect((await inTurns()).runs[0]?.events).toEqual(first.runs[0]?.events);
  });
  await host.stop();
});

interface Recorder {
  readonly record: (seed: number, threads: "in turns") => Promise<Recording>;
}

/** All messages are taken after they were sent, with the line that sent them. Those through a port do not say to whom. */
function expectCause({ runs }: Recording): void {
  const events = runs[0]?.events ?? [];
  const sent = events.filter((event) => event.kind === "message-sent");
  expect(sent.filter(({ to }) => to === undefined)).toHaveLength(28);
  const places = sent.map(({ place }) => place?.line);
  expect(places).not.toContain(undefined);
  for (const { message, seq } of sent) {
    const taken = events.find((event) => event.kind === "message-taken" && event.message === message);
    expect(taken?.seq).toBeGreaterThan(seq);
  }
}

test("a mess of threads is repeated under its seed, and sent as a link", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(join(import.meta.dirname, "..", "dist"), { headers: isolation });
  await host.start();
  const { page, pane } = await openSlide(await visitor.newPage(), slide, host.url);
  const choice = choiceOf(pane);
  const press = async (name: string) => {
    await choice.click();
    await pane.root.getByRole("button", { name, exact: true }).click();
  };
  let mess = "";

  await test.step("chosen by keys, it comes out the same each time", async () => {
    await choice.press("Enter");
    await pane.root.getByRole("radio", { name: "Real threads" }).press("ArrowDown");
    await expect(pane.root.getByRole("radio", { name: "In turns" })).toBeChecked();
    await pane.root.getByRole("textbox", { name: "Seed" }).fill("7");
    await pane.root.getByRole("button", { name: "Run again" }).press("Enter");
    await expect(choice).toHaveAccessibleName("Threads: seed 7, in turns");
    mess = await printed(pane, 7);
    await pane.run.click();
    expect(await printed(pane, 7)).toBe(mess);
    await expect(pane.timeline).toContainText("Threads in turns, seed 7: each run comes out the same.");
  });

  await test.step("another seed is another mess; its recording says which", async () => {
    await press("Another seed");
    const [, seed = ""] = /seed (\d+)/.exec((await choice.getAttribute("aria-label")) ?? "") ?? [];
    expect(await printed(pane, seed)).not.toBe(mess);
    const { runs } = await pane.root.evaluate((root) => (root as unknown as { trace: Recording }).trace);
    expect(runs[0]?.events[0]).toMatchObject({ kind: "run-start", turns: Number(seed) });
  });

  let link = "";
  await test.step("a link has the seed, and the desk shows the same choice", async () => {
    await choice.click();
    await pane.root.getByRole("textbox", { name: "Seed" }).fill("7");
    await pane.root.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText("Link copied")).toBeVisible();
    link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${host.url}#/${slide}/turns-7`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    const desk = await openDesk(page);
    await expect(choiceOf(desk.pane)).toHaveAccessibleName("Threads: seed 7, in turns");
    await desk.page.close();
  });

  await test.step("a link cannot have the viewer's own changes, and says so", async () => {
    await pane.setWait(1);
    await press("Copy link");
    await expect(page.getByText("Link copied: to the talk’s program and network, without")).toBeVisible();
  });

  await test.step("for somebody else it leads to the same mess, and a reload keeps both", async () => {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto("about:blank");
    await page.goto(`${link}?utm_source=chat`);
    const other = new Deck(page);
    await other.expectSlide(slide);
    expect(await printed(other.pane, 7)).toBe(mess);
    await page.reload();
    await expect(choiceOf(other.pane)).toHaveAccessibleName("Threads: seed 7, in turns");
    expect(await printed(other.pane, 7)).toBe(mess);
  });
  await host.stop();
});

test("without isolation a link to a mess shows the recording and says that it is another run", async ({
  page,
}) => {
  await page.goto(`./#/${slide}/turns-7`);
  const { pane } = new Deck(page);
  await expect(pane.root.getByRole("note", { name: "Threads" })).toContainText(
    "You see a recording of a real run, not the one of seed 7: threads need an isolated page",
  );
  await expect(choiceOf(pane)).toHaveCount(0);
});

test("only a program that starts threads has the choice, and Reset takes it back", async ({ visitor }) => {
  const host = new Host(join(import.meta.dirname, "..", "dist"), { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  await expect(choiceOf(pane)).toHaveCount(0);
  await pane.setText('new Worker(new URL("./api.ts", import.meta.url), { type: "module" });\n');
  await choiceOf(pane).click();
  await pane.root.getByRole("radio", { name: "In turns" }).check();
  await expect(choiceOf(pane)).toHaveAccessibleName("Threads: seed 1, in turns");
  await pane.putBack();
  await expect(choiceOf(pane)).toHaveCount(0);
  await pane.setText('new Worker(new URL("./api.ts", import.meta.url), { type: "module" });\n');
  await expect(choiceOf(pane)).toHaveAccessibleName("Threads: real");
  await host.stop();
});
