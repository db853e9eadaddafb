// Links the files of a pane to one program, in which each file is still a module.

import type { SourceMapSegment } from "@jridgewell/trace-mapping";
import {
  hooksName,
  type Program,
  programUrl,
  type Site,
  type ThreadProgram,
} from "../../protocol/javascript.ts";
import { linkName, type ModuleRecord, offered, offerName } from "../../protocol/modules.ts";
import { findFile, specifierOf } from "../../protocol/specifiers.ts";
import type { Diagnostic } from "../esbuild/diagnostics.ts";
import { mapText } from "../instrument/maps.ts";
import { survey } from "../instrument/survey.ts";
import { bindingsOf, namesOf } from "./bindings.ts";
import { type File, readFiles, type ToJavaScript } from "./files.ts";
import { Graph, type Module, offer } from "./graph.ts";
import type { Import } from "./module-text.ts";
import { movedBy, writeModule } from "./write.ts";

export interface LinkOptions {
  readonly toJavaScript: ToJavaScript;
  /** False for a program without hooks. */
  readonly isTraced?: boolean;
  /** True if the engine itself supports `using`. */
  readonly engineClosesUsed: boolean;
}

export type Linked =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Links the file `entry` and the files that it imports. The value of the program's code is a `ProgramFunction`
 * (src/protocol/modules.ts).
 * @param texts the text of each file, by its name
 */
export async function link(
  texts: ReadonlyMap<string, string>,
  entry: string,
  options: LinkOptions,
): Promise<Linked> {
  const main = await linkEntry(texts, entry, options);
  const entries = new Map([[entry, main]]);
  for (const { threads } of entries.values()) {
    for (const file of threads) {
      if (!entries.has(file)) entries.set(file, await linkEntry(texts, file, options));
    }
  }
  const diagnostics = unique([...entries.values()].flatMap((each) => each.diagnostics));
  const started = new Set([...entries.values()].flatMap(({ threads }) => threads));
  const programs = [...entries].flatMap(([file, { program }]) => (program ? [[file, program] as const] : []));
  if (!main.program || programs.length < entries.size) return { ok: false, diagnostics };
  const threads = Object.fromEntries(programs.filter(([file]) => started.has(file)));
  return { ok: true, program: { ...main.program, threads }, diagnostics };
}

/** One entry and the files that it imports. */
interface LinkedEntry {
  /** `undefined` if there are errors. */
  readonly program: ThreadProgram | undefined;
  /** The files that it starts as threads. */
  readonly threads: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

async function linkEntry(
  texts: ReadonlyMap<string, string>,
  entry: string,
  options: LinkOptions,
): Promise<LinkedEntry> {
  const { files, threads, diagnostics } = await readFiles(texts, entry, options.toJavaScript);
  if (diagnostics.some(({ severity }) => severity === "error"))
    return { program: undefined, threads, diagnostics };
  const graph = graphOf(files);
  const wrong = files.flatMap((file, at) => wrongImports(graph, at + 1, file));
  if (wrong.length > 0) return { program: undefined, threads, diagnostics: [...diagnostics, ...wrong] };
  return { program: writeProgram(files, graph, entry, options), threads, diagnostics };
}

/** A file that several entries import is reported once. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()];
}

/** Writes the program with hooks, or without hooks if it nests too deeply for them. */
function writeProgram(
  files: readonly File[],
  graph: Graph,
  entry: string,
  options: LinkOptions,
): ThreadProgram {
  try {
    return write(files, graph, entry, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return write(files, graph, entry, { ...options, isTraced: false });
  }
}

function write(files: readonly File[], graph: Graph, entry: string, options: LinkOptions): ThreadProgram {
  const { isTraced = true, engineClosesUsed } = options;
  const sites: Site[] = [];
  const followsCalls = files.some(({ program }) => survey(program).hasTasks);
  const modules = files.map((file, at) => {
    const index = at + 1;
    return writeModule(file, recordOf(graph, index), bindingsOf(graph, index, file.text), {
      isEntry: at === 0,
      waits: graph.waits(index),
      isTraced,
      followsCalls,
      sites,
      closesUsed: !engineClosesUsed,
    });
  });
  const [first] = files;
  if (!first) throw new Error(`The pane has no file ${entry}.`);
  let offset = wrapper.before.length + 1;
  const rewritten = modules.flatMap((module) => {
    const moved = movedBy(offset, module.rewritten);
    offset += module.code.length + separator.length;
    return moved;
  });
  return {
    code: [wrapper.before, modules.map(({ code }) => code).join(separator), wrapper.after].join("\n"),
    map: mapText(
      files.map(({ name }) => name),
      [[], ...modules.flatMap(({ mappings }, source) => mappings.map((line) => ofSource(line, source)))],
    ),
    sites,
    rewritten,
    entry,
    names: namesOf(first.text, bindingsOf(graph, 1, first.text), modules[0]?.accessors ?? ""),
  };
}

/** The program is a function of the hooks and the linker. */
const wrapper = {
  before: `((${hooksName}, ${linkName}) => { "use strict"; return ${linkName}([`,
  after: `]); })\n//# sourceURL=${programUrl}`,
};

const separator = ",\n";

function ofSource(line: readonly SourceMapSegment[], source: number): SourceMapSegment[] {
  return line.map((segment) =>
    segment.length === 1 ? segment : [segment[0], source, segment[2], segment[3]],
  );
}

function graphOf(files: readonly File[]): Graph {
  const names = [offerName, ...files.map(({ name }) => name)];
  const known = new Set(files.map(({ name }) => name));
  const modules = files.map(({ name, text }): Module => {
    const targets = text.requests.map(({ specifier }) => {
      const target = findFile(specifier.value, (each) => known.has(each)) ?? offerName;
      return names.indexOf(target);
    });
    return { name, text, targets, needs: [] };
  });
  const named = new Graph([offer, ...modules]);
  return new Graph([offer, ...modules.map((module, at) => ({ ...module, needs: needsOf(named, at + 1) }))]);
}

/** The modules that a file needs. An import whose names are all types does not count. */
function needsOf(graph: Graph, index: number): number[] {
  const { text, targets } = graph.at(index);
  if (!text) return [];
  const isNeeded = (request: number) =>
    text.requests[request]?.isForItself ||
    text.imports.some((each) => each.request === request && graph.import(index, each).kind !== "missing") ||
    [...text.exports.values()].some(
      (each) =>
        each.kind === "passed-on" &&
        each.request === request &&
        (each.imported === undefined || graph.export(targets[request] ?? 0, each.imported).kind === "found"),
    );
  return [...new Set(targets.filter((target, request) => target > 0 && isNeeded(request)))];
}

function recordOf(graph: Graph, index: number): ModuleRecord {
  const { name, text, needs } = graph.at(index);
  const exports = graph.exportedNames(index).flatMap((each): ModuleRecord["exports"] => {
    const found = graph.export(index, each);
    if (found.kind !== "found") return [];
    return [found.local === undefined ? [each, found.module] : [each, found.module, found.local]];
  });
  return { name, isAsync: text?.isAsync ?? false, needs, exports };
}

/** The errors for imports that are not exported. A missing name that is never used counts as a type. */
function wrongImports(graph: Graph, index: number, { text, origins }: File): Diagnostic[] {
  return text.imports.flatMap((each): Diagnostic[] => {
    const { kind } = graph.import(index, each);
    if (kind === "found" || (kind === "missing" && !text.found.used.has(each.local))) return [];
    return [
      {
        severity: "error",
        text: kind === "missing" ? missing(graph, index, each) : ambiguous(graph, index, each),
        place: origins.place(each.node.start),
        length: each.imported?.length ?? 0,
      },
    ];
  });
}

function missing(graph: Graph, index: number, { imported, request }: Import): string {
  const target = graph.target(index, request);
  const names = target === 0 ? offered : graph.exportedNames(target);
  const module = quoted(graph, target);
  if (names.length === 0) return `${module} exports nothing, so no "${imported}".`;
  return `${module} has no export "${imported}": it ${target === 0 ? "offers" : "exports"} ${list(names)}.`;
}

function ambiguous(graph: Graph, index: number, { imported, request }: Import): string {
  const module = quoted(graph, graph.target(index, request));
  return `${module} exports "${imported}" of several files by "export *": name the one that is meant.`;
}

function quoted(graph: Graph, index: number): string {
  return `"${index === 0 ? offerName : specifierOf(graph.at(index).name)}"`;
}

function list(names: readonly string[]): string {
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
