// What texts have in common whatever the order in which they were printed.

/** Returns the characters of the texts in the order of their code, without the ends of lines. */
export function characters(texts: readonly string[]): string {
  return [...texts.join("")].sort().join("");
}
