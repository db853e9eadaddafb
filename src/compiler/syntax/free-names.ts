// Finds the uses of names that belong to a program's top level or to the global scope.

import type { AnyNode, Identifier, Program } from "acorn";
import {
  blockNames,
  declaredNames,
  isListOfNames,
  isMereName,
  patternNames,
  varDeclarations,
} from "./bindings.ts";
import { children, isFunction } from "./syntax.ts";

/** A use of a name: it is read or assigned. */
export interface FreeName {
  readonly node: Identifier;
  /** True if it is also the name of a property: `{ cow }`. */
  readonly isShorthand: boolean;
}

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | undefined;
}

/**
 * The uses of all names that no function, class or block within the program declares, in order. The names of functions
 * and classes in their own declarations do not count.
 */
export function freeNames(program: Program): FreeName[] {
  const found: FreeName[] = [];
  for (const statement of program.body) visit(statement, undefined, found);
  return found;
}

function visit(node: AnyNode, scope: Scope | undefined, found: FreeName[]): void {
  if (isListOfNames(node)) return;
  if (node.type === "Identifier") {
    if (!isDeclared(node.name, scope)) found.push({ node, isShorthand: false });
    return;
  }
  if (node.type === "Property" && node.shorthand) {
    visitShorthand(node.value, scope, found);
    return;
  }
  const inner = scopeOf(node, scope);
  for (const child of children(node)) {
    if (!isMereName(node, child) && !isOwnName(node, child)) visit(child, inner, found);
  }
}

/** `{ cow }`, or in a pattern `{ cow = 1 }`. */
function visitShorthand(value: AnyNode, scope: Scope | undefined, found: FreeName[]): void {
  const name = value.type === "AssignmentPattern" ? value.left : value;
  if (name.type === "Identifier" && !isDeclared(name.name, scope))
    found.push({ node: name, isShorthand: true });
  if (value.type === "AssignmentPattern") visit(value.right, scope, found);
}

function isDeclared(name: string, scope: Scope | undefined): boolean {
  for (let each = scope; each; each = each.outer) if (each.names.has(name)) return true;
  return false;
}

/** The scope inside a node: its own scope if it declares names. */
function scopeOf(node: AnyNode, outer: Scope | undefined): Scope | undefined {
  const names = ownNames(node);
  return names.length === 0 ? outer : { names: new Set(names), outer };
}

function ownNames(node: AnyNode): string[] {
  if (isFunction(node)) {
    const own = node.type === "FunctionExpression" && node.id ? [node.id.name] : [];
    const parameters = node.params.flatMap(patternNames).map(({ name }) => name);
    return [...own, ...parameters, ...varDeclarations(node.body).flatMap(declaredNames)];
  }
  switch (node.type) {
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id ? [node.id.name] : [];
    case "BlockStatement":
      return blockNames(node.body);
    case "StaticBlock":
      return [...blockNames(node.body), ...node.body.flatMap(varDeclarations).flatMap(declaredNames)];
    case "SwitchStatement":
      return blockNames(node.cases.flatMap(({ consequent }) => consequent));
    case "ForStatement":
      return node.init ? blockNames([node.init]) : [];
    case "ForInStatement":
    case "ForOfStatement":
      return blockNames([node.left]);
    case "CatchClause":
      return node.param ? patternNames(node.param).map(({ name }) => name) : [];
    default:
      return [];
  }
}

/** True for the name of a function or a class in `parent`, its declaration. */
function isOwnName(parent: AnyNode, child: AnyNode): boolean {
  return (
    /^(Function|Class)(Declaration|Expression)$/.test(parent.type) && "id" in parent && child === parent.id
  );
}
