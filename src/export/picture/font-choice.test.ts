// Tests the choice of fonts.

import { describe, expect, test } from "vitest";
import { type FontFaceRule, familyNames, neededFaces, type SetText } from "./font-choice.ts";

const latin: FontFaceRule = {
  family: "Text Variable",
  weight: "200 800",
  style: "normal",
  range: "U+0000-00FF, U+0131, U+2000-206F",
  url: "latin.woff2",
};
const extended: FontFaceRule = { ...latin, range: "U+0100-02BA", url: "extended.woff2" };
const title: FontFaceRule = { ...latin, family: "Title", weight: "700", range: "", url: "title.woff2" };
const faces = [latin, extended, title];

function urls(...texts: Partial<SetText>[]): string[] {
  const usual = { text: "Moo", families: `"Text Variable", Arial`, weight: 400 };
  return neededFaces(
    texts.map((text) => ({ ...usual, ...text })),
    faces,
  ).map(({ url }) => url);
}

describe("a text needs", () => {
  test("the face that has its characters, once", () => {
    expect(urls({}, { text: "Oink × 2…" }, { weight: 700 })).toEqual(["latin.woff2"]);
  });

  test("further faces for further characters", () => {
    expect(urls({ text: "kůň" })).toEqual(["latin.woff2", "extended.woff2"]);
  });

  test("the first family that has a character, and no other", () => {
    expect(urls({ families: `"Text Variable", "Title"` })).toEqual(["latin.woff2"]);
    expect(urls({ families: `Missing, title` })).toEqual(["title.woff2"]);
    expect(urls({ families: `"Text Variable", "Title"`, text: "牛" })).toEqual(["title.woff2"]);
  });

  test("no face if the page has no such family, or if the text is empty", () => {
    expect(urls({ families: "Arial, sans-serif" }, { text: "" })).toEqual([]);
    expect(urls({ text: "牛" })).toEqual([]);
  });

  test("a face of another weight if the family has none of the text's weight", () => {
    expect(urls({ families: "Title", weight: 400 })).toEqual(["title.woff2"]);
    expect(urls({ weight: 900 })).toEqual(["latin.woff2"]);
  });
});

test.each([
  ["U+26", "&", true],
  ["u+4??", "\u04ab", true],
  ["U+4??", "\u0500", false],
  ["U+1F400-1F4FF", "🐄", true],
  [" U+0041 , U+0043", "B", false],
])("the range %s and the character %s: %s", (range, text, isCovered) => {
  expect(neededFaces([{ text, families: "Text Variable", weight: 400 }], [{ ...latin, range }])).toHaveLength(
    isCovered ? 1 : 0,
  );
});

test("the face with the weight of the text is chosen from several weights", () => {
  const bold = { ...latin, weight: "bold", url: "bold.woff2" };
  const plain = { ...latin, weight: "normal" };
  const needed = neededFaces([{ text: "a", families: "Text Variable", weight: 700 }], [plain, bold]);
  expect(needed).toEqual([bold]);
});

test("names of families may be quoted, and quoted names may contain commas", () => {
  expect(familyNames(`"A, B", 'C', Arial, sans-serif`)).toEqual(["A, B", "C", "Arial", "sans-serif"]);
});
