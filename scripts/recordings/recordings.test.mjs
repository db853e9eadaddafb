import { expect, test, vi } from "vitest";
import { difference } from "./difference.mjs";
import {
  allPanes,
  recordPanes,
  storedNames,
  storedRecording,
  threadFaultsIn,
  threadPrograms,
} from "./recordings.mjs";

// The first recording bundles compiler and run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const accept = "If that is what you want, `npm run record` accepts it.";

const panes = await allPanes();
const recorded = await recordPanes(panes);
const real = (await threadPrograms(panes)).map(({ recording }) => recording);

test.each([...recorded])("%s runs as recorded", async (name, recording) => {
  const stored = await storedRecording(name);
  if (stored === "") expect.fail(`There is no slides/recordings/${name}.json: \`npm run record\` makes it.`);
  const changes = difference(stored, await recording);
  if (changes !== "")
    expect.fail(`slides/recordings/${name}.json is no longer what runs. ${accept}\n${changes}`);
});

test("what must hold in every run of threads holds in the recordings of real ones", async () => {
  for (const name of real) {
    const stored = await storedRecording(name);
    if (stored === "")
      expect.fail(`There is no slides/recordings/${name}.json: \`npm run record\` makes it.`);
    expect(await threadFaultsIn(stored), name).toEqual([]);
  }
});

test("every stored recording belongs to a pane", () => {
  expect(
    storedNames().filter((name) => !recorded.has(name) && !real.includes(name)),
    "`npm run record` removes them.",
  ).toEqual([]);
});

test("a pane recorded twice gives the same text, to the last character", async () => {
  const pane = panes.find(({ cues }) => cues[1]?.kind === "prompt");
  const again = await recordPanes(pane ? [pane] : []);
  expect(again.size).toBeGreaterThan(0);
  for (const [name, text] of again) expect(await text).toBe(await recorded.get(name));
});
