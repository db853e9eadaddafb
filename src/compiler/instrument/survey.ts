// What has to be known of a whole program before anything is written into it.

import type { AnyNode, Expression } from "acorn";
import { patternNames } from "../syntax/bindings.ts";
import { eachPart, type FunctionNode, isFunction, withoutParentheses } from "../syntax/syntax.ts";

export interface Survey {
  /** True where calls may give the promise of a coroutine, or a generator. */
  readonly hasTasks: boolean;
  /** All names that are declared anywhere. */
  readonly bound: ReadonlySet<string>;
  /** What functions without a name of their own get one from. */
  readonly nameGivers: ReadonlyMap<AnyNode, NameGiver>;
}

/** An identifier, a pattern, or the key of a property. */
export interface NameGiver {
  readonly node: AnyNode;
  /** True for a key in brackets. */
  readonly isComputed: boolean;
}

/** @param main the function that is the program's top level, and no task like others */
export function survey(main: FunctionNode): Survey {
  const found = {
    hasTasks: false,
    bound: new Set<string>(),
    nameGivers: new Map<AnyNode, NameGiver>(),
  };
  const visit = (node: AnyNode): void => {
    if (isFunction(node) && node !== main && (node.async || node.generator)) found.hasTasks = true;
    for (const { name } of boundBy(node)) found.bound.add(name);
    giveName(node, found.nameGivers);
    eachPart(node, visit);
  };
  visit(main);
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
    default:
      return [];
  }
}

/** Where the language names a function after what it becomes the value of. */
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
    default:
      return [];
  }
}
