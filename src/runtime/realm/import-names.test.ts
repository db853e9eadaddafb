import { expect, test } from "vitest";
import { withImportNames } from "./import-names.ts";

test.each([
  ["(0 , $names.cow) is not a function", "cow is not a function"],
  ["(0, $names.cow) is not a function", "cow is not a function"],
  ["(0 , $names.cow).legs is not iterable", "cow.legs is not iterable"],
  ["$names2.größe is not iterable, nor (0 , $names2.b)", "größe is not iterable, nor b"],
])("%s reads as the author wrote it", (text, written) => {
  expect(withImportNames(text)).toBe(written);
});

test("other text stays as it is", () => {
  for (const text of ["(0 , cow.legs)", "$name.x", "", "$names", "$names2 (0, x)"]) {
    expect(withImportNames(text)).toBe(text);
  }
});
