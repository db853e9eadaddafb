// The colours of code: which class of the theme a token of Monaco's grammars has. The editor and the build use it. Pure.

/** CSS classes by the first part of Monaco's token type. Other tokens keep the plain colour. */
const classes = new Map([
  ["keyword", "tok-keyword"],
  ["string", "tok-string"],
  ["number", "tok-number"],
  ["comment", "tok-comment"],
  ["type", "tok-type"],
  ["regexp", "tok-regexp"],
  ["delimiter", "tok-delimiter"],
]);

/** The part of Monaco's token that matters here. */
export interface ColouredToken {
  /** In UTF-16 code units, from 0. */
  readonly offset: number;
  /** For example "keyword.ts" or "type.identifier.ts". May be "". */
  readonly type: string;
}

/** A part of a line in one colour. */
export interface ColouredPiece {
  readonly text: string;
  /** A class of the theme; "" for the plain colour. */
  readonly className: string;
}

/** Splits a line into its colours. Merges adjacent tokens of the same class, to make as few pieces as possible. */
export function colouredPieces(line: string, tokens: readonly ColouredToken[]): ColouredPiece[] {
  const merged: ColouredPiece[] = [];
  for (const [index, { offset, type }] of tokens.entries()) {
    const text = line.slice(offset, tokens[index + 1]?.offset);
    const className = classes.get(type.split(".", 1)[0] ?? "") ?? "";
    const last = merged.at(-1);
    if (last?.className === className) merged[merged.length - 1] = { text: last.text + text, className };
    else merged.push({ text, className });
  }
  return merged;
}
