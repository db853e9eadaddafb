import { expect, test, vi } from "vitest";
import { difference } from "./difference.mjs";
import { allPanes, promptsBeforeEdit, recordPanes, storedIds, storedRecording } from "./recordings.mjs";

// The first recording bundles compiler and run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const accept = "If that is what you want, `npm run record` accepts it.";

const panes = await allPanes();
const recorded = recordPanes(panes);

test.each([...recorded])("the pane %s runs as its recording tells", async (id, recording) => {
  const stored = storedRecording(id);
  if (stored === "") expect.fail(`There is no slides/recordings/${id}.json: \`npm run record\` makes it.`);
  const changes = difference(stored, await recording);
  if (changes !== "")
    expect.fail(`slides/recordings/${id}.json is no longer what runs. ${accept}\n${changes}`);
});

test("no recording is stored that no pane has", () => {
  expect(
    storedIds().filter((id) => !recorded.has(id)),
    "`npm run record` removes them.",
  ).toEqual([]);
});

test("a pane recorded twice gives the same text, to the last character", async () => {
  const { id } = panes.find(({ cues }) => promptsBeforeEdit(cues).length > 0) ?? panes[0] ?? { id: "" };
  const again = recordPanes(panes.filter((pane) => pane.id === id));
  expect(await again.get(id)).toBe(await recorded.get(id));
});

test("the prompt gets what is entered before the first edit", () => {
  const note = "Look.";
  const edit = /** @type {const} */ ({ kind: "edit", note, file: "a.ts", before: "a", after: "b" });
  const cues = /** @type {const} */ ([
    { kind: "run", note },
    { kind: "prompt", note, text: "1" },
    { kind: "prompt", note, text: "2" },
    edit,
    { kind: "prompt", note, text: "3" },
  ]);
  expect(promptsBeforeEdit(cues)).toEqual(["1", "2"]);
  expect(promptsBeforeEdit([edit])).toEqual([]);
});
