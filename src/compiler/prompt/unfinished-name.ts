// Finds the unfinished name at the end of a text, and the expression before its dot.

import type { Base, UnfinishedName } from "../../protocol/javascript.ts";
import { type Token, tokensOf } from "./tokens.ts";

/**
 * Returns the unfinished name at the end of `text`, which ends at the caret. Returns `undefined` if no name can follow,
 * or if the expression before the dot cannot be evaluated without running code: `speak().`
 */
export function unfinishedName(text: string): UnfinishedName | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const last = tokens.at(-1);
  const isAtEnd = last !== undefined && last.end === text.length;
  if (isAtEnd && (last.kind === "number" || last.kind === "string" || last.kind === "pattern"))
    return undefined;
  const prefix = isAtEnd && last.kind === "name" ? last.text : "";
  const before = prefix === "" ? tokens : tokens.slice(0, -1);
  if (!isDot(before.at(-1))) return { prefix, base: undefined };
  const base = expressionAt(before, before.length - 2)?.base;
  return base && { prefix, base };
}

/** An expression and the index of its first token. */
interface Found {
  readonly base: Base;
  readonly start: number;
}

/** The expression whose last token stands at `index`. */
function expressionAt(tokens: readonly Token[], index: number): Found | undefined {
  const token = tokens[index];
  if (token?.kind === "string") return { base: value(""), start: index };
  if (token?.kind === "name") return nameAt(tokens, index, token.text);
  if (token?.text === "]") return bracketsAt(tokens, index);
  return token?.text === ")" ? parenthesesAt(tokens, index) : undefined;
}

function nameAt(tokens: readonly Token[], index: number, name: string): Found | undefined {
  if (isDot(tokens[index - 1])) return step(expressionAt(tokens, index - 2), name);
  return { base: { root: { kind: "name", name }, steps: [] }, start: index };
}

/** `a[0]` and `a["name"]`, or an array. */
function bracketsAt(tokens: readonly Token[], index: number): Found | undefined {
  const start = opening(tokens, index);
  const isIndex = endsExpression(tokens[start - 1]);
  if (!isIndex) return start < 0 ? undefined : { base: value([]), start };
  const [key, further] = tokens.slice(start + 1, index);
  if (further || (key?.kind !== "string" && key?.kind !== "number")) return undefined;
  return step(expressionAt(tokens, start - 1), key.text);
}

function parenthesesAt(tokens: readonly Token[], index: number): Found | undefined {
  const start = opening(tokens, index);
  if (start < 0 || endsExpression(tokens[start - 1])) return undefined;
  const inner = tokens[index - 1];
  if (start === index - 2 && inner?.kind === "number") return { base: value(0), start };
  const found = expressionAt(tokens, index - 1);
  return found?.start === start + 1 ? { base: found.base, start } : undefined;
}

function step(found: Found | undefined, name: string): Found | undefined {
  return found && { ...found, base: { ...found.base, steps: [...found.base.steps, name] } };
}

function value(of: string | number | readonly []): Base {
  return { root: { kind: "value", value: of }, steps: [] };
}

/** The index of the bracket that the one at `index` closes, or -1. */
function opening(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at >= 0; at -= 1) {
    const { kind, text } = tokens[at] ?? { kind: "mark", text: "" };
    if (kind !== "mark") continue;
    if (/^[)\]}]$/.test(text)) depth += 1;
    if (/^[([{]$/.test(text)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** True if a bracket after the token is a call or an index. */
function endsExpression(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === "name") return !/^(return|typeof|case|in|of|await|void|yield|delete)$/.test(token.text);
  return token.kind === "string" || /^(\)|\]|\?\.)$/.test(token.text);
}

function isDot(token: Token | undefined): boolean {
  return token?.kind === "mark" && (token.text === "." || token.text === "?.");
}
