// Loops that a task is suspended in: `for await`, and those over something that was awaited.

import type { ForOfStatement, Statement } from "acorn";
import { withoutParentheses } from "../syntax/syntax.ts";
import { openUnwrapped } from "./iterated.ts";
import { awake, openOperand, siteOf, suspend } from "./suspensions.ts";
import type { Close, Owner, Work } from "./work.ts";

type Loop = { readonly outermost: Statement; readonly loop: ForOfStatement };

/** @returns what ends the hooks that were begun around a statement; undefined where it is no such loop */
export function openLoop(node: Statement, owner: Owner, work: Work): Close {
  const loop = loopOf(node, work);
  if (!loop) return undefined;
  return loop.loop.await ? openForAwait(loop, owner, work) : openForOf(loop, work);
}

/** Each loop once, from its outermost label on. */
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
 * Whichever way the loop is left, the task is told to have control again: labels may lead to anywhere. A loop whose
 * iterator fails is left through the catch block.
 */
function openForAwait({ outermost, loop }: Loop, owner: Owner, work: Work): Close {
  const { edits, names } = work;
  const site = siteOf(loop, "for-await", owner, work);
  const closeIterable = openIterable(outermost, loop, site, work);
  const passed = `${work.hook("passed", names.task)};`;
  const suspendAgain = `finally { ${passed} ${suspend(work, site, "void 0")}; }`;
  const closeBody = openBody(loop.body, `${awake(work)}; try`, suspendAgain, work);
  return () => {
    closeIterable();
    closeBody();
    const caught = `catch (${names.error}) { ${work.hook("caught", names.task)}; throw ${names.error}; }`;
    edits.close(outermost.end, ` } ${caught} finally { ${awake(work)}; }`);
  };
}

/** Where the iterable turns out to be none, V8 writes its name or that of what it was assigned to into the message. */
function openIterable(outermost: Statement, { right }: ForOfStatement, site: number, work: Work): () => void {
  const { edits, names, survey } = work;
  const iterable = withoutParentheses(right);
  if (iterable.type === "Identifier" && survey.bound.has(iterable.name)) {
    edits.open(outermost.start, `try { ${suspend(work, site, iterable.name)}; `);
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

/** The task has control again at the latest in the body, or after the loop. */
function openForOf({ outermost, loop }: Loop, work: Work): Close {
  if (!openUnwrapped(loop.right, work)) return undefined;
  work.edits.open(outermost.start, "{ ");
  const closeBody = openBody(loop.body, `${awake(work)};`, "", work);
  return () => {
    closeBody();
    work.edits.close(outermost.end, ` ${awake(work)}; }`);
  };
}

/** @param ending follows the body, which is a block then */
function openBody(body: Statement, beginning: string, ending: string, { edits }: Work): () => void {
  const isBlock = body.type === "BlockStatement" || ending === "";
  edits.open(body.start, `{ ${beginning} ${isBlock ? "" : "{ "}`);
  return () => edits.close(body.end, `${isBlock ? "" : " }"} ${ending} }`);
}
