// The Vite plugin that turns the folder slides/ into the page: reads its files, fills the page, watches for changes.

import { join, relative } from "node:path";
import { normalizePath, type Plugin, type ResolvedConfig } from "vite";
import { loadLanguages } from "../site/languages.ts";
import { reader, readSlides } from "./files.ts";
import { highlight } from "./highlight.ts";
import { inlineSvg } from "./picture.ts";
import { type DeckSources, highlightings, renderDeck } from "./render.ts";
import { SlideError } from "./slide.ts";
import { loadTokenizer, plainTokens } from "./tokenizer.ts";

const slidesPlaceholder = "<!-- slides -->";
const spritePlaceholder = "<!-- animals -->";

/** The animals' drawings, once in the page; slides and timelines refer to them by id. */
function sprite(readArt: DeckSources["readArt"]): string {
  const text = readArt("art/animals.svg");
  if (text === undefined) throw new SlideError("art/animals.svg", "the animals' drawings are missing.");
  return `<div hidden>${inlineSvg(text, "")}</div>`;
}

async function sourcesOf(folder: string, languages: DeckSources["languages"]): Promise<DeckSources> {
  const loading = highlightings(languages).map(
    async (highlighting) => [highlighting.grammar, await loadTokenizer(highlighting)] as const,
  );
  const tokenizers = new Map(await Promise.all(loading));
  return {
    readArt: reader(folder),
    readExample: reader(join(folder, "examples")),
    languages,
    highlight: (text, grammar) => highlight(text, tokenizers.get(grammar) ?? plainTokens),
  };
}

/** Styles have hot reload of their own; everything else below slides/ is part of the page's text. */
function isPageText(file: string, folder: string): boolean {
  const path = normalizePath(relative(folder, file));
  return !path.startsWith("../") && !path.endsWith(".css");
}

/** Fills `<!-- slides -->` and `<!-- animals -->` of index.html from slides/. */
export function slides(): Plugin {
  let config: ResolvedConfig | undefined;
  let folder = "";
  let sources: Promise<DeckSources> | undefined;
  return {
    name: "interleave-slides",
    configResolved(resolved) {
      config = resolved;
      folder = join(resolved.root, "slides");
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        sources ??= sourcesOf(folder, config ? await loadLanguages(config) : []);
        const found = await sources;
        const deck = renderDeck(readSlides(folder), found);
        // Functions, because a replacement text would take "$&" in a program for a pattern.
        return html
          .replace(spritePlaceholder, () => sprite(found.readArt))
          .replace(slidesPlaceholder, () => deck);
      },
    },
    hotUpdate({ file }) {
      if (this.environment.name !== "client" || !isPageText(file, folder)) return;
      this.environment.hot.send({ type: "full-reload" });
      return [];
    },
  };
}
