// Tells whether anything runs between a function's return statement and the function's end.

import type { AnyNode } from "acorn";
import { eachPart, isFunction, isUsing } from "../syntax/syntax.ts";

/**
 * True if a return statement of the function stands where the function does not end at once: within a `try` with a
 * `finally`, a `for … of` (which closes its iterator), or a block that disposes of resources.
 */
export function returnsThroughCode(body: AnyNode): boolean {
  return returns(body, false);
}

function returns(node: AnyNode, isGuarded: boolean): boolean {
  if (node.type === "ReturnStatement" && isGuarded) return true;
  const guards = isGuarded || isGuard(node);
  let found = false;
  eachPart(node, (part) => {
    found ||= !isFunction(part) && returns(part, guards);
  });
  return found;
}

function isGuard(node: AnyNode): boolean {
  switch (node.type) {
    case "TryStatement":
      return node.finalizer !== null && node.finalizer !== undefined;
    case "ForOfStatement":
      return true;
    case "ForStatement":
      return isUsing(node.init);
    case "BlockStatement":
    case "StaticBlock":
      return node.body.some(isUsing);
    case "SwitchStatement":
      return node.cases.some(({ consequent }) => consequent.some(isUsing));
    default:
      return false;
  }
}
