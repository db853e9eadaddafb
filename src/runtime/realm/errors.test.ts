import { expect, test } from "vitest";
import { headlineOf, reportError } from "./errors.ts";
import { StackMapper } from "./stack.ts";

function headline(thrown: unknown): string {
  return reportError(thrown, false, new StackMapper()).headline;
}

test("an error is told by name and message", () => {
  expect(headline(new TypeError("no such cow"))).toBe("TypeError: no such cow");
  expect(headline(new RangeError())).toBe("RangeError");
});

test("any other thrown value is told as what it is", () => {
  expect(headline("moo")).toBe("Uncaught 'moo'");
  expect(headline(undefined)).toBe("Uncaught undefined");
  expect(headline({ cow: 1 })).toBe("Uncaught { cow: 1 }");
});

test("causes and collected errors are told with it", () => {
  expect(headline(new Error("outer", { cause: new Error("inner") }))).toBe(
    "Error: outer\n  Cause: Error: inner",
  );
  expect(headline(new AggregateError([new Error("a"), "b"], "all"))).toBe(
    "AggregateError: all\n  Error: a\n  'b'",
  );
});

test("an error that is its own cause is told, not followed for ever", () => {
  const error = new Error("loop");
  error.cause = error;
  expect(headline(error)).toMatch(/^Error: loop\n {2}Cause: Error: loop/);
});

test("a value that defends itself is told all the same", () => {
  const hostile = new Error("x");
  Object.defineProperty(hostile, "message", {
    get: () => {
      throw new Error("hands off");
    },
  });
  expect(headline(hostile)).toContain("throws when it is looked at");
});

test("the first line alone is told without running code of the program's", () => {
  class Loud extends Error {
    override get message(): string {
      throw new Error("looked at");
    }
  }
  expect(headlineOf(new TypeError("no such cow\nhere"))).toBe("TypeError: no such cow");
  expect(headlineOf(new DOMException("late", "TimeoutError"))).toBe("TimeoutError: late");
  expect(headlineOf(new Loud("moo"))).toMatch(/^Error/);
  expect(headlineOf("moo")).toBe("Uncaught 'moo'");
  expect(headlineOf({ cow: 1 })).toMatch(/^Uncaught .*cow/);
});
