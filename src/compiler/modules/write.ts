// Writes a file as a generator function. Its first step instantiates the module, and the linker in the run worker
// resumes it when the module is to be evaluated.

import type { SourceMapSegment } from "@jridgewell/trace-mapping";
import type { AnyNode, Program } from "acorn";
import { hooksName, type Rewritten, type Site } from "../../protocol/javascript.ts";
import { accessorsName, type ModuleRecord } from "../../protocol/modules.ts";
import { endOfTask, startOfTask } from "../instrument/functions.ts";
import { survey } from "../instrument/survey.ts";
import { awake, suspend } from "../instrument/suspensions.ts";
import { endOfUsing, isAwaited, mustBeWritten, openDeclared, startOfUsing } from "../instrument/using.ts";
import { visit, visitUntraced } from "../instrument/visit.ts";
import { type Owner, unusedName, Work } from "../instrument/work.ts";
import { type FreeName, freeNames } from "../syntax/free-names.ts";
import { isUsing } from "../syntax/syntax.ts";
import type { Bindings } from "./bindings.ts";
import { writeExports } from "./exports.ts";
import type { File } from "./files.ts";
import { defaultName } from "./module-text.ts";

export interface WriteOptions {
  readonly isEntry: boolean;
  /** True if it may have to wait for modules that it imports. */
  readonly waits: boolean;
  /** False if no hooks are written. */
  readonly isTraced: boolean;
  readonly followsCalls: boolean;
  readonly sites: Site[];
  readonly closesUsed: boolean;
}

export interface Written {
  /** An element of a list: the module's record and its function. */
  readonly code: string;
  /** One list of source map segments for each line of `code`. */
  readonly mappings: readonly SourceMapSegment[][];
  readonly rewritten: readonly Rewritten[];
  /** The name, inside the code, of the object with the live imports. */
  readonly accessors: string;
}

/** Writes a file with its hooks, or without them if it is not traced. */
export function writeModule(
  file: File,
  record: ModuleRecord,
  bindings: Bindings,
  options: WriteOptions,
): Written {
  const writer = new Writer(file, bindings, options);
  const { start, end } = writer.write();
  const { code, insertions, rewritten } = writer.work.edits.apply();
  const kind = record.isAsync ? "async function*" : "function*";
  const head = `[${JSON.stringify(record)}, ${kind} (${writer.context}, ${writer.work.names.value}) { ${start}`;
  return {
    code: `${head}\n${code}\n${end} }]`,
    rewritten: movedBy(head.length + 1, rewritten),
    mappings: [[], ...linesOf(code, file.origins.shifted(insertions)), []],
    accessors: writer.accessors,
  };
}

/** The same of code that stands so many characters further on. */
export function movedBy(offset: number, rewritten: readonly Rewritten[]): Rewritten[] {
  return rewritten.map(([at, length, instead]) => [at + offset, length, instead]);
}

/** The map may have fewer lines than the code. */
function linesOf(code: string, mappings: readonly SourceMapSegment[][]): SourceMapSegment[][] {
  return code.split("\n").map((_, line) => mappings[line] ?? []);
}

class Writer {
  readonly work: Work;
  /** The name of the function's parameter, the module's context. */
  readonly context: string;
  readonly #file: File;
  readonly #bindings: Bindings;
  readonly #options: WriteOptions;
  /** The name of the object with accessors for live imports, and for names that must not be assigned. */
  readonly accessors: string;

  constructor(file: File, bindings: Bindings, options: WriteOptions) {
    const { code, origins, program } = file;
    const { followsCalls, sites, closesUsed } = options;
    const { bound, ...known } = survey(program);
    // A live import is no variable of this file.
    const own = new Set([...bound].filter((name) => !bindings.live.has(name)));
    this.work = new Work({
      code,
      origins,
      survey: { ...known, bound: own },
      followsCalls,
      sites,
      closesUsed,
    });
    this.context = unusedName("$module", code);
    this.accessors = unusedName(accessorsName, code);
    this.#file = file;
    this.#bindings = bindings;
    this.#options = options;
  }

  /** @returns the code before and after the file's own text */
  write(): { readonly start: string; readonly end: string } {
    const { program, text, code } = this.#file;
    const { isTraced, isEntry } = this.#options;
    // A file that uses the hooks' name itself cannot call them.
    const isHooked = !code.includes(hooksName);
    const owner = isTraced && isHooked && (isEntry || text.isAsync) ? this.#owner() : undefined;
    const closeExports = writeExports(program, this.work);
    const usings = isHooked ? program.body.filter(isUsing) : [];
    const closes = mustBeWritten(usings, this.work);
    const task = owner ? this.#startOfTask(owner) : undefined;
    const closeUsings = closes ? usings.map((each) => openDeclared(each, this.work)) : [];
    if (isHooked && isTraced) for (const each of program.body) visitStatement(each, owner, this.work);
    else if (isHooked) visitUntraced(program, this.work);
    for (const close of closeUsings) close();
    closeExports();
    this.#writeNames();
    const end = closes ? endOfUsing(usings.some(isAwaited), owner, this.work) : "";
    return {
      start: [
        task?.before ?? "{",
        closes ? startOfUsing(this.work) : "",
        this.#instantiate(owner),
        task?.within ?? "",
        this.#imports(),
      ]
        .filter((part) => part !== "")
        .join(" "),
      end: `${end} ${task ? endOfTask(this.work) : "}"}`,
    };
  }

  #owner(): Owner {
    const place = { file: this.#file.name, line: 1, column: 1 };
    return { kind: this.#options.isEntry ? "main" : "coroutine", place, returns: "left" };
  }

  /** The entry is a task from its instantiation on. Other files that await become a task when they are evaluated. */
  #startOfTask({ kind, place }: Owner): { before: string; within: string } {
    const { work } = this;
    const { code } = work.names;
    const isMain = kind === "main";
    const name = isMain ? "" : place.file;
    const site = work.site(place, { kind: "function", taskKind: isMain ? "main" : "coroutine", name });
    const { declare, enter } = startOfTask(site, "[]", work);
    if (isMain)
      return {
        before: `${declare} ${enter} try {`,
        within: `${work.hook("scope", `(${code}) => eval(${code})`)};`,
      };
    return { before: `${declare} try {`, within: enter };
  }

  /** The code that yields the module's bindings. The module's functions exist at this point. */
  #instantiate(owner: Owner | undefined): string {
    const cells = this.#bindings.exported.map((name) => `${name}: () => ${name}`);
    const parts = [`{ ${["__proto__: null", ...cells].join(", ")} }`];
    if (owner?.kind === "main" && this.#options.waits) parts.push(...this.#waiting(owner));
    const named = hasNamelessFunction(this.#file.program)
      ? `${this.context}.nameDefault(${defaultName}); `
      : "";
    return `${named}yield [${parts.join(", ")}];`;
  }

  #waiting({ place }: Owner): string[] {
    const { work } = this;
    const request = this.#file.text.requests[0];
    const from = request && work.origins.place(request.node.start);
    const wait = suspend(work, String(work.site(from ?? place, { kind: "await" })), "promise");
    return [`(promise) => { ${wait}; }`, `() => { ${awake(work)}; }`];
  }

  /** The code that copies imports which cannot change any more, and declares the accessors. */
  #imports(): string {
    const { copied } = this.#bindings;
    const values = [...copied].map(([name, from]) => `${name} = ${this.#read(from)}`);
    const names = this.#accessors();
    return `${values.length > 0 ? `let ${values.join(", ")};` : ""}${names}`;
  }

  #read({ module, local }: { readonly module: number; readonly local: string | undefined }): string {
    if (local === undefined) return `${this.context}.namespace(${module})`;
    return `${this.context}.read(${module}, ${JSON.stringify(local)})`;
  }

  /** The setter assigns a constant, so that the engine itself throws its error. */
  #accessors(): string {
    const { live, fixed } = this.#bindings;
    const all = new Map([
      ...[...fixed].map((name) => [name, name] as const),
      ...[...live].map(([name, from]) => [name, this.#read(from)] as const),
    ]);
    if (all.size === 0) return "";
    const accessors = [...all].map(
      ([name, value]) =>
        `get ${name}() { return ${value}; }, set ${name}($value) { ${value}; { const ${name} = 0; ${name} = $value; } }`,
    );
    return ` const ${this.accessors} = { ${accessors.join(", ")} };`;
  }

  #writeNames(): void {
    const { edits } = this.work;
    const { program, text } = this.#file;
    for (const { start } of text.found.dynamicImports)
      edits.replace(start, start + "import".length, `${this.context}.load`);
    for (const { start, end } of text.found.metas) edits.replace(start, end, `${this.context}.meta`);
    // A module has no `arguments`: typeof gives "undefined", any other use throws.
    for (const { start, end } of text.found.typesOfArguments) edits.replace(start, end, "void 0");
    for (const { start, end } of text.found.noArguments)
      edits.replace(start, end, `${this.context}.arguments`);
    const { live, fixed } = this.#bindings;
    if (live.size + fixed.size === 0) return;
    for (const use of freeNames(program)) {
      if (text.declaring.has(use.node)) continue;
      if (live.has(use.node.name) || (fixed.has(use.node.name) && text.found.assigned.has(use.node)))
        this.#replaceName(use);
    }
  }

  #replaceName({ node, isShorthand }: FreeName): void {
    const name = `${this.accessors}.${node.name}`;
    // A called import must not get our object as `this`.
    const value = this.#file.text.found.assigned.has(node) ? name : `(0, ${name})`;
    this.work.edits.replace(node.start, node.end, isShorthand ? `${node.name}: ${value}` : value);
  }
}

function hasNamelessFunction({ body }: Program): boolean {
  return body.some(
    (statement) =>
      statement.type === "ExportDefaultDeclaration" &&
      statement.declaration.type === "FunctionDeclaration" &&
      !statement.declaration.id,
  );
}

function visitStatement(statement: AnyNode, owner: Owner | undefined, work: Work): void {
  if (statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration") return;
  if (statement.type !== "ExportNamedDeclaration") visit(statement, owner, work);
  else if (statement.declaration) visit(statement.declaration, owner, work);
}
