// The short form of a call, such as speak("cow"): for labels of lanes and marks.

/** Characters of one argument, of all, and of the name. */
const longest = { argument: 16, all: 32, name: 24 } as const;

/**
 * A call on one line. Objects are named by their kind alone: looking into them could run the program's own code, and
 * what they hold may change.
 */
export function callLabel(name: string, args: readonly unknown[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const text of args.map(argumentText)) {
    length += text.length + 2;
    if (length > longest.all) {
      texts.push("…");
      break;
    }
    texts.push(text);
  }
  return `${cut(name === "" ? "(anonymous)" : name, longest.name)}(${texts.join(", ")})`;
}

function argumentText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `"${cut(JSON.stringify(value.slice(0, 2 * longest.argument)).slice(1, -1), longest.argument)}"`;
    case "function":
      return "ƒ";
    case "object":
      return objectText(value);
    case "bigint":
      return cut(`${value}n`, longest.argument);
    default:
      return cut(String(value), longest.argument);
  }
}

function objectText(value: object | null): string {
  if (value === null) return "null";
  return Array.isArray(value) ? `[${value.length}]` : "{…}";
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
