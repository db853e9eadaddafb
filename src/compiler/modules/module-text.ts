// Reads from a file's syntax what it imports, exports and does at its top level.

import type {
  AnyNode,
  ExportAllDeclaration,
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  ExportSpecifier,
  Identifier,
  ImportDeclaration,
  ImportExpression,
  Literal,
  MetaProperty,
  Program,
} from "acorn";
import {
  blockNames,
  declaredNames,
  isListOfNames,
  isMereName,
  patternNames,
  varDeclarations,
} from "../syntax/bindings.ts";
import { eachPart, isFunction, withoutParentheses } from "../syntax/syntax.ts";
import { threadOf } from "../syntax/thread.ts";

/** An imported name. */
export interface Import {
  /** Its name in the file. */
  readonly local: string;
  /** Its name in the other file; `undefined` for the namespace. */
  readonly imported: string | undefined;
  /** The index of the request. */
  readonly request: number;
  readonly node: AnyNode;
}

/** An exported name. */
export type Export =
  | { readonly kind: "own"; readonly local: string }
  /** A name of another file; `imported` is `undefined` for that file's namespace. */
  | {
      readonly kind: "passed-on";
      readonly imported: string | undefined;
      readonly request: number;
      readonly node: AnyNode;
    };

/** An import or export that names another file. */
export interface Request {
  readonly specifier: Literal;
  readonly node: ImportDeclaration | ExportNamedDeclaration | ExportAllDeclaration;
  /** False for an import of names alone: if all of them are types, the import is dropped. */
  readonly isForItself: boolean;
}

/** The imports, exports and top-level names of a file. */
export interface ModuleText {
  readonly requests: readonly Request[];
  readonly imports: readonly Import[];
  readonly exports: ReadonlyMap<string, Export>;
  /** The requests of `export * from`. */
  readonly stars: readonly number[];
  /** The names that its top level declares, without imports. */
  readonly declared: readonly string[];
  /** The constants among `declared`. */
  readonly constants: ReadonlySet<string>;
  /** The identifiers in the top level's variable declarations. */
  readonly declaring: ReadonlySet<Identifier>;
  /** True if its top level awaits. */
  readonly isAsync: boolean;
  readonly found: Found;
}

/** The name inside the file of a default export without a name. */
export const defaultName = "$default";

/** Reads a parsed file. */
export function readModule(program: Program): ModuleText {
  const reader = new Reader();
  for (const statement of program.body) reader.read(statement);
  const statements = program.body.map(
    (statement) => ("declaration" in statement && statement.declaration) || statement,
  );
  const variables = statements.flatMap((statement) =>
    statement.type === "VariableDeclaration" && statement.kind !== "var" ? [statement] : [],
  );
  const constants = variables.filter(({ kind }) => kind === "const").flatMap(declaredNames);
  const vars = statements.flatMap((statement) => varDeclarations(statement).flatMap(declaredNames));
  return {
    ...reader.result(),
    declared: [...new Set([...blockNames(statements), ...vars])],
    constants: new Set(constants),
    declaring: new Set(
      variables.flatMap(({ declarations }) => declarations.flatMap(({ id }) => patternNames(id))),
    ),
    isAsync: statements.some(awaits),
    found: findIn(program),
  };
}

class Reader {
  readonly #requests: Request[] = [];
  readonly #imports: Import[] = [];
  readonly #exports = new Map<string, Export>();
  readonly #stars: number[] = [];

  read(statement: AnyNode): void {
    switch (statement.type) {
      case "ImportDeclaration":
        this.#readImport(statement);
        break;
      case "ExportNamedDeclaration":
        this.#readExport(statement);
        break;
      case "ExportDefaultDeclaration":
        this.#exports.set("default", { kind: "own", local: defaultLocal(statement) });
        break;
      case "ExportAllDeclaration": {
        const request = this.#request(statement.source, statement, true);
        if (!statement.exported) this.#stars.push(request);
        else this.#passOn(nameOf(statement.exported), undefined, request, statement);
        break;
      }
      default:
    }
  }

  /** Returns what was read. An export of an imported name is passed on from the other file. */
  result() {
    const imports = new Map(this.#imports.map((each) => [each.local, each]));
    const exports = [...this.#exports].map(([name, each]): [string, Export] => {
      const from = each.kind === "own" ? imports.get(each.local) : undefined;
      if (!from) return [name, each];
      const { imported, request, node } = from;
      return [name, { kind: "passed-on", imported, request, node }];
    });
    return {
      requests: this.#requests,
      imports: this.#imports,
      exports: new Map(exports),
      stars: this.#stars,
    };
  }

  #readImport(node: ImportDeclaration): void {
    const request = this.#request(node.source, node, node.specifiers.length === 0);
    for (const specifier of node.specifiers) {
      const imported =
        specifier.type === "ImportSpecifier"
          ? nameOf(specifier.imported)
          : specifier.type === "ImportDefaultSpecifier"
            ? "default"
            : undefined;
      this.#imports.push({ local: specifier.local.name, imported, request, node: specifier });
    }
  }

  #readExport(node: ExportNamedDeclaration): void {
    const { declaration, source, specifiers } = node;
    if (declaration) {
      const names =
        declaration.type === "VariableDeclaration" ? declaredNames(declaration) : [declaration.id.name];
      for (const name of names) this.#exports.set(name, { kind: "own", local: name });
    }
    const request = source ? this.#request(source, node, specifiers.length === 0) : undefined;
    for (const specifier of specifiers) this.#readSpecifier(specifier, request);
  }

  #readSpecifier(specifier: ExportSpecifier, request: number | undefined): void {
    const [name, local] = [nameOf(specifier.exported), nameOf(specifier.local)];
    if (request === undefined) this.#exports.set(name, { kind: "own", local });
    else this.#passOn(name, local, request, specifier);
  }

  #passOn(name: string, imported: string | undefined, request: number, node: AnyNode): void {
    this.#exports.set(name, { kind: "passed-on", imported, request, node });
  }

  #request(specifier: Literal, node: Request["node"], isForItself: boolean): number {
    return this.#requests.push({ specifier, node, isForItself }) - 1;
  }
}

function nameOf(name: Identifier | Literal): string {
  return name.type === "Identifier" ? name.name : String(name.value);
}

function defaultLocal({ declaration }: ExportDefaultDeclaration): string {
  const isDeclared = declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration";
  return (isDeclared && declaration.id?.name) || defaultName;
}

/** True if a tree awaits when it is evaluated. Functions inside it do not count. */
function awaits(node: AnyNode): boolean {
  if (isFunction(node)) return false;
  if (node.type === "AwaitExpression") return true;
  if (node.type === "ForOfStatement" && node.await) return true;
  if (node.type === "VariableDeclaration" && node.kind === "await using") return true;
  let found = false;
  eachPart(node, (part) => {
    found ||= awaits(part);
  });
  return found;
}

/** Uses of names that have to be known before anything is written into the file. */
export interface Found {
  /** All names that are read or assigned, whatever they refer to. */
  readonly used: ReadonlySet<string>;
  /** The identifiers that are assigned. */
  readonly assigned: ReadonlySet<Identifier>;
  readonly dynamicImports: readonly ImportExpression[];
  /** The specifiers of the files that it starts as threads. */
  readonly threads: readonly Literal[];
  /** The uses of `import.meta`. */
  readonly metas: readonly MetaProperty[];
  /** The uses of `arguments` outside of functions that have it. */
  readonly noArguments: readonly Identifier[];
  /** The operands of `typeof arguments` there. */
  readonly typesOfArguments: readonly Identifier[];
  /** True if the file uses `eval`, which may assign any name. */
  readonly evaluates: boolean;
}

function findIn(program: Program): Found {
  const used = new Set<string>();
  const assigned = new Set<Identifier>();
  const dynamicImports: ImportExpression[] = [];
  const threads: Literal[] = [];
  const metas: MetaProperty[] = [];
  const noArguments: Identifier[] = [];
  const typesOfArguments: Identifier[] = [];
  const visit = (node: AnyNode, hasArguments: boolean): void => {
    if (isListOfNames(node)) return;
    if (node.type === "Identifier") {
      used.add(node.name);
      if (!hasArguments && node.name === "arguments") noArguments.push(node);
    } else if (node.type === "ImportExpression") dynamicImports.push(node);
    else if (node.type === "MetaProperty" && node.meta.name === "import") metas.push(node);
    const thread = threadOf(node);
    if (thread) threads.push(thread);
    const ofType = hasArguments ? undefined : typeOfArguments(node);
    if (ofType) typesOfArguments.push(ofType);
    for (const name of assignedBy(node)) assigned.add(name);
    const within = hasArguments || (isFunction(node) && node.type !== "ArrowFunctionExpression");
    eachPart(node, (part) => {
      if (part !== ofType && !isMereName(node, part)) visit(part, within);
    });
  };
  visit(program, false);
  const evaluates = used.has("eval");
  return { used, assigned, dynamicImports, threads, metas, noArguments, typesOfArguments, evaluates };
}

/** The operand of `typeof arguments`. */
function typeOfArguments(node: AnyNode): Identifier | undefined {
  if (node.type !== "UnaryExpression" || node.operator !== "typeof") return undefined;
  const { argument } = node;
  return argument.type === "Identifier" && argument.name === "arguments" ? argument : undefined;
}

function assignedBy(node: AnyNode): Identifier[] {
  switch (node.type) {
    case "AssignmentExpression":
      return patternNames(withoutParentheses(node.left));
    case "UpdateExpression": {
      const target = withoutParentheses(node.argument);
      return target.type === "Identifier" ? [target] : [];
    }
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration" ? [] : patternNames(withoutParentheses(node.left));
    default:
      return [];
  }
}
