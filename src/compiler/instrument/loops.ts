// Instruments loops that suspend a task: `for await`, and `for … of` over an awaited value.

import type { ForOfStatement, Statement } from "acorn";
import { withoutParentheses } from "../syntax/syntax.ts";
import { openUnwrapped } from "./iterated.ts";
import { awake, openOperand, siteOf, suspend } from "./suspensions.ts";
import type { Close, Owner, Work } from "./work.ts";

type Loop = { readonly outermost: Statement; readonly loop: ForOfStatement };

/** @returns closes the hooks that were opened around a statement; `undefined` if it is no such loop */
export function openLoop(node: Statement, owner: Owner, work: Work): Close {
  const loop = loopOf(node, work);
  if (!loop) return undefined;
  return loop.loop.await ? openForAwait(loop, owner, work) : openForOf(loop, work);
}

/** Returns each loop once, from its outermost label on. */
function loopOf(node: Statement, work: Work): Loop | undefined {
  if (work.untouched.has(node)) return undefined;
  let inner = node;
  while (inner.type === "LabeledStatement") {
    inner = inner.body;
    work.untouched.add(inner);
  }
  return inner.type === "ForOfStatement" ? { outermost: node, loop: inner } : undefined;
}

/**
 * Calls `awake` whichever way the loop is left, since labels may lead anywhere. If the iterator fails, the catch block
 * calls `caught`.
 */
function openForAwait({ outermost, loop }: Loop, owner: Owner, work: Work): Close {
  const { edits, names } = work;
  const site = siteOf(loop, "for-await", owner, work);
  const closeIterable = openIterable(outermost, loop, site, work);
  const suspendAgain = `finally { ${work.tell("passed")}; ${suspend(work, String(site), "void 0")}; }`;
  const closeBody = openBody(loop.body, `${awake(work)}; try`, suspendAgain, work);
  return () => {
    closeIterable();
    closeBody();
    const caught = `catch (${names.error}) { ${work.tell("caught")}; throw ${names.error}; }`;
    edits.close(outermost.end, ` } ${caught} finally { ${awake(work)}; }`);
  };
}

/**
 * If the value is not iterable, V8's message names the variable that is iterated, or the variable that it was assigned
 * to.
 */
function openIterable(outermost: Statement, { right }: ForOfStatement, site: number, work: Work): () => void {
  const { edits, names, survey } = work;
  const iterable = withoutParentheses(right);
  if (iterable.type === "Identifier" && survey.bound.has(iterable.name)) {
    edits.open(outermost.start, `try { ${suspend(work, String(site), iterable.name)}; `);
    return () => undefined;
  }
  edits.open(outermost.start, `try { let ${names.iterable}; `);
  edits.open(right.start, `(${names.iterable} = `);
  const closeSuspend = openOperand(right, site, work);
  return () => {
    closeSuspend();
    edits.close(right.end, ")");
  };
}

/** The task has control again in the body at the latest, or after the loop. */
function openForOf({ outermost, loop }: Loop, work: Work): Close {
  if (!openUnwrapped(loop.right, work)) return undefined;
  work.edits.open(outermost.start, "{ ");
  const closeBody = openBody(loop.body, `${awake(work)};`, "", work);
  return () => {
    closeBody();
    work.edits.close(outermost.end, ` ${awake(work)}; }`);
  };
}

/** @param ending code after the body; the body then becomes a block */
function openBody(body: Statement, beginning: string, ending: string, { edits }: Work): () => void {
  const isBlock = body.type === "BlockStatement" || ending === "";
  edits.open(body.start, `{ ${beginning} ${isBlock ? "" : "{ "}`);
  return () => edits.close(body.end, `${isBlock ? "" : " }"} ${ending} }`);
}
