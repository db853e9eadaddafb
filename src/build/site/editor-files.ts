// Names the editor's files in the page's head. If the address names a slide with a pane, index.html loads them at once:
// otherwise the browser would learn of them one after the other, when the deck has started.

import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** The element of index.html that this plugin fills. */
const place = '<template id="editor-files"></template>';

/** Vite plugin for the built site. */
export function editorFiles(): Plugin {
  return {
    name: "interleave-editor-files",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (!html.includes(place))
          throw new Error(`index.html has no ${place}: see src/build/site/editor-files.ts.`);
        const links = bundle ? linksTo(filesOfEditor(bundle)) : "";
        const slides = slidesWithPanes(html).join(" ");
        return html.replace(place, `<template id="editor-files" data-slides="${slides}">${links}</template>`);
      },
    },
  };
}

/** Returns the ids of the slides that have a pane. */
export function slidesWithPanes(html: string): string[] {
  const sections = html.matchAll(/<section\b[^>]*\bid="([^"]+)"[^>]*>([\s\S]*?)<\/section>/g);
  return [...sections].flatMap(([, id = "", content = ""]) => (content.includes("<live-pane") ? [id] : []));
}

/** Returns the scripts and styles that an editor needs besides those of the page. */
export function filesOfEditor(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  // src/editor/editor.ts, which is in the page's files, imports Monaco itself in parts.
  const own = chunks.filter(({ facadeModuleId: id }) => id && /\/src\/editor\/|\/vs\/editor\.js$/.test(id));
  // What the editor's own files import later, an editor needs before it is shown.
  const later = own.flatMap(({ dynamicImports }) => chunksNamed(bundle, dynamicImports));
  const ofPage = closure(
    bundle,
    chunks.filter(({ isEntry }) => isEntry),
  );
  return [...closure(bundle, [...own, ...later])].filter((file) => !ofPage.has(file));
}

function chunksNamed(bundle: Bundle, names: readonly string[]): Rolldown.OutputChunk[] {
  return names.flatMap((name) => {
    const file = bundle[name];
    return file?.type === "chunk" ? [file] : [];
  });
}

/** Returns the names of the chunks, of all that they import at once, and of their styles. */
function closure(bundle: Bundle, chunks: readonly Rolldown.OutputChunk[]): Set<string> {
  const found = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    chunksNamed(bundle, chunk.imports).forEach(visit);
  };
  chunks.forEach(visit);
  return found;
}

/** With low priority: what the slide itself needs comes first. */
function linksTo(files: readonly string[]): string {
  return files
    .map((file) => {
      const kind = file.endsWith(".css") ? 'rel="preload" as="style"' : 'rel="modulepreload"';
      return `<link ${kind} crossorigin fetchpriority="low" href="./${file}">`;
    })
    .join("");
}
