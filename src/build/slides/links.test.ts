import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typescript } from "../../languages/typescript.ts";
import { escapeText } from "../markup/html.ts";
import { linkFaults, openOutside } from "./links.ts";
import { renderDeck } from "./render.ts";
import { isSlideFile, orderSlides, parseSlide } from "./slide.ts";

const slides = new Set(["race"]);

test("a link out of the deck opens in a tab of its own", () => {
  expect(openOutside('<a href="https://peps.python.org/pep-0255/" class="x">PEP 255</a>')).toBe(
    '<a href="https://peps.python.org/pep-0255/" class="x" target="_blank" rel="noopener">PEP 255</a>',
  );
});

test("a link to a slide stays in the tab", () => {
  const link = '<a href="#/race">the race</a>';
  expect(openOutside(link)).toBe(link);
});

test("other elements are no links", () => {
  const other = '<aside class="x"></aside><animal-dial pane="https://x"></animal-dial>';
  expect([openOutside(other), linkFaults(other, slides)]).toEqual([other, []]);
});

test.each([
  ['<a href="#/race">', undefined],
  ['<a href="#/rice">', "leads to no slide"],
  ['<a href="race">', "leads to no slide"],
  ["<a name=x>", "leads to no slide"],
  ['<a href="https://a.b" target="_blank" rel="noopener">', undefined],
  ['<a href="https://a.b" target="_blank" rel="external noopener">', undefined],
  ['<a href="http://a.b" target="_blank" rel="noopener">', "is not https"],
  ['<a href="//a.b" target="_blank" rel="noopener">', "is not https"],
  ['<a href="javascript:0" target="_blank" rel="noopener">', "is not https"],
  ['<a href="https://a.b" rel="noopener">', "does not open in a new tab"],
  ['<a href="https://a.b" target="_blank">', "has no rel=noopener"],
])("of %s is said: %s", (tag, fault) => {
  expect(linkFaults(tag, slides)).toEqual(fault === undefined ? [] : [`${tag} ${fault}.`]);
});

test("every link of the deck leads to a slide, or over https into a tab of its own", () => {
  const folder = new URL("../../../slides/", import.meta.url);
  const read = (path: string) => {
    try {
      return readFileSync(new URL(path, folder), "utf8");
    } catch {
      return undefined;
    }
  };
  const files = readdirSync(folder).filter(isSlideFile);
  const deck = orderSlides(files.map((file) => parseSlide(file, read(file) ?? "")));
  const html = renderDeck(deck, {
    readArt: read,
    address: "/slides/",
    readExample: (name) => read(`examples/${name}`),
    languages: [typescript],
    highlight: escapeText,
  });
  expect(linkFaults(html, new Set(deck.map(({ id }) => id)))).toEqual([]);
});
