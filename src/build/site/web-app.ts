// Writes what belongs to the site as a whole and not to a slide: the web app manifest, by which browsers install the
// deck, and the full address of the picture in link previews.

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";
import type { Talk } from "../../talk/talk.ts";

const file = "manifest.webmanifest";

/** Icons of the talk, if it has them. https://www.w3.org/TR/appmanifest/#icons-member */
const icons = [
  { path: "art/favicon.svg", sizes: "any", type: "image/svg+xml" },
  { path: "art/touch-icon.png", sizes: "180x180", type: "image/png" },
];

export interface WebAppOptions {
  /** Folder of the talk's slides, as an absolute path. */
  readonly slides: string;
  readonly readTalk: () => Promise<Talk>;
  /** The address under which the site will be, for example "https://example.org/talk/"; `undefined` if nobody knows it. */
  readonly address: string | undefined;
}

/** Vite plugin: writes the manifest beside the built page. */
export function webApp({ slides, readTalk, address }: WebAppOptions): Plugin {
  const base = baseOf(address);
  return {
    name: "interleave-web-app",
    apply: "build",
    generateBundle: {
      // After Vite has written the page with the addresses of its files.
      order: "post",
      async handler(_, bundle) {
        const own = icons.filter(({ path }) => existsSync(join(slides, path)));
        const links = own.map(({ path, ...icon }) => {
          const source = readFileSync(join(slides, path));
          const emitted = this.emitFile({ type: "asset", name: basename(path), source });
          return { src: this.getFileName(emitted), ...icon };
        });
        this.emitFile({ type: "asset", fileName: file, source: manifest(await readTalk(), links) });
        const page = bundle["index.html"];
        if (page?.type === "asset") page.source = withAddress(String(page.source), base);
      },
    },
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "manifest", href: `./${file}` }, injectTo: "head" },
    ],
  };
}

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
}

/** Returns the manifest as text. All addresses in it are relative to it, so the site may be under any path. */
export function manifest({ title = "Interleave", description }: Talk, own: readonly Icon[]): string {
  const content = {
    name: title,
    description,
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#fbf6ea",
    theme_color: "#fbf6ea",
    icons: own,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/**
 * Returns the page with the full address of its preview picture, as https://ogp.me asks: chats do not resolve a
 * relative one. Without an address the page stays as it is.
 */
export function withAddress(html: string, base: URL | undefined): string {
  if (!base) return html;
  const picture = /(<meta property="og:image" content=")([^"]*)/;
  return html.replace(picture, (_, start: string, path: string) => start + new URL(path, base).href);
}

/** @throws {Error} with a sentence for an address that is not full */
function baseOf(address: string | undefined): URL | undefined {
  if (!address) return undefined;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new Error(
      `INTERLEAVE_ADDRESS="${address}" is no full address such as "https://example.org/talk/".`,
    );
  return new URL(address.endsWith("/") ? address : `${address}/`);
}
