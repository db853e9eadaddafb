// Creates stand-ins: objects that the formatting library writes as the originals should read.

/** First private-use character; no program prints those: https://www.unicode.org/faq/private_use.html */
const firstPrivate = 0xe000;

/** The key of Node's hook by which an object formats itself. */
export const custom = Symbol.for("nodejs.util.inspect.custom");

/** Removes the prototype of an object, so that properties that the program gave Object.prototype do not count. */
export function bare<T extends object>(object: T): T {
  return Object.setPrototypeOf(object, null);
}

const { replaceAll } = String.prototype;

/**
 * Names for Sets that are stand-ins. Only a Set is written as bare parts between braces. Its class name is a placeholder
 * of private-use characters, as long as the text that replaces it.
 */
export class StandInNames {
  readonly #wanted = new Map<
    string,
    { readonly before: string; readonly name: string; readonly size: number }
  >();

  /** Returns a placeholder as class name for a Set of `size` that should read as `before` and a brace. */
  take(before: string, size: number): string {
    const key = `${before}(${size})`;
    const known = this.#wanted.get(key);
    if (known) return known.name;
    const length = Math.max(1, before.length + 1 - `(${size}) `.length);
    const name = String.fromCharCode(firstPrivate + this.#wanted.size).repeat(length);
    this.#wanted.set(key, { before, name, size });
    return name;
  }

  /** Replaces the placeholders in a written text. */
  restore(text: string): string {
    let restored = text;
    for (const { before, name, size } of this.#wanted.values()) {
      restored = replaced(restored, `${name}(${size})`, before);
      restored = replaced(restored, name, before);
    }
    return restored;
  }
}

function replaced(text: string, name: string, by: string): string {
  return Reflect.apply(replaceAll, text, [name, () => by]);
}

/**
 * Returns an object that reads as `before` and `parts` in braces.
 * @param owner the object whose own enumerable properties follow the parts
 */
export function setStandIn(
  parts: readonly unknown[],
  before: string,
  names: StandInNames,
  owner: object = {},
): object {
  const set = new Set(parts);
  const named = { [before]: class extends Set<unknown> {} }[before] ?? Set;
  Object.defineProperty(named, "name", bare({ value: names.take(before, set.size) }));
  Object.setPrototypeOf(set, named.prototype);
  for (const key of Reflect.ownKeys(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (property?.enumerable) Object.defineProperty(set, key, bare(property));
  }
  return Object.defineProperty(set, Symbol.toStringTag, bare({ value: "" }));
}

/** Returns an object that reads as one of a class with that name and these properties. */
export function objectStandIn(name: string, properties: object): object {
  const named = class {};
  Object.defineProperty(named, "name", bare({ value: name }));
  return Object.assign(Object.create(named.prototype), properties);
}

/**
 * Returns an object that reads as the error with another stack trace.
 * @param look returns the stand-in of a cause
 */
export function standInError(error: object, stack: string, look: (cause: unknown) => unknown): object {
  const properties = Object.getOwnPropertyDescriptors(error) as Record<PropertyKey, PropertyDescriptor>;
  for (const key of Reflect.ownKeys(properties)) bare(properties[key as string] ?? {});
  const copy: object = Object.create(Object.getPrototypeOf(error), properties);
  // Set anew, because an engine may find the stack only on the error itself, not on a copy.
  if (stack !== "") Object.defineProperty(copy, "stack", bare({ value: stack, configurable: true }));
  const cause = properties.cause;
  if (cause && "value" in cause)
    Object.defineProperty(copy, "cause", bare({ ...cause, value: look(cause.value), configurable: true }));
  return copy;
}
