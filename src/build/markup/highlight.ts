// Turns code into HTML lines whose spans have the classes of the theme's code colours.

import { escapeText } from "./html.ts";
import type { LineTokens } from "./tokenizer.ts";

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

interface Piece {
  text: string;
  readonly className: string | undefined;
}

type Token = ReturnType<LineTokens>[number][number];

/** Merges adjacent tokens of the same class, to write as few spans as possible. */
function pieces(line: string, tokens: readonly Token[]): Piece[] {
  const merged: Piece[] = [];
  tokens.forEach(({ offset, type }, index) => {
    const text = line.slice(offset, tokens[index + 1]?.offset);
    const className = classes.get(type.split(".", 1)[0] ?? "");
    const last = merged.at(-1);
    if (last && last.className === className) last.text += text;
    else merged.push({ text, className });
  });
  return merged;
}

function pieceHtml({ text, className }: Piece): string {
  return className ? `<span class="${className}">${escapeText(text)}</span>` : escapeText(text);
}

/**
 * Highlights a whole file. The text content of the HTML is exactly `text`, with "\n" as line ending.
 * @param lineTokens a tokenizer from `loadTokenizer`
 */
export function highlight(text: string, lineTokens: LineTokens): string {
  const lines = text.split(/\r\n|\n/);
  const tokens = lineTokens(lines);
  return lines
    .map((line, index) =>
      pieces(line, tokens[index] ?? [])
        .map(pieceHtml)
        .join(""),
    )
    .join("\n");
}
