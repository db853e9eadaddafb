// Instruments calls whose value the tracer needs: coroutines, generators, new promises, and groups of promises.

import type { AnyNode, CallExpression, Expression, NewExpression, Super } from "acorn";
import type { GroupMethod } from "../../protocol/hooks.ts";
import { hooksName } from "../../protocol/javascript.ts";
import { withoutParentheses } from "../syntax/syntax.ts";
import { lastPosition } from "./positions.ts";
import type { Close, Work } from "./work.ts";

/** @returns closes the hooks that were opened around `node`; `undefined` if it needs none, or is not the user's code */
export function openCall(node: AnyNode, work: Work): Close {
  if (!isCall.test(node.type) || !work.origins.place(node.start)) return undefined;
  switch (node.type) {
    case "CallExpression":
      return groupMethod(node, work) && !work.keptCalls.has(node)
        ? openGroup(node, work)
        : openCalled(node, node, work);
    case "ChainExpression":
      return node.expression.type === "CallExpression" ? openCalled(node, node.expression, work) : undefined;
    case "NewExpression":
      return openPromise(node, work);
    default:
      return undefined;
  }
}

const isCall = /^(Call|Chain|New)Expression$/;

function openCalled(node: Expression, call: CallExpression, work: Work): Close {
  if (!isFollowed(node, call, work)) return undefined;
  // In a chain of calls only the last one is wrapped, so nobody has seen the value of the first one.
  const isChain = isChained(call.callee);
  if (!work.keptCalls.has(node)) return openHook(node, isChain ? "chains" : "calls", work);
  work.edits.open(node.start, work.hookStart(isChain ? "chain" : "call"), lastPosition(node, work.code));
  return () => work.edits.close(node.end, ")");
}

function isFollowed(node: Expression, { callee }: CallExpression, work: Work): boolean {
  return work.followsCalls && !work.untouched.has(node) && !isKnown(callee);
}

/**
 * Leaves it to the hook that is told of an expression's value to follow the call that gives it.
 * @returns whether it is the value of that call itself; undefined where no call is to be followed
 */
export function takeCall(expression: Expression, work: Work): { readonly isIts: boolean } | undefined {
  const node = withoutParentheses(expression);
  const call = node.type === "ChainExpression" ? node.expression : node;
  if (call.type !== "CallExpression" || !work.origins.place(node.start)) return undefined;
  if ((call === node && groupMethod(call, work)) || !isFollowed(node, call, work)) return undefined;
  work.untouched.add(node);
  return { isIts: !isChained(call.callee) };
}

/** True for `a().then` and `a()()`: the callee is the value of a call, or a part of it. */
function isChained(callee: Expression | Super): boolean {
  if (callee.type === "Super") return false;
  const bare = withoutParentheses(callee);
  if (bare.type === "MemberExpression") return isChained(bare.object);
  return bare.type === "CallExpression" || bare.type === "ChainExpression";
}

function openPromise(node: NewExpression, work: Work): Close {
  const isPromise = node.callee.type === "Identifier" && node.callee.name === "Promise";
  if (!isPromise || work.survey.bound.has("Promise") || work.untouched.has(node)) return undefined;
  work.edits.open(
    node.start,
    `${work.hookStart("made", work.hook("mark"))}, `,
    lastPosition(node, work.code),
  );
  return () => work.edits.close(node.end, ")");
}

const groupMethods: readonly GroupMethod[] = ["all", "allSettled", "race", "any"];

function groupMethod({ callee, arguments: args }: CallExpression, { survey }: Work): GroupMethod | undefined {
  const isOne = args.length === 1 && args[0]?.type !== "SpreadElement";
  if (!isOne || callee.type !== "MemberExpression" || callee.computed || callee.optional) return undefined;
  const { object, property } = callee;
  if (object.type !== "Identifier" || object.name !== "Promise" || survey.bound.has("Promise"))
    return undefined;
  return property.type === "Identifier" ? groupMethods.find((name) => name === property.name) : undefined;
}

function openGroup(node: CallExpression, work: Work): Close {
  const [members] = node.arguments;
  const method = groupMethod(node, work);
  if (!members || members.type === "SpreadElement" || !method || work.untouched.has(node)) return undefined;
  const closeCall = openHook(node, method, work);
  const closeMembers = openHook(members, "members", work);
  return () => {
    closeMembers();
    closeCall();
  };
}

function openHook(
  node: Expression,
  hook: GroupMethod | "calls" | "chains" | "members",
  work: Work,
): () => void {
  return work.openTold(node, `${hooksName}.${hook}`);
}

const knownObjects = /^(console|Math|JSON|Object|Array|Number|String|Reflect|Symbol|Date|performance)$/;
const knownFunctions = /^(eval|String|Number|Boolean|BigInt|Symbol|parseInt|parseFloat|isNaN)$/;

/** True for callees that never return a coroutine, and for forms of call that are no function call. */
function isKnown(callee: Expression | Super): boolean {
  if (callee.type === "Super") return true;
  const bare = withoutParentheses(callee);
  if (bare.type === "Identifier") return knownFunctions.test(bare.name);
  return (
    bare.type === "MemberExpression" &&
    bare.object.type === "Identifier" &&
    knownObjects.test(bare.object.name)
  );
}

/** Marks the expressions within `node` that nothing may be written around. */
export function leaveUntouched(node: AnyNode, work: Work): void {
  for (const printed of printedBy(node)) leavePrinted(printed, work);
  const inner =
    node.type === "MemberExpression" ? node.object : "superClass" in node ? node.superClass : undefined;
  if (inner && inner.type !== "Super") work.keptCalls.add(withoutParentheses(inner));
  if (node.type === "ChainExpression") leaveLinks(node.expression, work);
}

/**
 * The parts of `node` that V8 prints in an error message if their value has the wrong type. They must stay as written.
 */
function printedBy(node: AnyNode): (Expression | Super)[] {
  const iterated = takenApart(node);
  // A literal always has the right type.
  if (iterated) return /^(Array|Object)Expression$/.test(withoutParentheses(iterated).type) ? [] : [iterated];
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
      return [node.callee];
    case "TaggedTemplateExpression":
      return [node.tag];
    case "MemberExpression":
      // V8 reports the position of a property differently if its object is a call, so `new …` must not become one.
      return node.object.type === "NewExpression" ? [node.object] : [];
    default:
      return [];
  }
}

/** The expression that is iterated or destructured. */
function takenApart(node: AnyNode): Expression | null | undefined {
  switch (node.type) {
    case "SpreadElement":
      return node.argument;
    case "ForOfStatement":
      return node.await ? undefined : node.right;
    case "VariableDeclarator":
      return isPattern(node.id) ? node.init : undefined;
    case "AssignmentExpression":
    case "AssignmentPattern":
      return isPattern(node.left) ? node.right : undefined;
    default:
      return undefined;
  }
}

function isPattern({ type }: AnyNode): boolean {
  return type === "ObjectPattern" || type === "ArrayPattern";
}

/** Marks an expression with those of its parts that are printed with it. Arguments of calls are not printed. */
function leavePrinted(node: AnyNode | null, work: Work): void {
  if (!node) return;
  work.untouched.add(node);
  for (const part of printedParts(node)) leavePrinted(part, work);
}

function printedParts(node: AnyNode): (AnyNode | null)[] {
  switch (node.type) {
    case "ParenthesizedExpression":
      return [node.expression];
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "BinaryExpression":
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "AssignmentExpression":
      return [node.right];
    case "UnaryExpression":
      return [node.argument];
    case "SequenceExpression":
    case "TemplateLiteral":
      return node.expressions;
    case "ArrayExpression":
      return node.elements;
    case "ObjectExpression":
      return node.properties.map((property) => (property.type === "Property" ? property.value : property));
    default:
      return [];
  }
}

/** `a?.b().c()` ends as a whole if `a` is nullish, so no part of it can be wrapped alone. */
function leaveLinks(link: Expression | Super, work: Work): void {
  work.untouched.add(link);
  if (link.type === "MemberExpression") leaveLinks(link.object, work);
  else if (link.type === "CallExpression") leaveLinks(link.callee, work);
}
