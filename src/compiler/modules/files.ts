// Reads the files of a program: the entry and everything that it imports.

import { type Program, parse } from "acorn";
import { offerName } from "../../protocol/modules.ts";
import { attributesReason, findFile, specifierOf } from "../../protocol/specifiers.ts";
import type { Place } from "../../trace/events/events.ts";
import type { Diagnostic } from "../esbuild/diagnostics.ts";
import type { Source, Transformed } from "../esbuild/to-javascript.ts";
import { Origins } from "../instrument/maps.ts";
import { type ModuleText, readModule } from "./module-text.ts";

/** A parsed file. */
export interface File {
  readonly name: string;
  /** JavaScript. */
  readonly code: string;
  readonly origins: Origins;
  readonly program: Program;
  readonly text: ModuleText;
}

export interface Files {
  /** The entry and the files that it imports, in the order in which they are named. */
  readonly files: readonly File[];
  /** The names of the files that they start as threads. */
  readonly threads: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles one file to JavaScript. */
export type ToJavaScript = (source: Source) => Promise<Transformed>;

/** @param texts the text of each file of the pane, by its name */
export async function readFiles(
  texts: ReadonlyMap<string, string>,
  entry: string,
  toJavaScript: ToJavaScript,
): Promise<Files> {
  const transformed = await Promise.all(
    [...texts].map(
      async ([file, text]): Promise<[string, Transformed]> => [file, await toJavaScript({ text, file })],
    ),
  );
  const reader = new FileReader(new Map(transformed));
  reader.read(entry);
  return {
    files: [...reader.files.values()],
    threads: [...reader.threads],
    diagnostics: reader.diagnostics,
  };
}

class FileReader {
  readonly files = new Map<string, File>();
  readonly threads = new Set<string>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #transformed: ReadonlyMap<string, Transformed>;
  readonly #begun = new Set<string>();

  constructor(transformed: ReadonlyMap<string, Transformed>) {
    this.#transformed = transformed;
  }

  /** Reads a file and the files that it imports. */
  read(name: string): void {
    if (this.#begun.has(name)) return;
    this.#begun.add(name);
    const result = this.#transformed.get(name);
    if (!result?.ok) {
      this.diagnostics.push(...(result?.errors ?? []));
      return;
    }
    this.diagnostics.push(...result.warnings);
    const file = this.#parse(name, result.code, result.map);
    if (!file) return;
    this.files.set(name, file);
    this.#readImports(file);
    this.#readThreads(file);
  }

  #parse(name: string, code: string, map: string): File | undefined {
    const origins = new Origins(code, map, name);
    try {
      const program = parse(code, { ecmaVersion: "latest", sourceType: "module", preserveParens: true });
      return { name, code, origins, program, text: readModule(program) };
    } catch (error) {
      // The engine could run a file that nests too deeply for us, but not as one module among others.
      if (error instanceof RangeError) this.#complain("This nests too deeply to be compiled.", undefined);
      else if (error instanceof SyntaxError && "pos" in error)
        this.#refuse(error.message, code.slice(Number(error.pos)), origins.place(Number(error.pos)));
      else throw error;
      return undefined;
    }
  }

  #refuse(message: string, rest: string, place: Place | undefined): void {
    // The older form of "with". esbuild lets it through.
    if (/^assert\s*\{/.test(rest)) this.#complain(attributesReason, place, "assert".length);
    else this.#complain(message.replace(/ \(\d+:\d+\)$/, ""), place);
  }

  #readImports({ origins, text }: File): void {
    for (const { specifier, node } of text.requests) {
      const place = origins.place(specifier.start);
      const length = specifier.end - specifier.start;
      // One sentence for one import: that the file is missing would not help.
      if (node.attributes.length > 0) this.#complain(attributesReason, place, length);
      else this.#readImport(specifier.value, "import", place, length);
    }
    for (const { source } of text.found.dynamicImports) {
      if (source.type !== "Literal") {
        for (const name of this.#transformed.keys()) this.read(name);
      } else
        this.#readImport(source.value, "import()", origins.place(source.start), source.end - source.start);
    }
  }

  #readImport(specifier: unknown, verb: string, place: Place | undefined, length: number): void {
    const name = findFile(specifier, (each) => this.#transformed.has(each));
    if (name === undefined) this.#complain(cannot(verb, specifier, this.#transformed.keys()), place, length);
    else if (name !== offerName) this.read(name);
  }

  #readThreads({ origins, text }: File): void {
    for (const { value, start, end } of text.found.threads) {
      const name = findFile(value, (each) => this.#transformed.has(each));
      if (name !== undefined && name !== offerName) this.threads.add(name);
      else this.#complain(noThread(value, this.#transformed.keys()), origins.place(start), end - start);
    }
  }

  #complain(text: string, place: Place | undefined, length = 0): void {
    this.diagnostics.push({ severity: "error", text, place, length });
  }
}

function noThread(specifier: unknown, files: Iterable<string>): string {
  const names = [...files].map((file) => `"./${file}"`).join(", ");
  return `Cannot start "${specifier}" as a Worker: the pane has ${names}.`;
}

function cannot(verb: string, specifier: unknown, files: Iterable<string>): string {
  const names = [...files].map((file) => `"${specifierOf(file)}"`).join(", ");
  return `Cannot ${verb} "${specifier}": a pane has ${names} and "${offerName}".`;
}
