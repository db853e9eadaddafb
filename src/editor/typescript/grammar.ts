// Adds to Monaco's TypeScript grammar what it does not know yet. Used by the editor and by static code.

/** The part of a grammar that is changed. */
export interface Grammar {
  readonly keywords: string[];
}

/** Adds the keyword `using` of ES2026 (https://tc39.es/proposal-explicit-resource-management/) once. */
export function addKeywords(grammar: Grammar): void {
  if (!grammar.keywords.includes("using")) grammar.keywords.push("using");
}
