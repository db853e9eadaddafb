// Rewrites an entry as an async function whose declarations outlive it, and which returns the entry's value.

import type {
  ClassDeclaration,
  Expression,
  ExpressionStatement,
  FunctionDeclaration,
  Program,
  Statement,
  VariableDeclaration,
  VariableDeclarator,
} from "acorn";
import MagicString from "magic-string";
import { hooksName } from "../../protocol/javascript.ts";
import { readModule } from "../modules/module-text.ts";
import { assignedNames, declaredNames, varDeclarations } from "../syntax/bindings.ts";
import { type FreeName, freeNames } from "../syntax/free-names.ts";
import { isAnonymous, isUsing } from "../syntax/syntax.ts";

export interface Rewritten {
  readonly code: MagicString;
  /** The names that the entry declares, or assigns, and that are not the program's. */
  readonly declares: readonly string[];
}

export interface RewriteOptions {
  /** The names of the program's top level, each with its name in the program's code. */
  readonly names: Readonly<Record<string, string>>;
  /** True for a name in the entered text. Names that the compiler made up stay inside the function. */
  readonly isEntered: (name: string) => boolean;
}

/**
 * Rewrites an entry.
 * @param text the compiled entry; each statement ends with its semicolon
 * @param program its syntax tree
 * @returns the code of an async function that takes the hooks. It returns `{ value }`, so that a promise is not
 * awaited, or undefined
 */
export function rewrite(text: string, program: Program, options: RewriteOptions): Rewritten {
  const entry = new Entry(text, options);
  const statements = statementsOf(program);
  for (const statement of statements) entry.declare(statement);
  entry.hoistFunctions(statements);
  const names = freeNames(program);
  entry.hideArguments(program);
  entry.declareAssigned(program, names);
  entry.rename(names);
  entry.returnValue(statements);
  entry.code.prepend(`(async (${hooksName}) => { "use strict";\n`).append("\n})");
  return { code: entry.code, declares: [...entry.declares] };
}

const noSuchName = '(() => { throw new ReferenceError("arguments is not defined"); })()';

class Entry {
  readonly code: MagicString;
  readonly declares = new Set<string>();
  /** The number of resources that are disposed of at the entry's end. */
  #closed = 0;
  readonly #text: string;
  readonly #names: ReadonlyMap<string, string>;
  readonly #isEntered: (name: string) => boolean;

  constructor(text: string, { names, isEntered }: RewriteOptions) {
    this.code = new MagicString(text);
    this.#text = text;
    this.#names = new Map(Object.entries(names));
    this.#isEntered = isEntered;
  }

  /** Rewrites the declarations of a top-level statement as assignments. */
  declare(statement: Statement): void {
    if (statement.type === "FunctionDeclaration") this.#function(statement);
    else if (statement.type === "ClassDeclaration") this.#class(statement);
    else if (statement.type === "VariableDeclaration" && statement.kind !== "var") this.#variables(statement);
    for (const declaration of varDeclarations(statement)) this.#variables(declaration);
  }

  /** Moves functions to the front, since they can be called before their line. */
  hoistFunctions(statements: readonly Statement[]): void {
    const first = statements.findIndex(({ type }) => type !== "FunctionDeclaration");
    const front = statements[first];
    if (!front) return;
    for (const { type, start, end } of statements.slice(first)) {
      if (type === "FunctionDeclaration") this.code.move(start, end, front.start);
    }
  }

  /** An entry has no `arguments`. Those that it would see are those of our function around the program. */
  hideArguments(program: Program): void {
    const { noArguments, typesOfArguments } = readModule(program).found;
    for (const { start, end } of typesOfArguments) this.code.update(start, end, "void 0");
    for (const { start, end } of noArguments) this.code.update(start, end, noSuchName);
  }

  /** An assignment declares the name, as in every console. */
  declareAssigned(program: Program, names: readonly FreeName[]): void {
    const free = new Set(names.map(({ node }) => node));
    for (const node of assignedNames(program)) {
      if (free.has(node) && this.#isEntered(node.name)) this.#declareName(node.name);
    }
  }

  /** Replaces the program's names by their names in its code. */
  rename(names: readonly FreeName[]): void {
    for (const { node, isShorthand } of names) {
      const name = this.#target(node.name);
      if (name === node.name) continue;
      this.code.update(node.start, node.end, isShorthand ? `${node.name}: ${name}` : name);
    }
  }

  returnValue(statements: readonly Statement[]): void {
    const last = statements.filter(({ type }) => type !== "EmptyStatement").at(-1);
    if (last?.type !== "ExpressionStatement") return;
    // In `{ value: function }` a nameless function would get the name "value":
    // https://tc39.es/ecma262/#sec-isfunctiondefinition
    this.code.prependRight(last.start, "return { value: (0, ");
    this.#replaceEnd(last, ") };");
  }

  #target(name: string): string {
    return this.#names.get(name) ?? name;
  }

  #declareName(name: string): void {
    if (!this.#names.has(name)) this.declares.add(name);
  }

  #variables(declaration: VariableDeclaration): void {
    const names = declaredNames(declaration);
    if (names.length > 0 && !names.some(this.#isEntered)) return;
    const [first] = declaration.declarations;
    if (!first || this.#isLoopHead(declaration)) return;
    for (const name of names) this.#declareName(name);
    if (isUsing(declaration)) {
      this.#using(declaration);
      return;
    }
    for (const declarator of declaration.declarations) this.#declarator(declarator, declaration.kind);
    if (this.#isStatement(declaration)) {
      // A statement must not begin with a brace.
      this.code.update(declaration.start, first.start, "void (");
      this.#replaceEnd(declaration, ");");
    } else this.code.remove(declaration.start, first.start);
  }

  /** The resources stay declared after the entry, although they are disposed of at its end. */
  #using({ declarations }: VariableDeclaration): void {
    for (const { start } of declarations) {
      this.#closed += 1;
      this.code.appendLeft(start, `$closed${this.#closed} = `);
    }
  }

  /** Variables of a loop's head are new in each round, so they are left alone. */
  #isLoopHead(declaration: VariableDeclaration): boolean {
    return declaration.kind !== "var" && !this.#isStatement(declaration);
  }

  /** True for a declaration that is a statement. In the head of a loop it has no semicolon of its own. */
  #isStatement({ end }: VariableDeclaration): boolean {
    return this.#text[end - 1] === ";";
  }

  #declarator({ id, init, start, end }: VariableDeclarator, kind: VariableDeclaration["kind"]): void {
    if (init && id.type === "Identifier") this.#keepName(id.name, init);
    if (init || this.#isInFor(end)) return;
    // As anywhere, `var` without a value does not change an existing variable.
    if (kind === "var") this.code.update(start, end, "0");
    else this.code.appendLeft(end, " = void 0");
  }

  /** True in `for (var x of y)`: the declarator has no initialiser, but is assigned. */
  #isInFor(end: number): boolean {
    return /^\s+(of|in)\b/.test(this.#text.slice(end));
  }

  /** A nameless function must get the name that was entered, not the name in the program's code. */
  #keepName(name: string, init: Expression): void {
    if (!isAnonymous(init) || this.#target(name) === name) return;
    this.code.prependRight(init.start, `({ ${name}: `).appendLeft(init.end, ` }).${name}`);
  }

  #function({ id, start, end }: FunctionDeclaration): void {
    if (!id) return;
    this.#declareName(id.name);
    const target = this.#target(id.name);
    const isRenamed = target !== id.name;
    // If the function expression kept its name, it could not see a later redeclaration of that name.
    this.code.remove(id.start, id.end);
    this.code.prependRight(start, isRenamed ? `${target} = ({ ${id.name}: ` : `${target} = `);
    this.code.appendLeft(end, isRenamed ? ` }).${id.name};\n` : ";\n");
  }

  #class({ id, start, end }: ClassDeclaration): void {
    if (!id) return;
    this.#declareName(id.name);
    this.code.prependRight(start, `${this.#target(id.name)} = `).appendLeft(end, ";");
  }

  #replaceEnd({ end }: ExpressionStatement | VariableDeclaration, by: string): void {
    this.code.update(end - 1, end, by);
  }
}

/** The statements of an entry. Imports and exports have been refused before. */
function statementsOf(program: Program): Statement[] {
  return program.body.filter(
    (statement) => !/^(Import|Export).*Declaration$/.test(statement.type),
  ) as Statement[];
}
