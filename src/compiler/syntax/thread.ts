// Finds the file that a program starts as a thread: `new Worker(new URL("./speak.ts", import.meta.url), …)`.

import type { AnyNode, Literal } from "acorn";
import { withoutParentheses } from "./syntax.ts";

/** Returns the specifier if the node starts a thread in the form that bundlers know too. */
export function threadOf(node: AnyNode): Literal | undefined {
  const [specifier, base] = argumentsOf(argumentsOf(node, "Worker")[0], "URL");
  return specifier?.type === "Literal" && typeof specifier.value === "string" && isModuleUrl(base)
    ? specifier
    : undefined;
}

/** The arguments of `new NAME(…)`; none for any other node. */
function argumentsOf(node: AnyNode | undefined, name: string): AnyNode[] {
  if (node?.type !== "NewExpression") return [];
  const { callee } = node;
  if (callee.type !== "Identifier" || callee.name !== name) return [];
  return node.arguments.map((each) => (each.type === "SpreadElement" ? each : withoutParentheses(each)));
}

/** True for `import.meta.url`. */
function isModuleUrl(node: AnyNode | undefined): boolean {
  if (node?.type !== "MemberExpression" || node.computed) return false;
  const { object, property } = node;
  return object.type === "MetaProperty" && property.type === "Identifier" && property.name === "url";
}
