// Compiles the texts of the deck's panes while the deck is built, so that running them needs no compiler.

import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";
import type { DeckText, Language, Preparation } from "../../languages/language.ts";
import { stagesOf } from "../../pane/cues/cue-stages.ts";
import { languageModules } from "../site/language-modules.ts";
import { reader, readSlides } from "./files.ts";
import type { Pane } from "./panes.ts";
import { deckPanes } from "./render.ts";

/**
 * Vite plugin: serves a module for each language, for example "virtual:prepared/typescript". Its default export is what
 * the language's `preparation` makes of the texts of all panes, as the slides show them and as the cues change them.
 * @param folder folder of the slides, as an absolute path
 */
export function preparedTexts(folder: string): Plugin {
  return languageModules("prepared", async (language, { root, languages }) => {
    const prepared = await prepare(language, textsOf(folder, languages, language.id), root);
    // As JSON in a string: engines read that faster than the same data as code.
    return `JSON.parse(${JSON.stringify(JSON.stringify(prepared))})`;
  });
}

async function prepare({ preparation }: Language, texts: DeckText[], root: string): Promise<unknown> {
  if (preparation === undefined) return [];
  const options = { root, configFile: false } as const;
  const { module } = await runnerImport<Preparation>(join(root, preparation), options);
  return module.prepare(texts);
}

function textsOf(folder: string, languages: readonly Language[], language: string): DeckText[] {
  const panes = deckPanes(readSlides(folder), { readExample: reader(join(folder, "examples")), languages });
  return panes.filter((pane) => pane.language.id === language).flatMap(textsOfPane);
}

/** The texts of a pane in each stage of its cues. */
function textsOfPane({ id, cues, files }: Pane): DeckText[] {
  const originals = new Map(files.map(({ name, text }) => [name, text]));
  return stagesOf(id, cues, originals).flatMap(({ texts }) =>
    [...texts].map(([file, text]) => ({ file, text })),
  );
}
