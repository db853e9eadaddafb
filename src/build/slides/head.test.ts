import { expect, test } from "vitest";
import type { Talk } from "../../talk/talk.ts";
import { fillHead } from "./head.ts";
import { parseSlide } from "./slide.ts";

const page =
  "<title><!-- title --></title>\n<!-- description -->\n<!-- icon -->\n<!-- theme -->\n<!-- slides -->";

/** Returns the lines of the page's head, for a talk with this first slide and these files. */
function head(talk: Talk, body: string, files: readonly string[] = []): string[] {
  const folder = { address: "/slides/", has: (path: string) => files.includes(path) };
  return fillHead(page, talk, [parseSlide("01-hello.md", body)], folder).split("\n");
}

test("the page's head has the title, description, icon and theme of the talk", () => {
  const talk = { title: "Cows & pigs", description: 'On "Moo"' };
  expect(head(talk, "# Hello", ["art/favicon.svg", "theme/theme.css"])).toEqual([
    "<title>Cows &amp; pigs</title>",
    '<meta name="description" content="On &quot;Moo&quot;" /><meta property="og:type" content="website" />' +
      '<meta property="og:title" content="Cows &amp; pigs" />' +
      '<meta property="og:description" content="On &quot;Moo&quot;" />',
    '<link rel="icon" type="image/svg+xml" href="/slides/art/favicon.svg" />',
    '<link rel="stylesheet" href="/slides/theme/theme.css" />',
    "<!-- slides -->",
  ]);
});

test("a talk without a title takes its first heading, and one without an icon does not make the browser ask for it", () => {
  expect(head({}, "# Hello *world*\n\n## More")).toEqual([
    "<title>Hello world</title>",
    '<meta property="og:type" content="website" /><meta property="og:title" content="Hello world" />',
    '<link rel="icon" href="data:," />',
    "",
    "<!-- slides -->",
  ]);
});

test("a link preview has the talk's picture, and a phone its icon", () => {
  const files = ["art/preview.png", "art/touch-icon.png", "art/favicon.svg"];
  const [, description, icons] = head({ title: "Cows" }, "# Hello", files);
  expect(description).toContain('<meta property="og:image" content="/slides/art/preview.png" />');
  expect(icons).toContain('<link rel="apple-touch-icon" href="/slides/art/touch-icon.png" />');
});

test.each([
  ["# One", "One"],
  ['<h1><span class="opening">A Brief</span> Introduction</h1>', "A Brief Introduction"],
  ["No heading", "hello"],
])("a first slide of %s is called %s", (body, title) => {
  expect(head({}, body)[0]).toBe(`<title>${title}</title>`);
});
