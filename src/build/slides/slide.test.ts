import { expect, test } from "vitest";
import { isSlideFile, orderSlides, parseSlide } from "./slide.ts";

test("a slide's id is its file's name without number and ending", () => {
  const { id, number } = parseSlide("09-sequential-execution.md", "## Sequential execution");
  expect([id, number]).toEqual(["sequential-execution", 9]);
});

test("reveal's comment in the first line becomes attributes and is removed from the body", () => {
  const slide = parseSlide("01-title.md", '<!-- .slide: class="title wide" data-x=1 -->\n# Title\n');
  expect([...slide.attributes]).toEqual([
    ["class", "title wide"],
    ["data-x", "1"],
  ]);
  expect(slide.body).toBe("# Title");
});

test("an attribute in the comment may hold what HTML must escape", () => {
  const slide = parseSlide("01-title.md", '<!-- .slide: data-x="&quot;a&quot; &amp;lt;" -->');
  expect(slide.attributes.get("data-x")).toBe('"a" &lt;');
});

test("the text after a line that begins with Note: is the speaker notes", () => {
  const { body, notes } = parseSlide("01-title.md", "# Title\n\nNote: Say hello.\n\n- one\n");
  expect([body, notes]).toEqual(["# Title", "Say hello.\n\n- one"]);
});

test("the line in which the notes begin is told, for messages", () => {
  const lines = (text: string) => parseSlide("01-title.md", text).notesLine;
  expect(lines('<!-- .slide: class="a" -->\n# Title\n\nNote:\n\nSay hello.\n\n- one\n')).toBe(6);
  expect(lines("# Title\n\nNote: Say hello.")).toBe(3);
  expect(lines("# Title\n\nNote:\n\n")).toBe(0);
  expect(lines("# Title")).toBe(0);
});

test("the word Note: within a line starts no notes", () => {
  const { body, notes } = parseSlide("01-title.md", "A Note: nothing.");
  expect([body, notes]).toEqual(["A Note: nothing.", ""]);
});

test("a slide with the ends of line of Windows reads the same", () => {
  const { body, notes } = parseSlide("01-title.md", "# One\r\n\r\ntwo\r\nNote:\r\nthree\r\n");
  expect([body, notes]).toEqual(["# One\n\ntwo", "three"]);
});

test("slides stand in the order of their numbers, not of their names", () => {
  const slides = ["100-last.md", "20-second.md", "03-first.md"].map((file) => parseSlide(file, ""));
  expect(orderSlides(slides).map(({ id }) => id)).toEqual(["first", "second", "last"]);
});

test("two slides of one id are refused with both names", () => {
  const slides = ["03-cow.md", "20-cow.md"].map((file) => parseSlide(file, ""));
  expect(() => orderSlides(slides)).toThrow(
    'slides/20-cow.md: another slide, 03-cow.md, already has the id "cow".',
  );
});

test("other Markdown files in the folder are not slides", () => {
  expect(["09-cow.md", "README.md", "cow.md", "09-cow.txt", "09-Cow.md"].filter(isSlideFile)).toEqual([
    "09-cow.md",
  ]);
});
