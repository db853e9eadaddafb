import { expect, test } from "vitest";
import { isKeyboard, wayIntoView } from "./on-screen-keyboard.ts";

const phone = { width: 390, height: 844 };

test("a keyboard takes much of the height and nothing of the width", () => {
  expect(isKeyboard(phone, { width: 390, height: 430 })).toBe(true);
  expect(isKeyboard(phone, { width: 390, height: 788 })).toBe(false);
  expect(isKeyboard(phone, { width: 844, height: 390 })).toBe(false);
  expect(isKeyboard({ width: 390, height: 430 }, phone)).toBe(false);
});

const seen = { top: 0, bottom: 430 };
const cursor = { top: 500, bottom: 560 };

test("a band that is visible stays where it is", () => {
  expect(wayIntoView(seen, [{ top: 10, bottom: 420 }])).toBe(0);
});

test("a band behind the keyboard moves up, with as much around it as fits", () => {
  expect(wayIntoView(seen, [{ top: 200, bottom: 600 }, cursor])).toBe(170);
  expect(wayIntoView(seen, [{ top: 100, bottom: 600 }, { top: 480, bottom: 580 }, cursor])).toBe(150);
  expect(wayIntoView(seen, [{ top: 100, bottom: 700 }, cursor])).toBe(130);
});

test("a band that has moved up too far comes down again", () => {
  expect(wayIntoView(seen, [{ top: -80, bottom: 300 }])).toBe(-80);
});

test("the visible part may begin below the top of the window, as in Safari", () => {
  expect(wayIntoView({ top: 300, bottom: 730 }, [cursor])).toBe(0);
  expect(wayIntoView({ top: 100, bottom: 530 }, [cursor])).toBe(30);
});

test("if even the cursor's line is too high, its lower end is visible", () => {
  expect(wayIntoView({ top: 0, bottom: 40 }, [cursor])).toBe(520);
});
