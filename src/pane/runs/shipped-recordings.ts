// The recordings of the panes that ship with the deck: files beside the page, or in it.

import { isOneFile } from "../../offline/one-file.ts";
import { replayOwn } from "../../trace/recording/recording.ts";
import type { Trace } from "../../trace/trace.ts";

/** The deck as one file has them in its page (src/build/site/one-file.ts). */
function textInPage(name: string): string | undefined {
  if (!isOneFile) return undefined;
  return document.querySelector(`script[data-recording="${name}"]`)?.textContent ?? undefined;
}

/** Relative to the page, which may live below any path. */
function addressOf(name: string): string {
  return `recordings/${name}.json`;
}

/**
 * The recording with this name (src/pane/cues/cue-stages.ts): the pane's id, for the author's text.
 * @throws {Error} in a sentence for the viewer
 */
export async function loadRecording(name: string): Promise<Trace[]> {
  try {
    const inPage = textInPage(name);
    if (inPage !== undefined) return replayOwn(JSON.parse(inPage));
    const response = await fetch(addressOf(name));
    if (!response.ok) throw new Error(`The host answered ${response.status}.`);
    return replayOwn(await response.json());
  } catch (cause) {
    const sentence =
      "The recording of this pane could not be loaded: check the connection and reload the deck.";
    throw new Error(sentence, { cause });
  }
}

/** The same without leaving the caller; undefined where it fails. */
export function readRecordingNow(name: string): Trace[] | undefined {
  const inPage = textInPage(name);
  if (inPage !== undefined) return replayOwn(JSON.parse(inPage));
  // A browser takes the picture that it prints as soon as the listeners of "beforeprint" have returned.
  const request = new XMLHttpRequest();
  try {
    request.open("GET", addressOf(name), false);
    request.send();
    return replayOwn(JSON.parse(request.responseText));
  } catch {
    return undefined;
  }
}
