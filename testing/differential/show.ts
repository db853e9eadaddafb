// Shows values as text without running any of their code.

/** @param place maps a line of a stack trace to a position in the program; `undefined` for other code */
export function showValue(
  value: unknown,
  place: (stackLine: string) => string | undefined,
  depth = 3,
): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return `function ${JSON.stringify(value.name)}/${value.length}`;
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  if (depth === 0) return "…";
  const inner = (part: unknown) => showValue(part, place, depth - 1);
  if (value instanceof Error) return `${value.name}: ${messageOf(value)}${stackOf(value, place)}`;
  const kind = Object.prototype.toString.call(value);
  const parts = Object.entries(Object.getOwnPropertyDescriptors(value)).map(
    ([key, property]) => `${key}: ${"value" in property ? inner(property.value) : "getter"}`,
  );
  return `${kind} {${parts.join(", ")}}`;
}

/**
 * V8's message about a `yield*` on a value that is not iterable repeats "(intermediate value)" for each later call in
 * the function.
 */
function messageOf({ message }: Error): string {
  return message.replace(/^yield\* (\(intermediate value\))+/, "yield* $1");
}

function stackOf({ stack = "" }: Error, place: (stackLine: string) => string | undefined): string {
  const places = stack.split("\n").flatMap((line) => place(line) ?? []);
  return places.map((text) => ` @ ${text}`).join("");
}
