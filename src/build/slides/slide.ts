// Parses the Markdown file of a slide: its number, attributes, body and speaker notes. Reads no files and makes no
// HTML.

import { type Attributes, parseAttributes } from "../markup/html.ts";

/** One slide as its author wrote it. */
export interface Slide {
  /** Name of the file, for messages. */
  readonly file: string;
  /** The file's name without number and ending. It is also the address of the slide. */
  readonly id: string;
  /** Slides are ordered by this number. */
  readonly number: number;
  /** Attributes of the `<section>`, from `<!-- .slide: … -->` in the first line. */
  readonly attributes: Attributes;
  /** Markdown. */
  readonly body: string;
  /** Markdown; "" if there are no notes. */
  readonly notes: string;
  /** The line of the file in which the notes begin, from 1; 0 if there are no notes. */
  readonly notesLine: number;
}

/** A fault in a slide or an example. The message is one sentence that names the file. */
export class SlideError extends Error {
  override name = "SlideError";

  constructor(file: string, fault: string) {
    super(`slides/${file}: ${fault}`);
    // The stack would show code of the build, which does not help an author.
    this.stack = "";
  }
}

const slideFile = /^(\d+)-([a-z0-9-]+)\.md$/;

/** True for "09-sequential-execution.md", false for other files in the folder. */
export function isSlideFile(file: string): boolean {
  return slideFile.test(file);
}

/**
 * Parses a slide.
 * @throws {SlideError} if the file does not have the name of a slide
 */
export function parseSlide(file: string, text: string): Slide {
  const [, number, id] = slideFile.exec(file) ?? [];
  if (!number || !id)
    throw new SlideError(file, 'the name of a slide is a number and a topic, as in "09-topic.md".');
  const unix = text.replaceAll("\r\n", "\n");
  const [comment = "", attributes = ""] = /^\s*<!--\s*\.slide:(.*?)-->/s.exec(unix) ?? [];
  const [body = "", ...rest] = unix.slice(comment.length).split(/^Note:/m);
  const notes = rest.join("Note:");
  return {
    file,
    id,
    number: Number(number),
    attributes: parseAttributes(attributes),
    body: body.trim(),
    notes: notes.trim(),
    notesLine: notes.trim() === "" ? 0 : lineAt(unix, unix.length - notes.trimStart().length),
  };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/**
 * Sorts slides into the order of the talk.
 * @throws {SlideError} if two slides have the same address
 */
export function orderSlides(slides: readonly Slide[]): Slide[] {
  const files = new Map<string, string>();
  for (const { id, file } of slides) {
    const other = files.get(id);
    if (other) throw new SlideError(file, `another slide, ${other}, already has the id "${id}".`);
    files.set(id, file);
  }
  return slides.toSorted((a, b) => a.number - b.number || a.file.localeCompare(b.file));
}
