// Instruments the points where a task gives up and regains control: await, yield, catch and finally.

import type {
  AnyNode,
  AwaitExpression,
  Expression,
  ReturnStatement,
  TryStatement,
  YieldExpression,
} from "acorn";
import { hooksName, type Site } from "../../protocol/javascript.ts";
import { takeCall } from "./calls.ts";
import { lastPosition } from "./positions.ts";
import type { Close, Owner, Work } from "./work.ts";

/** @returns closes the hooks that were opened around `node`; `undefined` if it needs none */
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

/** An async generator awaits the value that it returns. */
function openReturn(node: ReturnStatement, owner: Owner, work: Work): Close {
  if (owner.kind !== "async generator" || !node.argument) return undefined;
  return openOperand(node.argument, siteOf(node, "await", owner, work), work);
}

/**
 * In error messages V8 calls the value of an optional chain "(intermediate value)", as it does the value of an await.
 * So the hook is called as an optional chain: the message about an awaited value stays the same.
 */
function openResume(node: AwaitExpression | YieldExpression, work: Work): () => void {
  if (work.withoutResume.has(node)) return () => undefined;
  work.edits.open(node.start, `${hooksName}?.resume(`);
  return () => work.edits.close(node.end, `, ${work.names.task})`);
}

/** Wraps `operand` so that the tracer gets its value before the task gives up control. */
export function openOperand(operand: Expression, site: number, work: Work): () => void {
  const isList = operand.type === "SequenceExpression";
  const call = takeCall(operand, work);
  const start = work.hookStart(call ? "suspendCall" : "suspend", isList ? "(" : "");
  work.edits.open(operand.start, start, lastPosition(operand, work.code));
  const told = [work.names.task, String(site), ...(call?.isIts === false ? ["false"] : [])];
  return () => work.edits.close(operand.end, `${isList ? ")" : ""}, ${told.join(", ")})`);
}

/** The call of the `suspend` hook: the task is about to wait for `value`, which is source text. */
export function suspend(work: Work, site: number, value: string): string {
  return work.hook("suspend", value, work.names.task, String(site));
}

/** The call of the `awake` hook: the task has control again. */
export function awake(work: Work): string {
  return work.hook("awake", work.names.task);
}

function openTry({ handler, finalizer }: TryStatement, work: Work): Close {
  const { edits, names } = work;
  if (handler) edits.close(handler.body.start + 1, ` ${work.hook("caught", names.task)};`);
  if (finalizer) edits.close(finalizer.start + 1, ` ${work.hook("passed", names.task)};`);
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
