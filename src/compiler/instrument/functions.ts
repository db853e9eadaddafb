// Instruments the start and the end of tasks: async functions and generators.

import { type BlockStatement, type Expression, type Pattern, tokenizer } from "acorn";
import { hooksName } from "../../protocol/javascript.ts";
import type { TaskKind } from "../../trace/events/events.ts";
import { declaredNames, varDeclarations } from "../syntax/bindings.ts";
import type { FunctionNode } from "../syntax/syntax.ts";
import { returnsThroughCode } from "./returns.ts";
import type { Close, Owner, Returns, Work } from "./work.ts";

/** A function of the program. If it is a task, hooks were opened in it. */
export interface Opened {
  /** The owner of the parts of its body; `undefined` if no hooks are written into it. */
  readonly owner: Owner | undefined;
  readonly close: Close;
}

const leftAlone: Opened = { owner: undefined, close: undefined };

/**
 * Opens the hooks of a function. Functions that are no tasks, come from no file of the user's, or cannot be wrapped are
 * left alone.
 */
export function openFunction(node: FunctionNode, work: Work): Opened {
  const kind = kindOf(node);
  const place = work.origins.place(nameOffset(node, work));
  if (!kind || !place || !canBeWrapped(node.body)) return leftAlone;
  const site = work.site(place, { kind: "function", taskKind: kind, name: functionName(node, work) });
  const args = list(node.params, work);
  const start = node.generator ? openGenerator(node, site, args, work) : enter(site, args, work);
  const returns = kind !== "coroutine" ? "left" : returnsThroughCode(node.body) ? "collected" : "told";
  return { owner: { kind, place, returns }, close: openBody(node.body, start, returns, work) };
}

/** Opens the hooks of the function that evaluates an entry of the prompt. */
export function openPrompt(main: FunctionNode, file: string, work: Work): Opened {
  if (!canBeWrapped(main.body)) return leftAlone;
  const place = { file, line: 1, column: 1 };
  const site = work.site(place, { kind: "function", taskKind: "prompt", name: "" });
  work.edits.close(main.params.at(-1)?.end ?? 0, `, ${work.names.value}`);
  const close = openBody(main.body, enter(site, "[]", work), "left", work);
  return { owner: { kind: "prompt", place, returns: "left" }, close };
}

function kindOf({ async, generator }: FunctionNode): TaskKind | undefined {
  if (generator) return async ? "async generator" : "generator";
  return async ? "coroutine" : undefined;
}

/**
 * The code that declares a task, and the code that enters it. If the stack has no room to call the hook, the function goes
 * on without a task: the program must not get an error that it would not have had.
 * @param args source text
 */
export function startOfTask(site: number, args: string, work: Work): { declare: string; enter: string } {
  const { task } = work.names;
  const enters = `${hooksName}.args = ${args}; ${hooksName}.enters = ${site};`;
  return {
    declare: `let ${task} = ${hooksName}.lost;`,
    enter: `try { ${enters} ${task} = ${hooksName}.entered; } catch {}`,
  };
}

function enter(site: number, args: string, work: Work): string {
  const { declare, enter } = startOfTask(site, args, work);
  return `${declare} ${enter}`;
}

/**
 * A generator's task is created by the call, but its body begins later. Defaults of parameters are evaluated by the
 * call. So a rest parameter is added, which does not count for the function's `length`. It destructures a property that
 * no object has, and the default of that calls the hook.
 * @returns the code at the start of the body
 */
function openGenerator(node: FunctionNode, site: number, args: string, work: Work): string {
  const { edits, names } = work;
  const begin = `${work.tell("begins")};`;
  const hasRest = node.params.at(-1)?.type === "RestElement";
  // A function with "use strict" must not have such parameters.
  const create = work.hook("create", String(site), args);
  if (hasRest || directives(node.body).length > 0) return `const ${names.task} = ${create}; ${begin}`;
  const { at, needsComma } = endOfParameters(node, work.code);
  // After everything that the last parameter's default ends with.
  edits.open(at, `${needsComma ? ", " : ""}...{[${hooksName}.key]: ${names.task} = ${create}}`);
  return begin;
}

/** The offset of the closing parenthesis, and whether a comma is needed before another parameter. */
function endOfParameters(node: FunctionNode, code: string): { at: number; needsComma: boolean } {
  const from = node.params.at(-1)?.end ?? node.id?.end ?? node.start;
  const tail = [...tokenizer(code.slice(from, node.body.start), { ecmaVersion: "latest" })];
  const end = tail.findLastIndex(({ type }) => type.label === ")");
  const needsComma = node.params.length > 0 && tail[end - 1]?.type.label !== ",";
  return { at: from + (tail[end]?.start ?? 0), needsComma };
}

/** Wraps a body. The body of an arrow function may be an expression. */
function openBody(
  body: BlockStatement | Expression,
  start: string,
  returns: Returns,
  work: Work,
): () => void {
  const { edits, names } = work;
  if (body.type !== "BlockStatement") {
    edits.open(body.start, `{ ${start} try { return `);
    const close = work.openTold(body, work.setter("returns"));
    return () => {
      close();
      edits.close(body.end, `; ${catchOfTask(work)} }`);
    };
  }
  const last = directives(body).at(-1);
  const block = returns === "collected" ? `let ${names.result}; try { ${names.end}: {` : "try {";
  edits.close(last?.end ?? body.start + 1, `${last ? ";" : ""} ${start} ${block}`);
  return () => edits.close(body.end - 1, ` ${endOfBody(returns, work)} `);
}

/** The engine keeps four values on the stack for a `finally`, in each frame of a recursion: so coroutines have none. */
function endOfBody(returns: Returns, work: Work): string {
  const { result } = work.names;
  switch (returns) {
    case "told":
      return `${work.tell("returns", "void 0")}; ${catchOfTask(work)}`;
    case "collected":
      return `} ${work.tell("returns", result)}; return ${result}; ${catchOfTask(work)}`;
    case "left":
      return endOfTask(work);
    default:
      return returns satisfies never;
  }
}

/** The code that closes a task's block, which began with `try {`. */
export function endOfTask(work: Work): string {
  return `${catchOfTask(work)} finally { ${work.tell("leaves")}; }`;
}

/** Two statements: the engine would keep the value of an assignment that is thrown. */
function catchOfTask(work: Work): string {
  const { error } = work.names;
  return `} catch (${error}) { ${work.tell("throws", error)}; throw ${error}; }`;
}

function directives(body: BlockStatement | Expression) {
  if (body.type !== "BlockStatement") return [];
  return body.body.filter((statement) => statement.type === "ExpressionStatement" && statement.directive);
}

/**
 * False if the body cannot be moved into a block: it declares two functions of one name, or a function and a `var` of
 * one name.
 */
export function canBeWrapped(body: BlockStatement | Expression): boolean {
  if (body.type !== "BlockStatement") return true;
  const functions = body.body.flatMap((statement) =>
    statement.type === "FunctionDeclaration" ? [statement.id.name] : [],
  );
  if (functions.length === 0) return true;
  const unique = new Set(functions);
  return (
    unique.size === functions.length &&
    !varDeclarations(body)
      .flatMap(declaredNames)
      .some((name) => unique.has(name))
  );
}

/** A list of what parameters hold. To spread the rest into it would be to iterate as the program wants it. */
function list(parameters: readonly (Pattern | null)[], work: Work): string {
  const last = parameters.at(-1);
  const rest =
    last?.type === "RestElement" && last.argument.type === "Identifier" ? last.argument : undefined;
  const first = rest ? parameters.slice(0, -1) : parameters;
  const text = `[${first.map((parameter) => argument(parameter, work)).join(", ")}]`;
  return rest ? work.hook("together", text, rest.name) : text;
}

/** An expression that reads a parameter's value without running the program's code. */
function argument(parameter: Pattern | null, work: Work): string {
  switch (parameter?.type) {
    case "Identifier":
      return parameter.name;
    case "AssignmentPattern":
      return argument(parameter.left, work);
    case "ArrayPattern":
      return list(parameter.elements, work);
    case "RestElement":
    case "ObjectPattern":
      return "{}";
    default:
      return "void 0";
  }
}

/** The offset of the function's name if one is written with the function, otherwise of the function itself. */
function nameOffset(node: FunctionNode, { code, survey }: Work): number {
  if (node.id) return node.id.start;
  const isMethod = node.type === "FunctionExpression" && code.charAt(node.start) === "(";
  const key = isMethod ? survey.nameGivers.get(node)?.node : undefined;
  return key?.start ?? node.start;
}

/** The name that the user wrote, or "". */
function functionName(node: FunctionNode, work: Work): string {
  const giver = node.id ? { node: node.id, isComputed: false } : work.survey.nameGivers.get(node);
  if (!giver) return "";
  const { node: name, isComputed } = giver;
  switch (name.type) {
    case "Identifier":
      return isComputed ? "" : name.name;
    case "PrivateIdentifier":
      return `#${name.name}`;
    case "MemberExpression": {
      const text = work.code.slice(name.start, name.end);
      return isComputed && /^Symbol\.\w+$/.test(text) ? `[${text}]` : "";
    }
    case "Literal":
      return String(name.value);
    case "ExportDefaultDeclaration":
      return "default";
    default:
      return "";
  }
}
