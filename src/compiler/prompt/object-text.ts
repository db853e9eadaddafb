// An object literal that is entered alone is an object, not a block.

const beginsWithBrace = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n)*\{/;

/** True for text that may be an object literal as well as a block, as far as its beginning tells. */
export function mayBeObject(text: string): boolean {
  return beginsWithBrace.test(text);
}

/** What stands before and after a text to make it an expression; it has no columns of its own after the first line. */
export const parentheses = { before: "(", after: "\n)" } as const;

/** The text as an expression, in which a semicolon at the end has no place. */
export function inParentheses(text: string): string {
  return parentheses.before + text.replace(/;\s*$/, "") + parentheses.after;
}
