// Reads a pane's element as its author wrote it: attributes, parts and cues. Names the events that a pane sends.

import type { Language } from "../../languages/language.ts";
import { languageOf } from "../../languages/languages.ts";
import { parseUnit, plainTimes, type Times, timesIn } from "../../trace/words/times.ts";
import type { Cue } from "../cues/cue.ts";
import { type PlannedRun, plannedRuns } from "./planned-runs.ts";

/** Sent by a pane, bubbling, when one of its texts has changed. */
export const paneTextEvent = "pane-text";

/** Sent by a pane, bubbling, when a viewer wants the page to be reloaded with threads. */
export const paneThreadsEvent = "pane-threads";

/** Sent by a pane, bubbling, when a viewer wants a link to what it shows. */
export const paneLinkEvent = "pane-link";

/** Sent by a pane, bubbling, when its runs have more to show. */
export const paneTraceEvent = "pane-trace";

/**
 * Returns a part of the markup that pane-template.ts made.
 * @param name its `data-part`
 */
export function partOf(pane: Element, name: string): HTMLElement {
  const part = pane.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!part) throw new Error(`The markup of pane "${pane.id}" has no part "${name}".`);
  return part;
}

/** The entries of the pane: the files whose top levels it runs. One, or the two of a race. */
export function entryFiles(pane: HTMLElement): string[] {
  return ["src", "against"].flatMap((name) => pane.getAttribute(name) ?? []);
}

/** The language of the pane's files. */
export function languageIn(pane: HTMLElement): Language {
  return languageOf(entryFiles(pane)[0] ?? "");
}

/** The runs that the pane makes. */
export function runsOf(pane: HTMLElement): PlannedRun[] {
  const [workers, name] = [pane.getAttribute("workers"), pane.getAttribute("worker-name")];
  return plannedRuns(entryFiles(pane), { workers, name });
}

/** The functions whose calls are the pane's green threads; none in most panes. */
export function greenFunctionsOf(pane: HTMLElement): string[] {
  return (pane.getAttribute("green-threads") ?? "").split(/\s+/).filter(Boolean);
}

/** How the pane writes times: in the unit of its story if its slide gives one, else in ms and s. */
export function timesOf(pane: HTMLElement): Times {
  const unit = parseUnit(pane.getAttribute("unit") ?? "");
  return unit ? timesIn(unit) : plainTimes;
}

/** The author's text of each file, by its name. True only while the page has not changed the texts. */
export function originalsOf(pane: Element): ReadonlyMap<string, string> {
  const texts = partOf(pane, "code").querySelectorAll<HTMLElement>(".pane-text");
  return new Map([...texts].map((element) => [element.dataset.file ?? "", element.textContent]));
}

/** The cues in a pane's markup; an empty list if it has none. */
export function cuesOf(pane: Element): readonly Cue[] {
  const text = pane.querySelector('[data-part="cue-data"]')?.textContent;
  return text ? JSON.parse(text) : [];
}
