// The beginning and the end of tasks: async functions and generators.

import { type BlockStatement, type Expression, type Pattern, tokenizer } from "acorn";
import { hooksName } from "../../protocol/javascript.ts";
import type { TaskKind } from "../../trace/events/events.ts";
import { declaredNames, varDeclarations } from "../syntax/bindings.ts";
import type { FunctionNode } from "../syntax/syntax.ts";
import type { Close, Owner, Work } from "./work.ts";

/** A function of the program, with hooks where it is a task. */
export interface Opened {
  /** What the parts of its body belong to; undefined where nothing is written into it. */
  readonly owner: Owner | undefined;
  readonly close: Close;
}

const leftAlone: Opened = { owner: undefined, close: undefined };

/** Functions that are no tasks, that come from no file of the user's, or that cannot be wrapped are left alone. */
export function openFunction(node: FunctionNode, work: Work): Opened {
  const kind = kindOf(node);
  const place = work.origins.place(nameOffset(node, work));
  if (!kind || !place || !canBeWrapped(node.body)) return leftAlone;
  const site = work.site(place, { kind: "function", taskKind: kind, name: functionName(node, work) });
  const args = `[${node.params.map((parameter) => argument(parameter, work.code)).join(", ")}]`;
  const start = node.generator
    ? openGenerator(node, site, args, work)
    : declaration(work, "enter", site, args);
  return { owner: { kind, place }, close: openBody(node.body, start, work) };
}

/** The function that what was entered at a prompt is. */
export function openPrompt(main: FunctionNode, file: string, work: Work): Opened {
  if (!canBeWrapped(main.body)) return leftAlone;
  const place = { file, line: 1, column: 1 };
  const site = work.site(place, { kind: "function", taskKind: "prompt", name: "" });
  const start = declaration(work, "enter", site, "[]");
  return { owner: { kind: "prompt", place }, close: openBody(main.body, start, work) };
}

function kindOf({ async, generator }: FunctionNode): TaskKind | undefined {
  if (generator) return async ? "async generator" : "generator";
  return async ? "coroutine" : undefined;
}

function declaration(work: Work, name: "enter" | "create", site: number, args: string): string {
  return `const ${work.names.task} = ${work.hook(name, String(site), args)};`;
}

/**
 * A generator is created when it is called, but its body begins later: the default of a parameter runs in between. It
 * belongs to a rest parameter, which does not count for the function's length, and looks up what nobody ever gives.
 * @returns what the body begins with
 */
function openGenerator(node: FunctionNode, site: number, args: string, work: Work): string {
  const { edits, names } = work;
  const begin = `${work.hook("begin", names.task)};`;
  const hasRest = node.params.at(-1)?.type === "RestElement";
  // A function with "use strict" must not have such parameters.
  if (hasRest || directives(node.body).length > 0)
    return `${declaration(work, "create", site, args)} ${begin}`;
  const create = work.hook("create", String(site), args);
  const { at, needsComma } = endOfParameters(node, work.code);
  // Behind everything that the last parameter's default ends with.
  edits.open(at, `${needsComma ? ", " : ""}...{[${hooksName}.key]: ${names.task} = ${create}}`);
  return begin;
}

/** Where the closing parenthesis stands, and whether a comma must precede a further parameter. */
function endOfParameters(node: FunctionNode, code: string): { at: number; needsComma: boolean } {
  const from = node.params.at(-1)?.end ?? node.id?.end ?? node.start;
  const tail = [...tokenizer(code.slice(from, node.body.start), { ecmaVersion: "latest" })];
  const end = tail.findLastIndex(({ type }) => type.label === ")");
  const needsComma = node.params.length > 0 && tail[end - 1]?.type.label !== ",";
  return { at: from + (tail[end]?.start ?? 0), needsComma };
}

/** Writes around a body, which may be the expression of an arrow function. */
function openBody(body: BlockStatement | Expression, start: string, work: Work): () => void {
  const { edits } = work;
  const end = endOfTask(work);
  if (body.type !== "BlockStatement") {
    edits.open(body.start, `{ ${start} try { return `);
    return () => edits.close(body.end, `; ${end} }`);
  }
  const last = directives(body).at(-1);
  edits.close(last?.end ?? body.start + 1, `${last ? ";" : ""} ${start} try {`);
  return () => edits.close(body.end - 1, ` ${end} `);
}

/** What closes the block of a task that was begun with `try {`. */
export function endOfTask(work: Work): string {
  const { names } = work;
  const fail = `throw ${work.hook("fail", names.task, names.error)};`;
  return `} catch (${names.error}) { ${fail} } finally { ${work.hook("leave", names.task)}; }`;
}

function directives(body: BlockStatement | Expression) {
  if (body.type !== "BlockStatement") return [];
  return body.body.filter((statement) => statement.type === "ExpressionStatement" && statement.directive);
}

/** False where a block does not allow what a body does: a function with the name of another one, or of a `var`. */
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

/** An expression that reads what a parameter holds, without running code of the program's. */
function argument(parameter: Pattern | null, code: string): string {
  switch (parameter?.type) {
    case "Identifier":
      return parameter.name;
    case "AssignmentPattern":
      return argument(parameter.left, code);
    case "RestElement":
      return parameter.argument.type === "Identifier" ? `...${parameter.argument.name}` : "{}";
    case "ArrayPattern":
      return `[${parameter.elements.map((element) => argument(element, code)).join(", ")}]`;
    case "ObjectPattern":
      return "{}";
    default:
      return "void 0";
  }
}

/** The place of the name, where one is written with the function, else that of the function. */
function nameOffset(node: FunctionNode, { code, survey }: Work): number {
  if (node.id) return node.id.start;
  const isMethod = node.type === "FunctionExpression" && code.charAt(node.start) === "(";
  const key = isMethod ? survey.nameGivers.get(node)?.node : undefined;
  return key?.start ?? node.start;
}

/** The name as the user wrote it, or "". */
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
