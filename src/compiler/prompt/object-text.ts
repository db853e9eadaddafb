// Tells an object literal from a block: a literal that is entered alone is an object.

const beginsWithBrace = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n)*\{/;

/** True if a text may be an object literal as well as a block, judged by its beginning. */
export function mayBeObject(text: string): boolean {
  return beginsWithBrace.test(text);
}

/** The text before and after an entry that make it an expression. They move columns in the first line only. */
export const parentheses = { before: "(", after: "\n)" } as const;

/** The text as an expression, without a semicolon at the end. */
export function inParentheses(text: string): string {
  return parentheses.before + text.replace(/;\s*$/, "") + parentheses.after;
}
