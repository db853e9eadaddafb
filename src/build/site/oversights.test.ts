import { expect, test } from "vitest";
import { oversights } from "./oversights.ts";

test("a slide without notes and a pane without a recording are told", () => {
  const slides = [
    { file: "01-cow.md", notes: "Moo." },
    { file: "02-pig.md", notes: "" },
  ];
  const panes = [{ id: "cow-1" }, { id: "pig-1" }];
  expect(oversights(slides, panes, (path) => path === "recordings/cow-1.json")).toEqual([
    'slides/02-pig.md has no notes: write them below a line "Note:".',
    "The pane pig-1 has no recording: npm run record makes it.",
  ]);
});

test("of a whole talk nothing is told", () => {
  expect(oversights([{ file: "01-cow.md", notes: "Moo." }], [{ id: "cow-1" }], () => true)).toEqual([]);
});
