// Takes an unfinished text apart, as far as completion needs it.

import { type Token as AcornToken, tokenizer, tokTypes } from "acorn";

export interface Token {
  readonly kind: "name" | "number" | "string" | "mark" | "pattern";
  /** As written; of a string what stands in it, of a template nothing. */
  readonly text: string;
  /** Where it ends. */
  readonly end: number;
}

/**
 * The tokens of a text, or undefined where its end stands within a string, a comment or a pattern, or what is in it is
 * no token. Of a template that is not over, only the value that the end stands in is taken apart.
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

/** Each template that is over becomes one string, whatever is in it. */
function withoutTemplates(all: Iterable<AcornToken>, text: string): Token[] {
  /** What came before each template that has begun. */
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
