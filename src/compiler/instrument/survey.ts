// Collects facts about a whole program before anything is written into it.

import type { AnyNode, Expression } from "acorn";
import { patternNames } from "../syntax/bindings.ts";
import { eachPart, isFunction, withoutParentheses } from "../syntax/syntax.ts";

export interface Survey {
  /** True if the program declares async functions or generators, so that calls may return coroutines or generators. */
  readonly hasTasks: boolean;
  /** All names that are declared anywhere. */
  readonly bound: ReadonlySet<string>;
  /** For each anonymous function, the node that gives it its name. */
  readonly nameGivers: ReadonlyMap<AnyNode, NameGiver>;
  /** The nodes that are a `yield*` or contain one of the same function. */
  readonly delegating: ReadonlySet<AnyNode>;
}

/** An identifier, a pattern, the key of a property, or a default export. */
export interface NameGiver {
  readonly node: AnyNode;
  /** True for a key in brackets. */
  readonly isComputed: boolean;
}

/** @param root a file, or the function that was made of one, which does not count as a task */
export function survey(root: AnyNode): Survey {
  const found = {
    hasTasks: false,
    bound: new Set<string>(),
    nameGivers: new Map<AnyNode, NameGiver>(),
    delegating: new Set<AnyNode>(),
  };
  /** Returns true if the node belongs to `delegating`. */
  const visit = (node: AnyNode): boolean => {
    if (isFunction(node) && node !== root && (node.async || node.generator)) found.hasTasks = true;
    for (const { name } of boundBy(node)) found.bound.add(name);
    giveName(node, found.nameGivers);
    let delegates = node.type === "YieldExpression" && node.delegate;
    eachPart(node, (part) => {
      delegates = visit(part) || delegates;
    });
    if (delegates) found.delegating.add(node);
    return delegates && !isFunction(node);
  };
  visit(root);
  return found;
}

function boundBy(node: AnyNode) {
  if (isFunction(node)) return [...(node.id ? [node.id] : []), ...node.params.flatMap(patternNames)];
  switch (node.type) {
    case "VariableDeclarator":
      return patternNames(node.id);
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id ? [node.id] : [];
    case "CatchClause":
      return node.param ? patternNames(node.param) : [];
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return [node.local];
    default:
      return [];
  }
}

/** Records a name where the language names a function after its variable or property. */
function giveName(node: AnyNode, givers: Map<AnyNode, NameGiver>): void {
  const [giver, value] = giverAndValue(node);
  const isComputed = "computed" in node && node.computed;
  if (giver && value) givers.set(withoutParentheses(value as Expression), { node: giver, isComputed });
}

function giverAndValue(node: AnyNode): readonly [giver?: AnyNode, value?: AnyNode | null | undefined] {
  switch (node.type) {
    case "VariableDeclarator":
      return [node.id, node.init];
    case "AssignmentExpression":
    case "AssignmentPattern":
      return [node.left, node.right];
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return [node.key, node.value];
    case "ExportDefaultDeclaration":
      return [node, node.declaration];
    default:
      return [];
  }
}
