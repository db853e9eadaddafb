// Makes the HTML of the whole deck from its slides: Markdown, pictures, panes, notes.

import markdownIt from "markdown-it";
import type { ReadExample } from "./example.ts";
import { formatAttributes } from "./html.ts";
import { fillPanes, findPanes, type Pane, type PaneSources } from "./panes.ts";
import { inlinePictures, type ReadArt } from "./picture.ts";
import { type Slide, SlideError } from "./slide.ts";
import type { CodeLanguage } from "./tokenizer.ts";

/** Where the parts of the slides come from. */
export interface DeckSources extends PaneSources {
  readonly readArt: ReadArt;
}

const markdown = markdownIt({ html: true, typographer: true });

// Markdown takes an element that it does not know for text and wraps it in a paragraph, which cannot hold a pane.
markdown.block.ruler.before("html_block", "live_pane", (state, startLine, _endLine, silent) => {
  const line = state.getLines(startLine, startLine + 1, 0, false);
  if (!/^\s*<live-pane\b[^>]*>\s*<\/live-pane>\s*$/.test(line)) return false;
  if (silent) return true;
  state.line = startLine + 1;
  state.push("html_block", "", 0).content = `${line.trim()}\n`;
  return true;
});

/** What a block of code in a slide may be fenced as. */
const languages = new Map<string, CodeLanguage>([
  ["ts", "typescript"],
  ["python", "python"],
]);

interface RenderEnvironment {
  readonly slide: Slide;
  readonly sources: DeckSources;
}

markdown.renderer.rules.fence = (tokens, index, _options, environment) => {
  const { slide, sources } = environment as unknown as RenderEnvironment;
  const { info = "", content = "" } = tokens[index] ?? {};
  const language = languages.get(info.trim());
  if (!language)
    throw new SlideError(slide.file, `"${info}" is no language of a block of code; write ts or python.`);
  return `<pre class="code"><code>${sources.highlight(content.trimEnd(), language)}</code></pre>\n`;
};

function body(slide: Slide, sources: DeckSources): string {
  const html = markdown.render(slide.body, { slide, sources });
  return fillPanes(inlinePictures(html, slide.file, sources.readArt), slide, sources);
}

function notes(slide: Slide, sources: DeckSources): string {
  if (slide.notes === "") return "";
  return `<aside class="notes">\n${markdown.render(slide.notes, { slide, sources })}</aside>\n`;
}

function section(slide: Slide, first: boolean, sources: DeckSources): string {
  const attributes = new Map([["id", slide.id], ...slide.attributes]);
  // reveal.js sets the class itself when it starts; until then it makes the first slide the visible one.
  if (first) attributes.set("class", `${attributes.get("class") ?? ""} present`.trim());
  return `<section${formatAttributes(attributes)}>\n${body(slide, sources)}${notes(slide, sources)}</section>`;
}

/**
 * The `<section>`s of the deck.
 * @param slides in the order of the talk
 * @throws {SlideError} for a picture, an example or an import that is missing
 */
export function renderDeck(slides: readonly Slide[], sources: DeckSources): string {
  return slides.map((slide, index) => section(slide, index === 0, sources)).join("\n");
}

/**
 * The panes of the deck, slide by slide.
 * @throws {SlideError} for what `renderDeck` throws of panes
 */
export function deckPanes(slides: readonly Slide[], readExample: ReadExample): Pane[] {
  return slides.flatMap((slide) => findPanes(markdown.render(slide.body), slide, readExample));
}
