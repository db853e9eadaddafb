// How a program's tree is gone through.

import type { AnyNode, Expression, Identifier, Pattern } from "acorn";
import { type FunctionNode, patternNames } from "../bindings.ts";

/** Calls `visit` for each part that a node consists of. Every node of every program is seen: this has to be fast. */
export function eachPart(node: AnyNode, visit: (part: AnyNode) => void): void {
  for (const value of Object.values(node) as unknown[]) {
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) visit(value);
      continue;
    }
    for (const item of value) if (isNode(item)) visit(item);
  }
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}

export function isFunction(node: AnyNode): node is FunctionNode {
  const { type } = node;
  return (
    type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration"
  );
}

/** What `var` declares in a tree; functions and classes keep theirs to themselves. */
export function varNames(node: AnyNode): Identifier[] {
  const found: Identifier[] = [];
  const visit = (part: AnyNode) => {
    if (isFunction(part) || part.type === "ClassBody") return;
    if (part.type === "VariableDeclaration" && part.kind === "var")
      for (const { id } of part.declarations) found.push(...patternNames(id));
    eachPart(part, visit);
  };
  visit(node);
  return found;
}

/** What stands within any parentheses. */
export function withoutParentheses<Node extends Expression | Pattern>(node: Node): Expression | Node {
  let inner: Expression | Node = node;
  while (inner.type === "ParenthesizedExpression") inner = inner.expression;
  return inner;
}
