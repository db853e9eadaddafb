// Plays every cue of every pane, in deterministic mode, and holds what the console says to what it said before:
// `npx vitest run slides/examples/cues.test.ts -u` accepts.

import { expect, test, vi } from "vitest";
import { recordRun } from "../../scripts/record.mjs";
import { allPanes } from "../../scripts/recordings.mjs";
import { type Cue, stateAfter } from "../../src/deck/cue.ts";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Shorter than a pane's, for nothing but the total depends on it. */
const network = { wait: 100, jitter: 0, failureRate: 0, seed: 1 };

/** After how many cues the program is as it is before the next edit, or at the end. */
function stages(cues: readonly Cue[]): number[] {
  return cues.flatMap((_, index) =>
    cues[index + 1]?.kind === "edit" || index === cues.length - 1 ? [index + 1] : [],
  );
}

async function transcript(files: ReadonlyMap<string, string>, entry: string, prompts: readonly string[]) {
  const crew = { worker: 0, workers: 1 };
  const trace = foldEvents(await recordRun({ files, entry, seed: 1, network, crew, prompts }));
  expect(trace.prompts.filter(({ end }) => end === undefined)).toEqual([]);
  return trace.lines.map(({ text, prompt, value }) =>
    prompt === undefined ? (value ? `← ${text}` : text) : `❯ ${text}`,
  );
}

const panes = (await allPanes()).filter(({ cues }) => cues.length > 0);

test.each(panes.map((pane) => [pane.id, pane] as const))(
  "the cues of %s lead where they led",
  async (_, pane) => {
    const originals = new Map(pane.files.map(({ name, text }) => [name, text]));
    const [entry = ""] = pane.entries;
    for (const count of stages(pane.cues)) {
      const { texts, entries } = stateAfter(pane.cues, count, originals);
      expect(await transcript(texts, entry, entries)).toMatchSnapshot(`after cue ${count}`);
    }
  },
);
