// The deck as one HTML file that needs no server: scripts, styles, fonts, workers, the compiler and the recordings are in it.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { HtmlTagDescriptor, Plugin, PluginOption, Rolldown } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { damaged, type PackedName, packedId } from "../../offline/packed.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { recordingsIn } from "./recordings.ts";

const require = createRequire(import.meta.url);

/**
 * Vite plugins of the mode "single". vite-plugin-singlefile puts scripts and styles into the page; the others do what it leaves.
 * @param slides the talk's folder of slides
 */
export function oneFile(slides: string): PluginOption[] {
  // What is packed is not inlined as well.
  return [
    nothingBeside(),
    packed(),
    inlineWorkers(),
    recordingsInPage(join(slides, "recordings")),
    viteSingleFile(),
    slidesFirst(),
  ];
}

/** The other workers become texts of the script that starts them. */
function inlineWorkers(): Plugin {
  return {
    name: "interleave-inline-workers",
    enforce: "pre",
    resolveId: {
      filter: { id: /\?worker$/ },
      handler(source, importer) {
        return this.resolve(`${source}&inline`, importer, { skipSelf: true });
      },
    },
  };
}

interface Packed {
  readonly name: PackedName;
  /** How the deck's code imports what is packed. */
  readonly importedAs: string;
  readonly read: () => Promise<string | Uint8Array>;
}

/**
 * What is large and not needed to show a slide: a script would hold it unpacked, 14 MB instead of 5 for the compiler, 7 instead of
 * 2 for TypeScript's worker. src/offline/packed.ts reads it. Smaller scripts also open sooner: how long WebKit takes to read one
 * grows with the square of its length, and was 13 s for the 12 MB that the deck had with that worker in it.
 */
const packedParts: readonly Packed[] = [
  {
    name: "compiler",
    importedAs: "esbuild-wasm/esbuild.wasm?url",
    read: () => readFile(require.resolve("esbuild-wasm/esbuild.wasm")),
  },
  {
    name: "typescript",
    importedAs: "./ts.worker.ts?worker",
    // Vite would make of it a script that is to lie beside the page.
    read: async () => (await bundleWorker("src/editor/typescript/ts.worker.ts")).code,
  },
];

/** Puts the packed parts into the page, in place of what imports them. */
function packed(): Plugin {
  const missed = new Set(packedParts.map(({ importedAs }) => importedAs));
  const empty = "\0packed";
  return {
    name: "interleave-packed",
    enforce: "pre",
    resolveId(source) {
      if (!packedParts.some(({ importedAs }) => importedAs === source)) return undefined;
      missed.delete(source);
      return empty;
    },
    load: (id) => (id === empty ? 'export default "";' : undefined),
    buildEnd(error) {
      if (!error && missed.size > 0)
        this.error(`Nothing imports ${[...missed].join(" or ")} any more: see src/build/site/one-file.ts.`);
    },
    transformIndexHtml: () =>
      Promise.all(
        packedParts.map(async ({ name, read }) => inertScript({ id: packedId(name) }, pack(await read()))),
      ),
  };
}

/** As a text, which src/offline/packed.ts unpacks. */
export function pack(content: string | Uint8Array): string {
  return gzipSync(content, { level: 9 }).toString("base64");
}

/** What lies beside the page of a site. src/pane/runs/shipped-recordings.ts reads them. */
function recordingsInPage(folder: string): Plugin {
  return {
    name: "interleave-recordings-in-page",
    transformIndexHtml: () =>
      recordingsIn(folder).map(({ name, text }) =>
        inertScript({ "data-recording": name.replace(/\.json$/, "") }, text.replaceAll("</", "<\\/")),
      ),
  };
}

/** A text that the browser keeps and does nothing with. */
function inertScript(attributes: Record<string, string>, children: string): HtmlTagDescriptor {
  return { tag: "script", attrs: { type: "text/plain", ...attributes }, children, injectTo: "body" };
}

/** Keeps Vite from making files of what the page's head names: styles that name the same would then need those, too. */
function nothingBeside(): Plugin {
  let folder = "";
  return {
    name: "interleave-nothing-beside",
    configResolved({ root }) {
      folder = root;
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html) => withoutFiles(html, (path) => readFileSync(join(folder, path), "utf8")),
    },
  };
}

/**
 * The page without hints to load what will be in it, and with its icon.
 * @param read gives the text of a file by its path from the project's folder
 */
export function withoutFiles(html: string, read: (path: string) => string): string {
  return html
    .replaceAll(/<link\s[^>]*rel="preload"[^>]*>\s*/g, "")
    .replace(
      /(<link rel="icon"[^>]*href=")(\/[^"]*)/,
      (_, start: string, path: string) => `${start}data:image/svg+xml,${encodeURIComponent(read(path))}`,
    );
}

/** The page is read from above: what starts the deck must not stand before the slides that it starts. */
function slidesFirst(): Plugin {
  return {
    name: "interleave-slides-first",
    enforce: "post",
    // vite-plugin-singlefile does not see that the policy's quotes are escaped in the attribute.
    onLog: (_, { message }) => !message.includes("Content-Security-Policy meta tag does not allow inline"),
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "asset" && file.fileName.endsWith(".html"))
            file.source = endChecked(moved(textOf(file)));
          else
            this.error(
              `${file.fileName} would lie beside the deck's one file: see src/build/site/one-file.ts.`,
            );
        }
      },
    },
  };
}

function textOf({ source }: Rolldown.OutputAsset): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}

/** The page with its script at the end. */
export function moved(html: string): string {
  const [script = ""] = /<script type="module"[^>]*>[\s\S]*?<\/script>/.exec(html) ?? [];
  const [before = "", after = ""] = html.split(script);
  const end = after.lastIndexOf("</body>");
  return `${before}${after.slice(0, end)}${script}\n${after.slice(end)}`;
}

/** The page with a mark at its end, and a script at its beginning that says it where the mark did not come. */
export function endChecked(html: string): string {
  const mark = '<template id="end-of-file"></template>';
  const look = `<script>addEventListener("DOMContentLoaded", () => {
  if (document.getElementById("end-of-file")) return;
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.className = "notice";
  notice.textContent = ${JSON.stringify(damaged)};
  document.body.append(notice);
});</script>`;
  const end = html.lastIndexOf("</body>");
  return `${html.slice(0, end)}${mark}\n${html.slice(end)}`.replace("</title>", (tag) => `${tag}\n${look}`);
}
