// Traverses a program and lets each node write its hooks, from the outside to the inside.

import type { AnyNode } from "acorn";
import { eachPart, type FunctionNode, isFunction } from "../syntax/syntax.ts";
import { leaveUntouched, openCall } from "./calls.ts";
import { type Opened, openFunction } from "./functions.ts";
import { openArray, openDeclaration } from "./iterated.ts";
import { openLoop } from "./loops.ts";
import { openSuspension } from "./suspensions.ts";
import { openUsing } from "./using.ts";
import type { Close, Owner, Work } from "./work.ts";

/** @param owner the task that evaluates `node`; `undefined` if there is none, or if no hooks are written into it */
export function visit(node: AnyNode, owner: Owner | undefined, work: Work): void {
  if (isFunction(node)) {
    visitFunction(node, openFunction(node, work), work);
    return;
  }
  leaveUntouched(node, work);
  const closeSuspension = owner && openOwned(node, owner, work);
  if (node.type === "LabeledStatement") work.untouched.add(node.body);
  const closeUsing = openUsing(node, owner, work);
  const closeCall = openCall(node, work);
  eachPart(node, (part) => visit(part, isApart(node, part) ? undefined : owner, work));
  closeCall?.();
  closeUsing?.();
  closeSuspension?.();
}

/** Compiles `using` declarations, and writes nothing else. */
export function visitUntraced(node: AnyNode, work: Work): void {
  if (node.type === "LabeledStatement") work.untouched.add(node.body);
  const close = openUsing(node, undefined, work);
  eachPart(node, (part) => visitUntraced(part, work));
  close?.();
}

/** Hooks that only a task's body has. */
function openOwned(node: AnyNode, owner: Owner, work: Work): Close {
  switch (node.type) {
    case "LabeledStatement":
    case "ForOfStatement":
      return openLoop(node, owner, work);
    case "ArrayExpression":
      return openArray(node, work);
    case "VariableDeclaration":
      return openDeclaration(node, work);
    default:
      return openSuspension(node, owner, work);
  }
}

/** Defaults of parameters cannot await or yield, so they are not part of the task. */
export function visitFunction(node: FunctionNode, { owner, close }: Opened, work: Work): void {
  for (const parameter of node.params) visit(parameter, undefined, work);
  visit(node.body, owner, work);
  close?.();
}

/** Values of class fields and static blocks are functions of their own. Computed names of fields are not. */
function isApart(node: AnyNode, child: AnyNode): boolean {
  if (node.type === "PropertyDefinition") return child === node.value;
  return node.type === "StaticBlock";
}
