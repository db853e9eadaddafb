// Compiles blocks with `using` and `await using` declarations: they dispose of their resources
// (https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources).

import type { AnyNode, ForOfStatement, ForStatement, Statement } from "acorn";
import { isUsing, type Using } from "../syntax/syntax.ts";
import { canBeWrapped } from "./functions.ts";
import { suspend } from "./suspensions.ts";
import type { Close, Owner, Work } from "./work.ts";

/** True if this engine supports `using`. The run worker has the same engine. */
export function engineClosesUsed(): boolean {
  try {
    // There is no other way to test for syntax.
    return typeof new Function("{ using nothing = null; }") === "function";
  } catch {
    return false;
  }
}

/**
 * Lets a block or a loop dispose of its resources. `await using` is always written out, as in the specification, so
 * that the tracer knows of its awaits. `using` is left to the engine if the engine supports it.
 * @param owner the task that evaluates it
 */
export function openUsing(node: AnyNode, owner: Owner | undefined, work: Work): Close {
  if (node.type === "ForOfStatement") return openForOf(node, owner, work);
  if (node.type === "ForStatement") return openFor(node, owner, work);
  const statements = statementsOf(node);
  const declarations = statements?.filter(isUsing) ?? [];
  const [first, last] = [statements?.[0], statements?.at(-1)];
  if (!first || !last || !mustBeWritten(declarations, work)) return undefined;
  work.edits.open(first.start, startOfUsing(work));
  const closes = declarations.map((declaration) => openDeclared(declaration, work));
  return () => {
    for (const close of closes) close();
    work.edits.close(last.end, ` ${endOfUsing(declarations.some(isAwaited), owner, work)}`);
  };
}

/**
 * True if the declarations must be written out: the engine does not support them, or their awaits have to be traced.
 */
export function mustBeWritten(declarations: readonly Using[], { closesUsed }: Work): boolean {
  return declarations.some(isAwaited) || (closesUsed && declarations.length > 0);
}

/** The code before the statements of the block. */
export function startOfUsing(work: Work): string {
  return `const ${work.names.used} = ${work.hook("resources")}; try { `;
}

/** The code after the statements. It disposes of their resources, the last one first. */
export function endOfUsing(isAsync: boolean, owner: Owner | undefined, work: Work): string {
  const { names } = work;
  const { used, error } = names;
  const tell = (hook: "caught" | "passed") => (owner ? `${work.tell(hook)}; ` : "");
  const failed = `catch (${error}) { ${tell("caught")}${used}.fail(${error}); }`;
  return `} ${failed} finally { ${tell("passed")}${isAsync ? awaitAll(owner, failed, work) : ""}${used}.end(); }`;
}

function awaitAll(owner: Owner | undefined, failed: string, work: Work): string {
  const { used } = work.names;
  const promise = `${used}.awaited`;
  const waiting = owner ? `(${suspend(work, `${used}.site`, promise, "suspendsCall")})` : promise;
  const waited = owner ? work.tell("resumes", `await ${waiting}`) : `await ${waiting}`;
  return `while (${used}.next()) try { ${waited}; } ${failed} `;
}

/** Turns the declarations into constants, and adds each resource to the list. */
export function openDeclared(declaration: Using, work: Work): () => void {
  const { declarations, start } = declaration;
  work.edits.replace(start, declarations[0]?.start ?? start, "const ");
  const notes = declarations.flatMap(({ id, end }) =>
    id.type === "Identifier" ? [{ end, note: noted(id.name, declaration, work.names.used, work) }] : [],
  );
  return () => {
    for (const { end, note } of notes) work.edits.close(end, `, {} = ${note}`);
  };
}

function noted(name: string, declaration: Using, used: string, work: Work): string {
  if (!isAwaited(declaration)) return `${used}.add(${name})`;
  const place = work.origins.place(declaration.start) ?? { file: "", line: 1, column: 1 };
  return `${used}.addAsync(${name}, ${work.site(place, { kind: "await" })})`;
}

function openForOf(node: ForOfStatement, owner: Owner | undefined, work: Work): Close {
  const { left, body } = node;
  if (!isUsing(left) || !mustBeWritten([left], work)) return undefined;
  const [declarator] = left.declarations;
  if (declarator?.id.type !== "Identifier") return undefined;
  work.edits.replace(left.start, declarator.start, "const ");
  const note = noted(declarator.id.name, left, work.names.used, work);
  work.edits.open(body.start, `{ ${startOfUsing(work)}${note}; `);
  return () => work.edits.close(body.end, ` ${endOfUsing(isAwaited(left), owner, work)} }`);
}

function openFor(node: ForStatement, owner: Owner | undefined, work: Work): Close {
  const { init, start, end } = node;
  // A label before the loop must stay the label of the loop.
  if (!isUsing(init) || !mustBeWritten([init], work) || work.untouched.has(node)) return undefined;
  work.edits.open(start, `{ ${startOfUsing(work)}`);
  const close = openDeclared(init, work);
  return () => {
    close();
    work.edits.close(end, ` ${endOfUsing(isAwaited(init), owner, work)} }`);
  };
}

function statementsOf(node: AnyNode): readonly Statement[] | undefined {
  if (node.type === "StaticBlock") return node.body;
  if (node.type !== "BlockStatement" || !canBeWrapped(node)) return undefined;
  return node.body.filter((statement) => !(statement.type === "ExpressionStatement" && statement.directive));
}

/** True for `await using`. */
export function isAwaited({ kind }: Using): boolean {
  return kind === "await using";
}
