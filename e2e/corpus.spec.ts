// The programs of the corpus behave in a pane as in a plain worker of the same browser, and print Node's text.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { getResponse } from "msw";
import { handlers } from "../mocks/handlers.ts";
import { serve } from "../scripts/serve.mjs";
import { root } from "../scripts/setup.mjs";
import { plainFolder, tellInNode, tellInPane, tellInWorker, writePlain } from "../testing/corpus/places.ts";
import { type CorpusProgram, type Reference, readPrograms } from "../testing/corpus/programs.ts";
import { comparable } from "../testing/corpus/told.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

const programs = readPrograms();

/** The known differences. docs/differences.md lists them below their reasons: "- `values/cycles` and Node". */
const list = readFileSync(join(root, "docs/differences.md"), "utf8");
const known = new Set(
  [...list.matchAll(/^- `([\w/-]+)` and (worker|Node)$/gm)].map(([, name, place]) => `${name} and ${place}`),
);

type Tell = (program: CorpusProgram) => Promise<string>;

/** Where a program can be run. Each entry of a list runs one program at a time. */
interface Places {
  readonly inPane: readonly Tell[];
  readonly inWorker: Tell;
  readonly inNode: readonly Tell[];
}

/** The output of each program. Each place runs one program at a time. */
async function tellAll(programs: readonly CorpusProgram[], places: readonly Tell[]) {
  const told = new Map<string, string[]>();
  const queue = [...programs];
  const work = async (tell: Tell) => {
    for (let program = queue.shift(); program; program = queue.shift())
      told.set(program.name, comparable(await tell(program)));
  };
  await Promise.all(places.map(work));
  return told;
}

/**
 * Opens pages that show the deck. In each page programs run one after the other. Motion is reduced: the animation of the
 * title would take a quarter of a core from them, in each page.
 */
async function openDecks(context: BrowserContext, count: number): Promise<Page[]> {
  const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.emulateMedia({ reducedMotion: "reduce" })));
  await Promise.all(pages.map((page) => openSlide(page, "title")));
  return pages;
}

/** Answers requests of plain workers with the animals API, as a server would. */
async function answerPlainFetches(page: Page): Promise<void> {
  await page.route("http://www.ericappelt.com/**", async (route) => {
    const request = route.request();
    const body = request.postDataBuffer();
    const asked = new Request(request.url(), {
      method: request.method(),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    const reply = await getResponse([...handlers], asked);
    if (!reply) return route.abort();
    await route.fulfill({
      status: reply.status,
      headers: { ...Object.fromEntries(reply.headers), "access-control-allow-origin": "*" },
      body: request.method() === "HEAD" ? "" : Buffer.from(await reply.arrayBuffer()),
    });
  });
}

/** Runs the programs in every place, and returns what each printed there. */
async function tellEverywhere({ inPane, inWorker, inNode }: Places) {
  const isRun = (place: Reference) => (program: CorpusProgram) => !program.without.has(place);
  const [pane, worker, node] = await Promise.all([
    tellAll(programs, inPane),
    tellAll(programs.filter(isRun("worker")), Array(8).fill(inWorker)),
    tellAll(programs.filter(isRun("Node")), inNode),
  ]);
  return { pane, worker, node };
}

/** Expects the same output, and another one if the difference is known. */
async function expectSame(
  pair: string,
  output: { readonly pane: readonly string[] | undefined; readonly other: readonly string[] },
  again: () => Promise<{ pane: string[] | undefined; other: string[] | undefined }>,
): Promise<void> {
  const isSame = JSON.stringify(output.pane) === JSON.stringify(output.other);
  if (known.has(pair)) expect.soft(isSame, `${pair} differ, says docs/differences.md`).toBe(false);
  if (known.has(pair) || isSame) return;
  // So many programs at once may hold up one of them, and its timers with it.
  const { pane, other } = await again();
  expect.soft(pane, pair).toEqual(other);
}

/** The output of one program in a pane and in another place, while nothing else is run. */
async function tellAlone(name: string, inPane: readonly Tell[], tell: Tell) {
  const alone = programs.filter((program) => program.name === name);
  const [pane, other] = [await tellAll(alone, inPane.slice(0, 1)), await tellAll(alone, [tell])];
  return { pane: pane.get(name), other: other.get(name) };
}

test("every program of the corpus prints the same in a pane, in a plain worker and in Node", async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(300_000);
  watch.own("http://www.ericappelt.com");
  await writePlain(programs);
  const plain = await serve(plainFolder);
  watch.own(new URL(plain.url).origin);
  await page.goto(plain.url);
  await answerPlainFetches(page);
  const decks = await openDecks(context, 3);

  const inPane = decks.map(
    (deck): Tell =>
      (program) =>
        tellInPane(deck, program),
  );
  const inWorker: Tell = (program) => tellInWorker(page, program);
  // The expected text is that of Node 20.
  const inNode = process.version.startsWith("v20.") ? [tellInNode, tellInNode] : [];
  const { pane, worker, node } = await tellEverywhere({ inPane, inWorker, inNode });
  for (const { place, references, tell } of [
    { place: "worker", references: worker, tell: inWorker },
    { place: "Node", references: node, tell: tellInNode },
  ])
    for (const [name, other] of references)
      await expectSame(`${name} and ${place}`, { pane: pane.get(name), other }, () =>
        tellAlone(name, inPane, tell),
      );
  await plain.close();
});
