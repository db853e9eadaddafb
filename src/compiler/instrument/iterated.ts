// Instruments values that are awaited and iterated at once. If they are not iterable, V8's message depends on what
// stands around the await. So nothing is written there, and the `awake` hook is called a little later.

import type { ArrayExpression, Expression, VariableDeclaration } from "acorn";
import { awake } from "./suspensions.ts";
import type { Close, Work } from "./work.ts";

/**
 * Excludes the awaits and yields that give an expression's value from the `resume` hook.
 * @returns false if there are none
 */
export function openUnwrapped(value: Expression, work: Work): boolean {
  const awaited = possibleValues(value).filter(
    ({ type }) => type === "AwaitExpression" || type === "YieldExpression",
  );
  for (const node of awaited) work.withoutResume.add(node);
  return awaited.length > 0;
}

/** `[...await x]`: adds a spread of nothing after the element, which calls the hook and no iterator of the program. */
export function openArray({ elements }: ArrayExpression, work: Work): Close {
  const spread = elements.filter(
    (element) => element?.type === "SpreadElement" && openUnwrapped(element.argument, work),
  );
  return () => {
    for (const element of spread) if (element) work.edits.close(element.end, `, ...${awake(work)}`);
  };
}

/** `const [a] = await x`: adds a destructuring of nothing after the declarator, which calls the hook. */
export function openDeclaration({ declarations }: VariableDeclaration, work: Work): Close {
  const iterated = declarations.filter(
    ({ id, init }) => init && id.type === "ArrayPattern" && openUnwrapped(init, work),
  );
  return () => {
    for (const { end } of iterated) work.edits.close(end, `, [] = ${awake(work)}`);
  };
}

/** The subexpressions that may give the expression's value. */
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
