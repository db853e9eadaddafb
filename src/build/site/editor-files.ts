// Names the files of the page and of the editor in the page's head, in the order in which they are needed. If the address
// names a slide with a pane, index.html loads the editor's at once: otherwise the browser would learn of them one after
// the other, when the deck has started.

import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** The element of index.html that this plugin fills. */
const place = '<template id="editor-files"></template>';

/** The font of code (src/theme/fonts.css). */
const codeFont = /\bjetbrains-mono-latin-wght-normal\b.*\.woff2$/;

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
        const slides = slidesWithPanes(html).join(" ");
        const [page, editor] = bundle ? [filesOfPage(bundle), filesOfEditor(bundle)] : [[], []];
        // With low priority, and after the page's own: a browser opens six connections to a host, and Vite writes the
        // tags of the page at the end of the head.
        const template = `<template id="editor-files" data-slides="${slides}">${linksTo(editor, 'fetchpriority="low" ')}</template>`;
        return html.replace(place, linksTo(page) + template);
      },
    },
  };
}

/** Returns the ids of the slides that have a pane. */
export function slidesWithPanes(html: string): string[] {
  const sections = html.matchAll(/<section\b[^>]*\bid="([^"]+)"[^>]*>([\s\S]*?)<\/section>/g);
  return [...sections].flatMap(([, id = "", content = ""]) => (content.includes("<live-pane") ? [id] : []));
}

/** Returns the scripts and styles that the page needs to start. */
export function filesOfPage(bundle: Bundle): string[] {
  return [...closure(bundle, Object.values(bundle).filter(isEntry))];
}

function isEntry(file: Bundle[string]): file is Rolldown.OutputChunk {
  return file.type === "chunk" && file.isEntry;
}

/** Returns the font, scripts and styles that an editor needs besides those of the page. */
export function filesOfEditor(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  // src/editor/editor.ts, which is in the page's files, imports Monaco itself in parts.
  const own = chunks.filter(({ facadeModuleId: id }) => id && /\/src\/editor\/|\/vs\/editor\.js$/.test(id));
  // What the editor's own files import later, an editor needs before it is shown.
  const later = own.flatMap(({ dynamicImports }) => chunksNamed(bundle, dynamicImports));
  const ofPage = filesOfPage(bundle);
  const fonts = Object.keys(bundle).filter((file) => codeFont.test(file));
  return [...fonts, ...closure(bundle, [...own, ...later])].filter((file) => !ofPage.includes(file));
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

function linksTo(files: readonly string[], attributes = ""): string {
  return files.map((file) => `<link ${kindOf(file)} crossorigin ${attributes}href="./${file}">`).join("");
}

function kindOf(file: string): string {
  if (file.endsWith(".woff2")) return 'rel="preload" as="font" type="font/woff2"';
  return file.endsWith(".css") ? 'rel="preload" as="style"' : 'rel="modulepreload"';
}
