// Loads the recordings that ship with the deck: from files beside the page, or from the page itself.

import { isOneFile } from "../../offline/one-file.ts";
import { replayOwn } from "../../trace/recording/recording.ts";
import type { Trace } from "../../trace/trace.ts";

/** The recording inside the page, if the deck is one file (src/build/site/one-file.ts). */
function textInPage(name: string): string | undefined {
  if (!isOneFile) return undefined;
  return document.querySelector(`script[data-recording="${name}"]`)?.textContent ?? undefined;
}

/** Relative to the page, which may live below any path. */
function addressOf(name: string): string {
  return `recordings/${name}.json`;
}

/**
 * Loads the recording with this name. Names are explained in src/pane/cues/cue-stages.ts.
 * @throws {Error} with a sentence for the viewer
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

/** Loads a recording synchronously; `undefined` if that fails. */
export function readRecordingNow(name: string): Trace[] | undefined {
  const inPage = textInPage(name);
  if (inPage !== undefined) return replayOwn(JSON.parse(inPage));
  // Synchronous: a browser prints the page as soon as the listeners of "beforeprint" have returned.
  const request = new XMLHttpRequest();
  try {
    request.open("GET", addressOf(name), false);
    request.send();
    return replayOwn(JSON.parse(request.responseText));
  } catch {
    return undefined;
  }
}
