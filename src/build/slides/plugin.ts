// The Vite plugin that turns the folder slides/ into the page: reads its files, fills the page, watches for changes.

import { join, relative } from "node:path";
import { normalizePath, type Plugin } from "vite";
import { reader, readSlides } from "./files.ts";
import { highlight } from "./highlight.ts";
import { inlineSvg } from "./picture.ts";
import { type DeckSources, renderDeck } from "./render.ts";
import { SlideError } from "./slide.ts";
import { type CodeLanguage, type LineTokens, loadTokenizer } from "./tokenizer.ts";

const slidesPlaceholder = "<!-- slides -->";
const spritePlaceholder = "<!-- animals -->";

/** The animals' drawings, once in the page; slides and timelines refer to them by id. */
function sprite(readArt: DeckSources["readArt"]): string {
  const text = readArt("art/animals.svg");
  if (text === undefined) throw new SlideError("art/animals.svg", "the animals' drawings are missing.");
  return `<div hidden>${inlineSvg(text, "")}</div>`;
}

async function sourcesOf(folder: string): Promise<DeckSources> {
  const [typescript, python] = await Promise.all([loadTokenizer("typescript"), loadTokenizer("python")]);
  const tokenizers: Record<CodeLanguage, LineTokens> = { typescript, python };
  return {
    readArt: reader(folder),
    readExample: reader(join(folder, "examples")),
    highlight: (text, language = "typescript") => highlight(text, tokenizers[language]),
  };
}

/** Styles have hot reload of their own; everything else below slides/ is part of the page's text. */
function isPageText(file: string, folder: string): boolean {
  const path = normalizePath(relative(folder, file));
  return !path.startsWith("../") && !path.endsWith(".css");
}

/** Fills `<!-- slides -->` and `<!-- animals -->` of index.html from slides/. */
export function slides(): Plugin {
  let folder = "";
  let sources: Promise<DeckSources> | undefined;
  return {
    name: "interleave-slides",
    configResolved({ root }) {
      folder = join(root, "slides");
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        sources ??= sourcesOf(folder);
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
