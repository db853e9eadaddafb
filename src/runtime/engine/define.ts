// Puts properties into the program's realm that look like the engine's own.

/** Gives an object a property, or replaces it. Like the engine's methods it is writable, configurable and not enumerable. */
export function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, configurable: true });
}
