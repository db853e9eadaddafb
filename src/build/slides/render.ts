// Renders the HTML of the whole deck from its slides: Markdown, pictures, panes, notes.

import markdownIt from "markdown-it";
import type { Highlighting } from "../../languages/language.ts";
import { formatAttributes } from "../markup/html.ts";
import { openOutside } from "./links.ts";
import { type Examples, fillPanes, findPanes, type Pane, type PaneSources } from "./panes.ts";
import { inlinePictures, type ReadArt } from "./picture.ts";
import { type Slide, SlideError } from "./slide.ts";
import { timeAttributes } from "./times.ts";

/** Where the parts of the slides come from. */
export interface DeckSources extends PaneSources {
  readonly readArt: ReadArt;
  /** Address of the folder of slides, as Vite serves it, for example "/slides/". */
  readonly address: string;
}

/**
 * Returns the languages of fenced code blocks in slides: the languages of panes, and Python, which slides may show
 * even if no pane runs it.
 */
export function highlightings(
  languages: Examples["languages"],
): Pick<Highlighting, "fence" | "grammar" | "complete">[] {
  const known = languages.map(({ highlighting }) => highlighting);
  return known.some(({ fence }) => fence === "python")
    ? known
    : [...known, { fence: "python", grammar: "python" }];
}

type Code = Pick<DeckSources, "highlight" | "languages">;

function codeBlock(code: string, name: string, { file }: Slide, { highlight, languages }: Code): string {
  const known = highlightings(languages);
  const found = known.find(({ fence }) => fence === name);
  if (!found) {
    const fences = known.map(({ fence }) => fence).join(" or ");
    throw new SlideError(file, `"${name}" is no language of a block of code; write ${fences}.`);
  }
  return `<pre class="code"><code>${highlight(code.trimEnd(), found.grammar)}</code></pre>`;
}

function markdownOf(slide: Slide, sources: Code): ReturnType<typeof markdownIt> {
  const markdown = markdownIt({
    html: true,
    typographer: true,
    highlight: (code, name) => codeBlock(code, name, slide, sources),
  });
  // Markdown treats an unknown element as text and wraps it in a paragraph, which cannot contain a pane.
  markdown.block.ruler.before("html_block", "live_pane", (state, startLine, _endLine, silent) => {
    const line = state.getLines(startLine, startLine + 1, 0, false);
    if (!/^\s*<live-pane\b[^>]*>\s*<\/live-pane>\s*$/.test(line)) return false;
    if (silent) return true;
    state.line = startLine + 1;
    state.push("html_block", "", 0).content = `${line.trim()}\n`;
    return true;
  });
  return markdown;
}

function body(slide: Slide, sources: DeckSources): string {
  const html = markdownOf(slide, sources).render(slide.body);
  return fillPanes(inlinePictures(html, slide.file, sources.readArt, sources.address), slide, sources);
}

function notes(slide: Slide, sources: DeckSources): string {
  if (slide.notes === "") return "";
  return `<aside class="notes">\n${markdownOf(slide, sources).render(slide.notes)}</aside>\n`;
}

function section(slide: Slide, first: boolean, sources: DeckSources): string {
  const attributes = new Map([
    ["id", slide.id],
    ["data-number", String(slide.number)],
    ...timeAttributes(slide),
    ...slide.attributes,
  ]);
  // This class makes the first slide visible until reveal.js starts and sets the class itself.
  if (first) attributes.set("class", `${attributes.get("class") ?? ""} present`.trim());
  return `<section${formatAttributes(attributes)}>\n${body(slide, sources)}${notes(slide, sources)}</section>`;
}

/**
 * Renders the `<section>`s of the deck.
 * @param slides in the order of the talk
 * @throws {SlideError} if a picture, an example or an import is missing, or if something in a slide is invalid
 */
export function renderDeck(slides: readonly Slide[], sources: DeckSources): string {
  return openOutside(slides.map((slide, index) => section(slide, index === 0, sources)).join("\n"));
}

/**
 * Returns the panes of the deck, slide by slide.
 * @throws {SlideError} for the same faults in panes as `renderDeck`
 */
export function deckPanes(slides: readonly Slide[], examples: Examples): Pane[] {
  return slides.flatMap((slide) =>
    findPanes(
      markdownOf(slide, { ...examples, highlight: (code) => code }).render(slide.body),
      slide,
      examples,
    ),
  );
}
