// The recordings of the panes that ship with the deck: files beside the page, or in it.

import { isOneFile } from "../offline/one-file.ts";
import { replay } from "../trace/recording.ts";
import type { Trace } from "../trace/trace.ts";

/** The deck as one file has them in its page (src/build/one-file.ts). */
function textInPage(pane: string): string | undefined {
  if (!isOneFile) return undefined;
  return document.querySelector(`script[data-recording="${pane}"]`)?.textContent ?? undefined;
}

/** Relative to the page, which may live below any path. */
function addressOf(pane: string): string {
  return `recordings/${pane}.json`;
}

/**
 * The recording of the pane with this id.
 * @throws {Error} in a sentence for the viewer
 */
export async function loadRecording(pane: string): Promise<Trace[]> {
  try {
    const inPage = textInPage(pane);
    if (inPage !== undefined) return replay(JSON.parse(inPage));
    const response = await fetch(addressOf(pane));
    if (!response.ok) throw new Error(`The host answered ${response.status}.`);
    return replay(await response.json());
  } catch (cause) {
    const sentence =
      "The recording of this pane could not be loaded: check the connection and reload the deck.";
    throw new Error(sentence, { cause });
  }
}

/** The same without leaving the caller; undefined where it fails. */
export function readRecordingNow(pane: string): Trace[] | undefined {
  const inPage = textInPage(pane);
  if (inPage !== undefined) return replay(JSON.parse(inPage));
  // A browser takes the picture that it prints as soon as the listeners of "beforeprint" have returned.
  const request = new XMLHttpRequest();
  try {
    request.open("GET", addressOf(pane), false);
    request.send();
    return replay(JSON.parse(request.responseText));
  } catch {
    return undefined;
  }
}
