// Splits an unfinished text into tokens, for completion.

import { type Token as AcornToken, tokenizer, tokTypes } from "acorn";

export interface Token {
  readonly kind: "name" | "number" | "string" | "mark" | "pattern";
  /** As written. For a string its content without quotes; for a template "". */
  readonly text: string;
  /** The offset of its end. */
  readonly end: number;
}

/**
 * Returns the tokens of a text, or `undefined` if the text ends inside a string, comment or regular expression, or
 * contains something that is no token. In an unfinished template, only the `${…}` part that the text ends in is
 * returned.
 */
export function tokensOf(text: string): readonly Token[] | undefined {
  let endOfLineComment = -1;
  const onComment = (isBlock: boolean, _text: string, _start: number, end: number) => {
    if (!isBlock) endOfLineComment = end;
  };
  try {
    const tokens = withoutTemplates(tokenizer(text, { ecmaVersion: "latest", onComment }), text);
    return endOfLineComment === text.length ? undefined : tokens;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Replaces each finished template by one string, whatever is in it. */
function withoutTemplates(all: Iterable<AcornToken>, text: string): Token[] {
  /** The tokens before each unfinished template. */
  const before: Token[][] = [];
  let tokens: Token[] = [];
  let isInTemplate = false;
  for (const { type, start, end } of all) {
    if (type === tokTypes.backQuote && isInTemplate) {
      tokens = [...(before.pop() ?? []), { kind: "string", text: "", end }];
    } else if (type === tokTypes.backQuote) before.push(tokens);
    else if (type === tokTypes.template || type === tokTypes.dollarBraceL) tokens = [];
    else {
      const kind = kindOf(type);
      const quotes = kind === "string" ? 1 : 0;
      tokens.push({ kind, text: text.slice(start + quotes, end - quotes), end });
    }
    isInTemplate = type === tokTypes.template;
  }
  return tokens;
}

function kindOf(type: AcornToken["type"]): Token["kind"] {
  if (type === tokTypes.name || type === tokTypes.privateId || type.keyword) return "name";
  if (type === tokTypes.num) return "number";
  if (type === tokTypes.string) return "string";
  return type === tokTypes.regexp ? "pattern" : "mark";
}
