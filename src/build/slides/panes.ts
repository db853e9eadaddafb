// Fills the live panes of a slide with the highlighted text of their files, so that they are readable before any
// script runs.

import type { Language } from "../../languages/language.ts";
import { type Cue, stateAfter } from "../../pane/cues/cue.ts";
import { paneMarkup } from "../../pane/markup/pane-template.ts";
import { parseUnit } from "../../trace/words/times.ts";
import { type Attributes, formatAttributes, parseAttributes } from "../markup/html.ts";
import { parseCues } from "./cues.ts";
import {
  type ExampleFile,
  type ExampleLanguage,
  languageOfPane,
  paneFiles,
  type ReadExample,
} from "./example.ts";
import { type Slide, SlideError } from "./slide.ts";

/** What filling a pane needs besides its slide. */
export interface PaneSources {
  readonly readExample: ReadExample;
  /** The languages that panes can have. */
  readonly languages: readonly PaneLanguage[];
  /** Turns code into HTML lines, highlighted by a grammar. */
  readonly highlight: (text: string, grammar: string) => string;
}

/** The part of a language that panes need at build time. */
export type PaneLanguage = ExampleLanguage & Pick<Language, "highlighting">;

/** What reading a pane needs besides its slide. */
export type Examples = Pick<PaneSources, "readExample" | "languages">;

/** A pane, as its slide and its example files define it. */
export interface Pane {
  /** Unique in the deck. */
  readonly id: string;
  /** The attributes of its tag, as written. */
  readonly attributes: Attributes;
  /** The files whose top level runs: one, or the two of a race. */
  readonly entries: readonly string[];
  /** The entries first, then the files that they import or start. The file that `opens` names comes before them. */
  readonly files: readonly ExampleFile[];
  /** The language of all its files. */
  readonly language: PaneLanguage;
  /** Empty if it has no cues. */
  readonly cues: readonly Cue[];
}

/** Each worker is a thread of its own. An audience can follow at most eight lanes. */
const workerCount = /^[1-8]$/;

function checkWorkers(workers: string | undefined, { file }: Slide): void {
  if (workers === undefined || workerCount.test(workers)) return;
  throw new SlideError(file, `workers="${workers}" of a <live-pane> is no whole number from 1 to 8.`);
}

/** The attributes that a pane understands. */
const known = ["src", "against", "opens", "workers", "worker-name", "unit", "cues", "green-threads"];

/** A misspelt attribute would do nothing, and nobody would notice. */
function checkNames(attributes: Attributes, { file }: Slide): void {
  for (const name of attributes.keys()) {
    if (known.includes(name) || name === "class" || name.startsWith("data-")) continue;
    throw new SlideError(file, `a <live-pane> has no attribute "${name}"; it has ${known.join(", ")}.`);
  }
}

function checkUnit(unit: string | undefined, { file }: Slide): void {
  if (unit === undefined || parseUnit(unit)) return;
  throw new SlideError(file, `unit="${unit}" of a <live-pane> is not written as in unit="150 ms = 1 week".`);
}

/** A function that no file mentions would make no green threads, and nobody would notice. */
function checkGreenThreads(
  functions: string | undefined,
  files: readonly ExampleFile[],
  { file }: Slide,
): void {
  for (const name of functions?.split(/\s+/).filter(Boolean) ?? []) {
    const isThere = files.some(({ text }) => text.split(/[^\w$]+/).includes(name));
    if (isThere) continue;
    const among = files.map((each) => each.name).join(", ");
    throw new SlideError(file, `green-threads="${name}" of a <live-pane> is in none of its files: ${among}.`);
  }
}

/** Puts the file that is shown first to the front. */
function openedFirst(
  files: readonly ExampleFile[],
  opens: string | undefined,
  { file }: Slide,
): readonly ExampleFile[] {
  if (opens === undefined) return files;
  const first = files.find(({ name }) => name === opens);
  if (first) return [first, ...files.filter((each) => each !== first)];
  const names = files.map(({ name }) => name).join(", ");
  throw new SlideError(file, `opens="${opens}" of a <live-pane> is none of its files: ${names}.`);
}

interface CuePlace {
  readonly attributes: Attributes;
  readonly slide: Slide;
  /** Name of the cues beside the example, without ".cues.md". */
  readonly ownCues: string;
}

/**
 * Returns the cues that the attribute `cues` names, or else the cues beside the pane's example, or none. The cues
 * must fit the texts of the files.
 */
function paneCues(
  { attributes, slide, ownCues }: CuePlace,
  files: readonly ExampleFile[],
  readExample: ReadExample,
): readonly Cue[] {
  const chosen = attributes.get("cues");
  const name = `${chosen ?? ownCues}.cues.md`;
  const text = readExample(name);
  if (text === undefined && chosen !== undefined)
    throw new SlideError(slide.file, `there is no slides/examples/${name} for the pane.`);
  if (text === undefined) return [];
  const file = `examples/${name}`;
  const cues = parseCues(file, text);
  try {
    stateAfter(cues, cues.length, new Map(files.map((each) => [each.name, each.text])));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SlideError(file, error.message.charAt(0).toLowerCase() + error.message.slice(1));
  }
  return cues;
}

function readPane(source: string, id: string, slide: Slide, { readExample, languages }: Examples): Pane {
  const attributes = parseAttributes(source);
  const entries = [attributes.get("src"), attributes.get("against")].filter((name) => name !== undefined);
  if (!attributes.has("src"))
    throw new SlideError(slide.file, 'a <live-pane> needs its example: src="name.ts".');
  checkNames(attributes, slide);
  checkWorkers(attributes.get("workers"), slide);
  checkUnit(attributes.get("unit"), slide);
  const language = languageOfPane(slide.file, entries, languages);
  const found = paneFiles(slide.file, entries, readExample, language);
  const files = openedFirst(found, attributes.get("opens"), slide);
  checkGreenThreads(attributes.get("green-threads"), files, slide);
  const ownCues = entries[0]?.slice(0, -language.ending.length) ?? "";
  const cues = paneCues({ attributes, slide, ownCues }, files, readExample);
  return { id, attributes, entries, files, language, cues };
}

function fillPane({ id, attributes, files, language, cues }: Pane, { highlight }: PaneSources): string {
  const shown = files.map(({ name, text }) => ({
    name,
    html: highlight(text, language.highlighting.grammar),
  }));
  const markup = paneMarkup({ id, files: shown, cues });
  return `<live-pane${formatAttributes(new Map(attributes).set("id", id))}>${markup}</live-pane>`;
}

/**
 * Replaces each pane of a slide by the result of `work`, which gets its attributes and its id, for example "race-1".
 */
function eachPane(html: string, slide: Slide, work: (source: string, id: string) => string): string {
  let count = 0;
  const filled = html.replace(/<live-pane\b([^>]*)>\s*<\/live-pane>/g, (_tag, source: string) => {
    count += 1;
    return work(source, `${slide.id}-${count}`);
  });
  const written = html.match(/<live-pane\b/g)?.length ?? 0;
  if (written === count) return filled;
  throw new SlideError(
    slide.file,
    'a pane is written empty and closed: <live-pane src="name.ts"></live-pane>.',
  );
}

/**
 * Fills every `<live-pane src="…"></live-pane>` in a slide's HTML and numbers them: `<slide id>-1`, `<slide id>-2`…
 * @throws {SlideError} if an example or one of its imports is missing, or if attributes or cues are invalid
 */
export function fillPanes(html: string, slide: Slide, sources: PaneSources): string {
  return eachPane(html, slide, (source, id) => fillPane(readPane(source, id, slide, sources), sources));
}

/**
 * Returns the panes in a slide's HTML, in order and with the same ids.
 * @throws {SlideError} as `fillPanes` does
 */
export function findPanes(html: string, slide: Slide, examples: Examples): Pane[] {
  const panes: Pane[] = [];
  eachPane(html, slide, (source, id) => {
    panes.push(readPane(source, id, slide, examples));
    return "";
  });
  return panes;
}
