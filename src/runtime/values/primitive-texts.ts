// Converts objects for "%s" as Node does: an object that says itself what its text is, is asked for it.

import { isProxy } from "../engine/proxies.ts";

const placeholder = /%[sdjoOifc%]/g;

/**
 * Returns the arguments of `format` with the texts of objects that have a method Symbol.toPrimitive. The library asks
 * only for toString.
 */
export function withPrimitiveTexts(values: readonly unknown[]): readonly unknown[] {
  const [template] = values;
  if (typeof template !== "string" || values.length < 2) return values;
  const changed = [...values];
  let index = 0;
  for (const [found] of template.matchAll(placeholder)) {
    if (found === "%%") continue;
    index += 1;
    const value = values[index];
    if (found === "%s" && hasText(value)) changed[index] = String(value);
  }
  return changed;
}

/** Node writes dates and symbols in its own way. */
const engines: readonly unknown[] = [Date, Symbol].map(({ prototype }) => prototype[Symbol.toPrimitive]);

function hasText(value: unknown): value is object {
  if (typeof value !== "object" || value === null || isProxy(value)) return false;
  const method = (value as { [Symbol.toPrimitive]?: unknown })[Symbol.toPrimitive];
  return typeof method === "function" && !engines.includes(method);
}
