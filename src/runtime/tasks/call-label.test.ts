import { expect, test } from "vitest";
import { callLabel } from "./call-label.ts";

test("a call reads as it is written", () => {
  expect(callLabel("speak", ["cow", 2, true])).toBe('speak("cow", 2, true)');
  expect(callLabel("speak", [undefined, null, 3n])).toBe("speak(undefined, null, 3n)");
});

test("objects are named by their kind, and not looked into", () => {
  const trap = {
    get name() {
      throw new Error("asked");
    },
  };
  expect(callLabel("f", [trap, [1, 2, 3], () => 1, Symbol("s")])).toBe("f({…}, [3], ƒ, Symbol(s))");
});

test("a function without a name has a word", () => {
  expect(callLabel("", [])).toBe("(anonymous)()");
});

test("what is long is cut: a string, all arguments, the name", () => {
  expect(callLabel("say", ["x".repeat(1000)])).toBe('say("xxxxxxxxxxxxxxx…")');
  expect(
    callLabel(
      "all",
      Array.from({ length: 50 }, (_, n) => n),
    ),
  ).toMatch(/^all\(0, 1, .*, …\)$/);
  expect(callLabel("n".repeat(100), [])).toHaveLength(26);
});
