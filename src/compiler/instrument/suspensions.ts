// Instruments the points where a task gives up and regains control: await, yield, catch and finally.

import type {
  AnyNode,
  AwaitExpression,
  Expression,
  ExpressionStatement,
  ReturnStatement,
  TryStatement,
  YieldExpression,
} from "acorn";
import type { Site } from "../../protocol/javascript.ts";
import { takeCall } from "./calls.ts";
import { hasPosition, lastPosition } from "./positions.ts";
import { type Close, inBrackets, type Owner, type TaskSetter, type Work } from "./work.ts";

/** @returns closes the hooks that were opened around `node`; `undefined` if it needs none */
export function openSuspension(node: AnyNode, owner: Owner, work: Work): Close {
  switch (node.type) {
    case "AwaitExpression":
      return openAwait(node, owner, work);
    case "YieldExpression":
      return openYield(node, owner, work);
    case "ExpressionStatement":
      return openStatement(node, work);
    case "ReturnStatement":
      return openReturn(node, owner, work);
    case "TryStatement":
      return openTry(node, work);
    default:
      return undefined;
  }
}

/** Nobody uses the value of `await x;` or `yield x;`: so a statement after it tells that the task has control again. */
function openStatement({ expression, start, end }: ExpressionStatement, work: Work): Close {
  if (expression.type !== "AwaitExpression" && expression.type !== "YieldExpression") return undefined;
  work.withoutResume.add(expression);
  work.edits.open(start, "{ ");
  return () => work.edits.close(end, `; ${work.tell("resumes")}; }`);
}

function openAwait(node: AwaitExpression, owner: Owner, work: Work): Close {
  const closeResume = openResume(node, work);
  const site = siteOf(node, "await", owner, work);
  const closeSuspend = openOperand(node.argument, site, work);
  return () => {
    closeSuspend();
    closeResume();
  };
}

function openYield(node: YieldExpression, owner: Owner, work: Work): Close {
  const closeResume = openResume(node, work);
  const site = siteOf(node, node.delegate ? "delegate" : "yield", owner, work);
  if (!node.argument) {
    work.edits.close(node.end, ` (${suspend(work, String(site), "void 0")})`);
    return closeResume;
  }
  const closeSuspend = node.delegate
    ? openDelegate(node, node.argument, site, work)
    : openOperand(node.argument, site, work);
  return () => {
    closeSuspend();
    closeResume();
  };
}

/** An async generator awaits the value that it returns. A coroutine ends by it. */
function openReturn(node: ReturnStatement, owner: Owner, work: Work): Close {
  const { argument } = node;
  if (owner.kind === "async generator" && argument)
    return openOperand(argument, siteOf(node, "await", owner, work), work);
  if (owner.returns === "collected") return openCollected(node, work);
  if (owner.returns === "left") return undefined;
  if (argument) return work.openTold(argument, work.setter("returns"));
  work.edits.close(node.start + "return".length, ` ${work.tell("returns", "void 0")}`);
  return undefined;
}

/** Writes `return x;` as `{ result = x; break end; }`. */
function openCollected({ argument, start, end }: ReturnStatement, work: Work): Close {
  const { edits, names } = work;
  const [before, after] = argument ? inBrackets(argument) : ["void 0", ""];
  edits.replace(start, start + "return".length, `{ ${names.result} = ${before}`);
  return () => {
    if (argument) edits.close(argument.end, after);
    edits.close(end, `; break ${names.end}; }`);
  };
}

/**
 * V8 prints some values in error messages: it calls the value of an await "(intermediate value)", and so it does that of
 * an optional chain. There the hook is called as an optional chain, so that the message stays the same.
 */
function openResume(node: AwaitExpression | YieldExpression, work: Work): () => void {
  if (work.withoutResume.has(node)) return () => undefined;
  if (!work.untouched.has(node) && !work.keptCalls.has(node))
    return work.openTold(node, work.setter("resumes"));
  work.edits.open(node.start, `${work.names.task}?.resume(`);
  return () => work.edits.close(node.end, ")");
}

/** Wraps `operand` so that the tracer gets its value before the task gives up control. */
export function openOperand(operand: Expression, site: number, work: Work): () => void {
  if (work.survey.delegating.has(operand)) return openCall(operand, site, work);
  return work.openTold(operand, work.setter(hookOf(operand, work)), `${work.tell("site", String(site))}, `);
}

/** A hook that keeps its own arguments on the stack, while an operand with a `yield*` is evaluated. */
function openCall(operand: Expression, site: number, work: Work): () => void {
  const [before, after] = inBrackets(operand);
  work.edits.open(operand.start, `${work.names.task}.suspend(${before}`, lastPosition(operand, work.code));
  return () => work.edits.close(operand.end, `${after}, ${site})`);
}

/**
 * The same for the operand of a `yield*`. If it cannot be iterated, V8's message names it only if the position of the
 * whole is that of its last step. So the whole is the assignment to the hook. If the operand has no position, V8 reports errors
 * of the iterator at the `yield*`.
 */
function openDelegate({ start }: YieldExpression, operand: Expression, site: number, work: Work): () => void {
  if (work.survey.delegating.has(operand)) return openCall(operand, site, work);
  const { edits, names } = work;
  const [before, after] = inBrackets(operand);
  const origin = hasPosition(operand, work.code) ? lastPosition(operand, work.code) : start;
  const whole = work.tell(hookOf(operand, work), `(${names.value} = ${before}`);
  edits.open(operand.start, `(${whole}`, origin);
  return () =>
    edits.close(operand.end, `${after}, ${work.tell("site", String(site))}, ${names.value}))`, origin);
}

function hookOf(operand: Expression, work: Work): TaskSetter {
  const call = takeCall(operand, work);
  if (!call) return "suspends";
  return call.isIts ? "suspendsCall" : "suspendsChain";
}

/** The code that tells that the task is about to wait for `value` at `site`. Both are source text. */
export function suspend(work: Work, site: string, value: string, hook: TaskSetter = "suspends"): string {
  return `${work.tell("site", site)}, ${work.tell(hook, value)}`;
}

/** The call of the `awake` hook: the task has control again. */
export function awake(work: Work): string {
  return `${work.names.task}.awake()`;
}

function openTry({ handler, finalizer }: TryStatement, work: Work): Close {
  if (handler) work.edits.close(handler.body.start + 1, ` ${work.tell("caught")};`);
  if (finalizer) work.edits.close(finalizer.start + 1, ` ${work.tell("passed")};`);
  return undefined;
}

/** The number of the site where a task gives up control. */
export function siteOf(
  node: AnyNode,
  kind: Exclude<Site["what"]["kind"], "function">,
  owner: Owner,
  work: Work,
): number {
  // Code that the compiler added, for example the await at the end of `await using`, may have no place of its own.
  return work.site(work.origins.place(node.start) ?? owner.place, { kind });
}
