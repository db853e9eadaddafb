// Reads and rewrites the list of animals in a program's text.

/** Matches the first array of strings that is named `animals`. */
const pattern = /(\banimals(?:: string\[\])? = \[)([^\]]*)(\])/;

/** Returns the animals that a text lists, as written; `undefined` if it has no such list. */
export function readAnimalList(text: string): string[] | undefined {
  const list = pattern.exec(text)?.[2];
  if (list === undefined) return undefined;
  return [...list.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(([, double, single]) => double ?? single ?? "");
}

/** Returns the text with another list, or the same text if it has no list. */
export function writeAnimalList(text: string, animals: readonly string[]): string {
  const list = animals.map((animal) => JSON.stringify(animal)).join(", ");
  return text.replace(pattern, (_, before: string, __, after: string) => `${before}${list}${after}`);
}
