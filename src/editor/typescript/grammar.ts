// What Monaco's grammar of TypeScript does not know yet, for the editor and for static code.

/** As much of a grammar as is changed. */
export interface Grammar {
  readonly keywords: string[];
}

/** Adds the keyword of ES2026 (https://tc39.es/proposal-explicit-resource-management/), once. */
export function addKeywords(grammar: Grammar): void {
  if (!grammar.keywords.includes("using")) grammar.keywords.push("using");
}
