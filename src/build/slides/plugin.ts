// Vite plugin that fills the page from the folder slides/: reads its files, fills index.html, watches for changes.

import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { normalizePath, type Plugin, type ResolvedConfig } from "vite";
import type { Talk } from "../../talk/talk.ts";
import { highlight } from "../markup/highlight.ts";
import { loadTokenizer, plainTokens } from "../markup/tokenizer.ts";
import { loadLanguages } from "../site/languages.ts";
import { oversights } from "../site/oversights.ts";
import { deferSlides } from "./deferred.ts";
import { reader, readSlides } from "./files.ts";
import { fillHead } from "./head.ts";
import { inlineSvg } from "./picture.ts";
import { type DeckSources, deckPanes, highlightings, renderDeck } from "./render.ts";
import { SlideError } from "./slide.ts";
import { checkTimes } from "./times.ts";

const slidesPlaceholder = "<!-- slides -->";
const drawingsPlaceholder = "<!-- drawings -->";

/** Inlines the talk's shared drawings once. Slides and timelines refer to them by id. */
function drawings({ drawings: file }: Talk, readArt: DeckSources["readArt"]): string {
  if (file === undefined) return "";
  const text = readArt(file);
  if (text === undefined) throw new SlideError("talk.ts", `there are no drawings slides/${file}.`);
  return `<div hidden>${inlineSvg(text, "")}</div>`;
}

async function sourcesOf(
  folder: string,
  address: string,
  languages: DeckSources["languages"],
): Promise<DeckSources> {
  const loading = highlightings(languages).map(
    async (highlighting) => [highlighting.grammar, await loadTokenizer(highlighting)] as const,
  );
  const tokenizers = new Map(await Promise.all(loading));
  return {
    readArt: reader(folder),
    address,
    readExample: reader(join(folder, "examples")),
    languages,
    highlight: (text, grammar) => highlight(text, tokenizers.get(grammar) ?? plainTokens),
  };
}

/**
 * True if the file becomes part of the page's text, so that a change needs a full reload. Style sheets have their own
 * hot reload.
 */
function isPageText(file: string, folder: string): boolean {
  const path = normalizePath(relative(folder, file));
  return !path.startsWith("../") && !path.endsWith(".css");
}

/** Prints the sums once for each build of the site. Vite's own reports are switched off (scripts/build.mjs). */
function tellTimes(lines: readonly string[], config: ResolvedConfig | undefined): void {
  if (config?.command === "build" && config.mode !== "single") for (const line of lines) console.log(line);
}

/**
 * Fills index.html from a talk.
 * @param folder folder of its slides, as an absolute path
 * @param readTalk reads slides/talk.ts
 */
export function slides(folder: string, readTalk: () => Promise<Talk>): Plugin {
  let config: ResolvedConfig | undefined;
  let address = "";
  let sources: Promise<DeckSources> | undefined;
  return {
    name: "interleave-slides",
    configResolved(resolved) {
      config = resolved;
      address = `/${normalizePath(relative(resolved.root, folder))}/`;
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        sources ??= sourcesOf(folder, address, config ? await loadLanguages(config) : []);
        const [found, talk] = await Promise.all([sources, readTalk()]);
        const all = readSlides(folder);
        const deck = deferSlides(renderDeck(all, found));
        const has = (path: string) => existsSync(join(folder, path));
        tellTimes(checkTimes(all, talk), config);
        for (const text of oversights(all, deckPanes(all, found), has)) config?.logger.warn(text);
        // The one file is opened from a disk: nobody links to it, and it would only get larger.
        const isOneFile = config?.mode === "single";
        const head = {
          address,
          has: (path: string) => has(path) && !(isOneFile && path.endsWith(".png")),
        };
        // Replacement functions, because in a replacement string a "$&" in a program would be read as a pattern.
        return fillHead(html, talk, all, head)
          .replace(drawingsPlaceholder, () => drawings(talk, found.readArt))
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
