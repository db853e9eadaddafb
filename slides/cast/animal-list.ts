// Reads and rewrites the list of animals in a program's text.

/** The first array of strings that is called `animals`. */
const pattern = /(\banimals(?:: string\[\])? = \[)([^\]]*)(\])/;

/** The animals that a text lists, as written; undefined where it has no such list. */
export function readAnimalList(text: string): string[] | undefined {
  const list = pattern.exec(text)?.[2];
  if (list === undefined) return undefined;
  return [...list.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(([, double, single]) => double ?? single ?? "");
}

/** The text with another list; the same text where it has none. */
export function writeAnimalList(text: string, animals: readonly string[]): string {
  const list = animals.map((animal) => JSON.stringify(animal)).join(", ");
  return text.replace(pattern, (_, before: string, __, after: string) => `${before}${list}${after}`);
}
