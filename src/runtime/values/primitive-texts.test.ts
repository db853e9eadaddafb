import { expect, test } from "vitest";
import { format } from "./inspect.ts";

class Money {
  [Symbol.toPrimitive](hint: string) {
    return `as ${hint}`;
  }
}

// The texts are those of Node 20.
test.each<[string, readonly unknown[]]>([
  ["as string [ 1 ] %s", ["%s %s %%s", new Money(), [1]]],
  ["1970-01-01T00:00:00.000Z", ["%s", new Date(0)]],
  ["[Symbol: Symbol(a)]", ["%s", Object(Symbol("a"))]],
  ["{ [Symbol(Symbol.toPrimitive)]: 5 }", ["%s", { [Symbol.toPrimitive]: 5 }]],
  ["NaN 1 as string", ["%d %o %s", new Money(), 1, new Money()]],
  ["none Money {}", ["none", new Money()]],
  ["Money {} %s Money {}", [new Money(), "%s", new Money()]],
])("%s is what a format with objects gives", (text, values) => {
  expect(format(values)).toBe(text);
});
