// Where a task gives up control and gets it back: await, yield, and the blocks that errors lead to.

import type {
  AnyNode,
  AwaitExpression,
  Expression,
  ReturnStatement,
  TryStatement,
  YieldExpression,
} from "acorn";
import { hooksName, type Site } from "../../protocol/javascript.ts";
import { lastPosition } from "./positions.ts";
import type { Close, Owner, Work } from "./work.ts";

/** @returns what ends the hooks that were begun around `node`; undefined where it needs none */
export function openSuspension(node: AnyNode, owner: Owner, work: Work): Close {
  switch (node.type) {
    case "AwaitExpression":
      return openAwait(node, owner, work);
    case "YieldExpression":
      return openYield(node, owner, work);
    case "ReturnStatement":
      return openReturn(node, owner, work);
    case "TryStatement":
      return openTry(node, work);
    default:
      return undefined;
  }
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
    work.edits.close(node.end, ` ${suspend(work, site, "void 0")}`);
    return closeResume;
  }
  const closeSuspend = openOperand(node.argument, site, work);
  return () => {
    closeSuspend();
    closeResume();
  };
}

/** An async generator awaits what it returns. */
function openReturn(node: ReturnStatement, owner: Owner, work: Work): Close {
  if (owner.kind !== "async generator" || !node.argument) return undefined;
  return openOperand(node.argument, siteOf(node, "await", owner, work), work);
}

/**
 * V8 calls the value of an optional chain "(intermediate value)" in messages, as it calls that of an await: so a message
 * about a value that was awaited stays the same.
 */
function openResume(node: AwaitExpression | YieldExpression, work: Work): () => void {
  if (work.withoutResume.has(node)) return () => undefined;
  work.edits.open(node.start, `${hooksName}?.resume(${work.names.task}, `);
  return () => work.edits.close(node.end, ")");
}

/** Has what is evaluated for `operand` told to the tracer before the task gives up control. */
export function openOperand(operand: Expression, site: number, work: Work): () => void {
  const isList = operand.type === "SequenceExpression";
  const start = work.hookStart("suspend", work.names.task, String(site), isList ? "(" : "");
  work.edits.open(operand.start, start, lastPosition(operand, work.code));
  return () => work.edits.close(operand.end, isList ? "))" : ")");
}

/** The call of a hook: the task is about to wait for `value`, which is source text. */
export function suspend(work: Work, site: number, value: string): string {
  return work.hook("suspend", work.names.task, String(site), value);
}

/** The call of a hook: the task has control again. */
export function awake(work: Work): string {
  return work.hook("awake", work.names.task);
}

function openTry({ handler, finalizer }: TryStatement, work: Work): Close {
  const { edits, names } = work;
  if (handler) edits.close(handler.body.start + 1, ` ${work.hook("caught", names.task)};`);
  if (finalizer) edits.close(finalizer.start + 1, ` ${work.hook("passed", names.task)};`);
  return undefined;
}

/** The number of the place where a task gives up control. */
export function siteOf(
  node: AnyNode,
  kind: Exclude<Site["what"]["kind"], "function">,
  owner: Owner,
  work: Work,
): number {
  // What the compiler added, such as the await at the end of `await using`, may come from nowhere.
  return work.site(work.origins.place(node.start) ?? owner.place, { kind });
}
