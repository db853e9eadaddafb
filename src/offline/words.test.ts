import { expect, test } from "vitest";
import type { KeptFile } from "../service-worker/protocol.ts";
import { inventorySentence, megabytes } from "./words.ts";

function file(path: string, isEssential: boolean, isKept: boolean): KeptFile {
  return { path, bytes: 1_250_000, hash: "", isEssential, isKept };
}

function sentence(...files: KeptFile[]): string {
  return inventorySentence({ version: "1a2b3c4d", files });
}

test("sizes are decimal megabytes", () => {
  expect(megabytes(13_978_850)).toBe("14.0 MB");
});

test("a deck that is stored completely needs no network", () => {
  expect(sentence(file("index.html", true, true), file("a.js", false, true))).toBe(
    "The whole deck is stored in this browser (2 files, 2.5 MB). It needs no network any more.",
  );
});

test("after a first visit the slides are stored, but not yet the files that run panes", () => {
  expect(sentence(file("index.html", true, true), file("a.js", false, false))).toBe(
    "The slides and their recordings are stored in this browser. Editing and running also need the other 1 of 2 files: 1.3 MB of 2.5 MB to come.",
  );
});

test("if a part of the slides is missing, the deck is not called readable", () => {
  expect(sentence(file("index.html", true, false), file("a.js", false, true))).toContain(
    "Not all of the slides are stored",
  );
});
