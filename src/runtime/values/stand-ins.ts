// Objects that are shown in the place of others, because the library that writes values writes these as wanted.

/** Characters that no program prints: https://www.unicode.org/faq/private_use.html */
const firstPrivate = 0xe000;

/** An object that inherits nothing, whatever the program has given Object.prototype. */
export function bare<T extends object>(object: T): T {
  return Object.setPrototypeOf(object, null);
}

const { replaceAll } = String.prototype;

/**
 * Sets are the only objects that are written as their parts alone between braces. Those that stand for something else have
 * names of private characters, as long as what is to be read in their place.
 */
export class StandInNames {
  readonly #wanted = new Map<
    string,
    { readonly before: string; readonly name: string; readonly size: number }
  >();

  /** The name of the class of a set of `size` that reads `before` and a brace. */
  take(before: string, size: number): string {
    const key = `${before}(${size})`;
    const known = this.#wanted.get(key);
    if (known) return known.name;
    const length = Math.max(1, before.length + 1 - `(${size}) `.length);
    const name = String.fromCharCode(firstPrivate + this.#wanted.size).repeat(length);
    this.#wanted.set(key, { before, name, size });
    return name;
  }

  /** The text as it is to be read. */
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
 * Reads as `before`, and `parts` in braces.
 * @param owner whose own properties follow
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

/** Reads as an object of a class with that name and these properties. */
export function objectStandIn(name: string, properties: object): object {
  const named = class {};
  Object.defineProperty(named, "name", bare({ value: name }));
  return Object.assign(Object.create(named.prototype), properties);
}

/**
 * Reads as the error with another stack.
 * @param look gives what is shown for a cause
 */
export function standInError(error: object, stack: string, look: (cause: unknown) => unknown): object {
  const properties = Object.getOwnPropertyDescriptors(error) as Record<PropertyKey, PropertyDescriptor>;
  for (const key of Reflect.ownKeys(properties)) bare(properties[key as string] ?? {});
  const copy: object = Object.create(Object.getPrototypeOf(error), properties);
  // An engine may keep it where it is found on the error itself alone.
  if (stack !== "") Object.defineProperty(copy, "stack", bare({ value: stack, configurable: true }));
  const cause = properties.cause;
  if (cause && "value" in cause)
    Object.defineProperty(copy, "cause", bare({ ...cause, value: look(cause.value), configurable: true }));
  return copy;
}
