// Values that were awaited and are iterated at once. V8 tells differently of them when anything stands around the await,
// should they turn out to be no iterables; so the task is told to have control again a little later.

import type { ArrayExpression, Expression, VariableDeclaration } from "acorn";
import { awake } from "./suspensions.ts";
import type { Close, Work } from "./work.ts";

/**
 * Has nothing written around the awaits and yields that give the value of an expression.
 * @returns false where there are none
 */
export function openUnwrapped(value: Expression, work: Work): boolean {
  const awaited = possibleValues(value).filter(
    ({ type }) => type === "AwaitExpression" || type === "YieldExpression",
  );
  for (const node of awaited) work.withoutResume.add(node);
  return awaited.length > 0;
}

/** `[...await x]`: an element that adds nothing follows. */
export function openArray({ elements }: ArrayExpression, work: Work): Close {
  const spread = elements.filter(
    (element) => element?.type === "SpreadElement" && openUnwrapped(element.argument, work),
  );
  return () => {
    for (const element of spread) if (element) work.edits.close(element.end, `, ...(${awake(work)}, [])`);
  };
}

/** `const [a] = await x`: a declaration of nothing follows. */
export function openDeclaration({ declarations }: VariableDeclaration, work: Work): Close {
  const iterated = declarations.filter(
    ({ id, init }) => init && id.type === "ArrayPattern" && openUnwrapped(init, work),
  );
  return () => {
    for (const { end } of iterated) work.edits.close(end, `, [] = (${awake(work)}, [])`);
  };
}

/** The expressions one of which is evaluated last and gives the value. */
function possibleValues(node: Expression): Expression[] {
  switch (node.type) {
    case "ParenthesizedExpression":
      return possibleValues(node.expression);
    case "LogicalExpression":
      return [node.left, node.right].flatMap(possibleValues);
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap(possibleValues);
    case "SequenceExpression":
      return node.expressions.slice(-1).flatMap(possibleValues);
    default:
      return [node];
  }
}
