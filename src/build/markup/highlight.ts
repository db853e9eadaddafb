// Turns code into HTML lines whose spans have the classes of the theme's code colours.

import { type ColouredPiece, colouredPieces } from "../../editor/support/colours.ts";
import { escapeText } from "./html.ts";
import type { LineTokens } from "./tokenizer.ts";

function pieceHtml({ text, className }: ColouredPiece): string {
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
      colouredPieces(line, tokens[index] ?? [])
        .map(pieceHtml)
        .join(""),
    )
    .join("\n");
}
