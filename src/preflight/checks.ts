// The preflight checks that take some time: files, programs, and both again without a network.

import { bytesOf, isComplete } from "../offline/inventory.ts";
import { openKeptDeck } from "../offline/kept-deck.ts";
import { isOneFile, isWhole } from "../offline/one-file.ts";
import { damaged } from "../offline/packed.ts";
import { megabytes } from "../offline/words.ts";
import { type Finding, messageOf } from "./findings.ts";
import { panesOf, rehearseInFrame } from "./rehearsal.ts";
import { ranText, runPanes } from "./run-panes.ts";

/** Reports the progress of a check, in a few words. */
export type Report = (text: string) => void;

/** A check before a talk: its name and how it is done. */
export interface Check {
  readonly name: string;
  /** Never rejects: a failure is a finding. */
  readonly look: (report: Report) => Promise<Finding>;
}

/** Runs every pane's program in this page, whatever was typed there. */
export const programs: Check = {
  name: "Programs",
  look: async (report) => {
    const panes = panesOf(document);
    const problems = await runPanes(panes, (done) => report(`${done} of ${panes.length} panes have run`));
    return problemsFinding(problems, ranText(panes));
  },
};

/** Checks whether the browser has stored every file undamaged. */
export const files: Check = {
  name: "Files",
  look: async (report) => {
    if (isOneFile) {
      if (await isWhole()) return { state: "good", text: "All files are in this one." };
      return { state: "to-do", text: damaged };
    }
    report("reading what is stored");
    try {
      const deck = await openKeptDeck();
      const inventory = await deck.list(true);
      const all = `${inventory.files.length} files, ${megabytes(bytesOf(inventory.files))}, version ${inventory.version}`;
      if (isComplete(inventory)) {
        await deck.keepComplete();
        return { state: "good", text: `All stored, and each as it was built: ${all}.` };
      }
      const missing = inventory.files.filter(({ isKept }) => !isKept);
      const text = `${missing.length} of ${all}, are not stored: ${megabytes(bytesOf(missing))} to come.`;
      return { state: "to-do", text };
    } catch (error) {
      return { state: "to-do", text: `${messageOf(error)} Use the deck as one file.` };
    }
  },
};

/** Runs the same programs and opens an editor, in a copy of the page that starts while the network is cut off. */
export const withoutNetwork: Check = {
  name: "No network",
  look: async (report) => {
    if (isOneFile) return { state: "good", text: "This file may load nothing, and what ran did without." };
    try {
      const deck = await openKeptDeck();
      if (!navigator.serviceWorker.controller)
        return {
          state: "to-do",
          text: "Reload the page normally: a forced reload goes past what is stored.",
        };
      if (!isComplete(await deck.list())) return { state: "to-do", text: "Comes when all files are stored." };
      await deck.cutOff();
      const problems = await rehearseInFrame((done, total) => report(`${done} of ${total} panes have run`));
      const refused = await deck.reconnect();
      if (!refused)
        return {
          state: "to-do",
          text: "The rehearsal ended too early: the deck was opened in another window, or the browser ended it. Check again.",
        };
      // Each pane asks for the same files again.
      const missed = [...new Set(refused)].map(
        (address) =>
          `${address.replace(/^.*\//, "")} is missing without a network. Check again; if it stays so, use the deck as one file.`,
      );
      return problemsFinding(
        [...missed, ...problems],
        "The deck started anew, opened an editor and ran all panes.",
      );
    } catch (error) {
      return { state: "to-do", text: `${messageOf(error)} Use the deck as one file.` };
    }
  },
};

/** Returns the first problem in full and the number of the others, so that the sheet fits the screen. */
function problemsFinding(problems: readonly string[], good: string): Finding {
  const [first, ...others] = problems;
  if (first === undefined) return { state: "good", text: good };
  const more = others.length === 0 ? "" : ` And ${others.length} more.`;
  return { state: "to-do", text: `${first}${more}` };
}
