// Tests of drawing the modules of a QR code.

import { encode } from "uqr";
import { expect, test } from "vitest";
import { modulesPath } from "./qr-code.ts";

test("dark modules beside each other are one bar", () => {
  const rows = [
    [true, true, false, true],
    [false, false, false, false],
    [false, true, true, true],
  ];
  expect(modulesPath(rows)).toBe("M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z");
});

test("the bars cover as many modules as are dark, in the code of an address too", () => {
  const { data } = encode("https://x.org/talk/", { ecc: "M", border: 0 });
  const lengths = [...modulesPath(data).matchAll(/h(\d+)v/g)].map(([, length]) => Number(length));
  expect(lengths.reduce((sum, length) => sum + length)).toBe(data.flat().filter(Boolean).length);
});
