// Traverses syntax trees.

import type { AnyNode, Expression, Pattern, VariableDeclaration } from "acorn";

export type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

/** Calls `visit` for each child of a node. It runs for every node of every program, so it has to be fast. */
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

/** The children of a node as a list. */
export function children(node: AnyNode): AnyNode[] {
  const parts: AnyNode[] = [];
  eachPart(node, (part) => parts.push(part));
  return parts;
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

export type Using = VariableDeclaration & { readonly kind: "using" | "await using" };

export function isUsing(node: AnyNode | null | undefined): node is Using {
  return node?.type === "VariableDeclaration" && /using$/.test(node.kind);
}

/** True for a function or class expression without a name of its own, also in parentheses. */
export function isAnonymous(node: Expression): boolean {
  const bare = withoutParentheses(node);
  if (bare.type === "ArrowFunctionExpression") return true;
  return (bare.type === "FunctionExpression" || bare.type === "ClassExpression") && !bare.id;
}

/** The expression or pattern inside any parentheses. */
export function withoutParentheses<Node extends Expression | Pattern>(node: Node): Expression | Node {
  let inner: Expression | Node = node;
  while (inner.type === "ParenthesizedExpression") inner = inner.expression;
  return inner;
}
