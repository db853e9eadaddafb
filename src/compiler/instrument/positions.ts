// The positions that engines report for expressions.

import type { CallExpression, Expression, MemberExpression, SpreadElement, Super } from "acorn";
import { withoutParentheses } from "../syntax/syntax.ts";

/**
 * The offset that V8 reports in stack traces for what happens right after an expression was evaluated, for example the
 * first step of iterating its value.
 */
export function lastPosition(node: Expression, code: string): number {
  const bare = withoutParentheses(node);
  switch (bare.type) {
    case "CallExpression":
      return callPosition(bare, code);
    case "MemberExpression":
      return propertyPosition(bare, code);
    case "ChainExpression":
      return lastPosition(bare.expression, code);
    case "SequenceExpression":
      return lastOf(bare.expressions, code) ?? bare.start;
    case "ArrayExpression":
      return lastOf(bare.elements, code) ?? bare.start;
    default:
      return bare.start;
  }
}

/** False for a variable, a literal, `this` and a list of literals: V8 notes no position when it evaluates them. */
export function hasPosition(node: Expression, code: string): boolean {
  const bare = withoutParentheses(node);
  if (bare.type === "ArrayExpression") return lastOf(bare.elements, code) !== undefined;
  return bare.type !== "Identifier" && bare.type !== "Literal" && bare.type !== "ThisExpression";
}

function lastOf(parts: readonly (Expression | SpreadElement | null)[], code: string): number | undefined {
  const last = parts.findLast((part) => part && part.type !== "Literal");
  return last ? lastPosition(last.type === "SpreadElement" ? last.argument : last, code) : undefined;
}

/** The bracket of `a[b]`. Otherwise the property's name, or the dot before it if the object contains a call. */
function propertyPosition({ object, property, computed }: MemberExpression, code: string): number {
  if (computed) return code.indexOf("[", object.end);
  return hasCall(object) ? code.indexOf(".", object.end) : property.start;
}

function hasCall(node: Expression | Super): boolean {
  return node.type === "CallExpression" || (node.type === "MemberExpression" && hasCall(node.object));
}

/** The name before the parenthesis, or the parenthesis if there is no name. */
function callPosition({ callee }: CallExpression, code: string): number {
  if (callee.type === "Identifier") return callee.start;
  const isNamed =
    callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier";
  return isNamed ? callee.property.start : code.indexOf("(", callee.end);
}
