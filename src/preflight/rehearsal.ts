// Rehearses the deck: a second copy of the page, in a frame, starts from nothing, opens an editor and runs every
// pane. With the network cut off this shows whether the deck needs one.

import { LivePane } from "../pane/live-pane.ts";
import { languageIn } from "../pane/markup/pane-host.ts";
import { warmUp } from "../pane/runs/load-tools.ts";
import { messageOf } from "./findings.ts";
import { runPanes } from "./run-panes.ts";

/** Frame → page that rehearses. */
type RehearsalMessage =
  | { readonly kind: "rehearsing"; readonly done: number; readonly total: number }
  | { readonly kind: "rehearsed"; readonly problems: readonly string[] };

const query = "rehearsal";

/** In real milliseconds: how long the frame may send nothing. */
const patience = 60_000;

/** True in the copy of the page that is rehearsed. */
export function isRehearsal(): boolean {
  return new URLSearchParams(location.search).has(query) && window !== parent;
}

/** Runs in the copy instead of starting the deck. */
export async function rehearse(): Promise<void> {
  document.documentElement.classList.add("is-checking");
  const tell = (message: RehearsalMessage) => parent.postMessage(message, "*");
  const panes = panesOf(document);
  const total = panes.length;
  const problems = await runPanes(panes, (done) => tell({ kind: "rehearsing", done, total }));
  const compilerProblems = await loadCompilers(panes);
  const editorProblem = await openEditor(panes[0]);
  tell({ kind: "rehearsed", problems: [...problems, ...compilerProblems, ...editorProblem] });
}

/** Loads the compilers: the panes run without them until somebody changes a text. */
async function loadCompilers(panes: readonly LivePane[]): Promise<string[]> {
  const languages = [...new Set(panes.map(languageIn))];
  const loaded = await Promise.allSettled(languages.map(warmUp));
  return loaded.flatMap((result) => (result.status === "rejected" ? [messageOf(result.reason)] : []));
}

/** Returns the panes of a page, in the order of the talk. */
export function panesOf(page: Document): LivePane[] {
  return [...page.querySelectorAll("live-pane")].filter((element) => element instanceof LivePane);
}

async function openEditor(pane: LivePane | undefined): Promise<string[]> {
  await pane?.wake();
  return pane && !pane.querySelector(".monaco-editor") ? ["The editor did not open."] : [];
}

/**
 * Rehearses in a frame of this page.
 * @param onDone called with the number of panes that have run
 * @returns a sentence for each problem
 */
export function rehearseInFrame(onDone: (done: number, total: number) => void): Promise<readonly string[]> {
  const frame = document.createElement("iframe");
  frame.title = "Rehearsal";
  frame.className = "rehearsal";
  frame.inert = true;
  frame.src = `./?${query}`;
  return new Promise((resolve) => {
    const end = (problems: readonly string[]) => {
      clearTimeout(waiting);
      removeEventListener("message", listen);
      frame.remove();
      resolve(problems);
    };
    const giveUp = () => end(["The rehearsal came to a halt: the page did not start, or not go on."]);
    const listen = ({ source, data }: MessageEvent<RehearsalMessage>) => {
      if (source !== frame.contentWindow) return;
      clearTimeout(waiting);
      waiting = setTimeout(giveUp, patience);
      if (data.kind === "rehearsing") onDone(data.done, data.total);
      else if (data.kind === "rehearsed") end(data.problems);
    };
    let waiting = setTimeout(giveUp, patience);
    addEventListener("message", listen);
    document.body.append(frame);
  });
}
