// Builds the deck as one HTML file that needs no server. It contains scripts, styles, fonts, workers, the compiler
// and the recordings.

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
 * Vite plugins of the mode "single". vite-plugin-singlefile inlines scripts and styles; the other plugins inline the
 * rest.
 * @param slides folder of the talk's slides
 */
export function oneFile(slides: string): PluginOption[] {
  // `packed` comes before `inlineWorkers`, so that a packed worker is not inlined as well.
  return [
    nothingBeside(),
    packed(),
    inlineWorkers(),
    recordingsInPage(join(slides, "recordings")),
    viteSingleFile(),
    slidesFirst(),
  ];
}

/** Inlines the workers that are not packed, as text of the script that starts them. */
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
  /** The import specifier by which the deck's code imports it. */
  readonly importedAs: string;
  readonly read: () => Promise<string | Uint8Array>;
}

/**
 * Large parts that are not needed to show a slide. They are packed because a script would hold them unpacked: 14 MB
 * instead of 5 for the compiler, 7 MB instead of 2 for TypeScript's worker. Smaller scripts also open sooner: the
 * time that WebKit takes to read a script grows with the square of its length. It took 13 s for the 12 MB script that
 * contained that worker. src/offline/packed.ts unpacks them.
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
    // Vite would write it as a separate script beside the page.
    read: async () => (await bundleWorker("src/editor/typescript/ts.worker.ts")).code,
  },
];

/** Puts the packed parts into the page, and replaces the modules that import them by empty ones. */
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

/** Packs the content as gzip in base64. src/offline/packed.ts unpacks it. */
export function pack(content: string | Uint8Array): string {
  return gzipSync(content, { level: 9 }).toString("base64");
}

/**
 * Puts the recordings into the page. On a site they are files beside the page. src/pane/runs/shipped-recordings.ts
 * reads both.
 */
function recordingsInPage(folder: string): Plugin {
  return {
    name: "interleave-recordings-in-page",
    transformIndexHtml: () =>
      recordingsIn(folder).map(({ name, text }) =>
        inertScript({ "data-recording": name.replace(/\.json$/, "") }, text.replaceAll("</", "<\\/")),
      ),
  };
}

/** Returns a `<script>` that the browser keeps as text and does not run. */
function inertScript(attributes: Record<string, string>, children: string): HtmlTagDescriptor {
  return { tag: "script", attrs: { type: "text/plain", ...attributes }, children, injectTo: "body" };
}

/**
 * Keeps Vite from writing files for what the page's head names. If styles named the same files, they would need them
 * beside the page too.
 */
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
 * Returns the page without preload links, whose files will be inlined, and with its icon inlined.
 * @param read returns the text of a file, given its path from the project's root
 */
export function withoutFiles(html: string, read: (path: string) => string): string {
  return html
    .replaceAll(/<link\s[^>]*rel="preload"[^>]*>\s*/g, "")
    .replace(
      /(<link rel="icon"[^>]*href=")(\/[^"]*)/,
      (_, start: string, path: string) => `${start}data:image/svg+xml,${encodeURIComponent(read(path))}`,
    );
}

/**
 * Moves the script that starts the deck behind the slides: the browser reads the page from the top and runs the
 * script at once.
 */
function slidesFirst(): Plugin {
  return {
    name: "interleave-slides-first",
    enforce: "post",
    // vite-plugin-singlefile does not see that the quotes of the policy are escaped in the attribute. Its warning is
    // wrong.
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

/** Returns the page with its module script moved to the end of the body. */
export function moved(html: string): string {
  const [script = ""] = /<script type="module"[^>]*>[\s\S]*?<\/script>/.exec(html) ?? [];
  const [before = "", after = ""] = html.split(script);
  const end = after.lastIndexOf("</body>");
  return `${before}${after.slice(0, end)}${script}\n${after.slice(end)}`;
}

/**
 * Returns the page with a mark at its end, and a script at its start that shows a notice if the mark is missing
 * because the file is damaged.
 */
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
