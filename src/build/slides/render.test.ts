import { expect, test } from "vitest";
import { typescript } from "../../languages/typescript.ts";
import { deckPanes, renderDeck } from "./render.ts";
import { orderSlides, parseSlide } from "./slide.ts";

const art: Record<string, string> = {
  "art/dial.svg": '<?xml version="1.0"?>\n<!-- a dial -->\n<svg class="dial" viewBox="0 0 1 1"><path/></svg>',
};
const examples: Record<string, string> = {
  "cow.ts": 'import "./moo"; // text of cow',
  "pig.ts": "// text of pig",
  "moo.ts": "// text of moo",
};

function render(texts: Record<string, string>): string {
  const slides = Object.entries(texts).map(([file, text]) => parseSlide(file, text));
  return renderDeck(orderSlides(slides), {
    readArt: (path) => art[path],
    address: "/slides/",
    readExample: (name) => examples[name],
    languages: [typescript],
    highlight: (text, grammar) => `${grammar}: ${text}`,
  });
}

/** Returns the examples whose text is in the HTML, in order. */
function textsIn(html: string): string[] {
  return [...html.matchAll(/text of (\w+)/g)].map(([, name = ""]) => name);
}

test("the first slide alone is present", () => {
  const html = render({ "02-b.md": "b", "01-a.md": '<!-- .slide: class="title" -->\na' });
  expect(html.match(/<section[^>]*>/g)).toEqual([
    '<section id="a" data-number="1" class="title present">',
    '<section id="b" data-number="2">',
  ]);
});

test("notes are Markdown in an aside", () => {
  expect(render({ "01-a.md": "a\nNote:\nSay *hello*." })).toContain(
    '<aside class="notes">\n<p>Say <em>hello</em>.</p>\n</aside>',
  );
});

test("text gets the quotes and dashes of print, code does not", () => {
  expect(render({ "01-a.md": 'a "b" -- `"c" -- d`' })).toContain(
    "<p>a “b” – <code>&quot;c&quot; -- d</code></p>",
  );
});

test("a block of code is highlighted in its language", () => {
  const html = render({ "01-a.md": "```python\nawait ask()\n```\n\n```ts\nawait ask();\n```" });
  expect(html).toContain(
    '<pre class="code"><code>python: await ask()</code></pre>\n<pre class="code"><code>typescript: await ask();</code></pre>',
  );
});

test("a block of code in no known language is refused", () => {
  expect(() => render({ "01-a.md": "```ruby\n```" })).toThrow(
    'slides/01-a.md: "ruby" is no language of a block of code; write ts or python.',
  );
});

test("a drawing is put into the page as one picture with its description", () => {
  expect(render({ "01-a.md": '![The "dial"](art/dial.svg)' })).toContain(
    '<svg class="dial" viewBox="0 0 1 1" role="img" aria-label="The &quot;dial&quot;"><path/></svg>',
  );
});

test("a drawing without description is decoration, and takes the class of its image", () => {
  expect(render({ "01-a.md": '<img src="art/dial.svg" alt="" class="fragment">' })).toContain(
    '<svg class="dial fragment" viewBox="0 0 1 1" aria-hidden="true">',
  );
});

test("other pictures get the address of the folder of slides", () => {
  expect(render({ "01-a.md": "![A photo](art/farm.jpg)" })).toContain('src="/slides/art/farm.jpg"');
});

test("the error for a missing drawing names its slide", () => {
  expect(() => render({ "01-a.md": "![x](art/none.svg)" })).toThrow(
    "slides/01-a.md: there is no picture slides/art/none.svg.",
  );
});

test("panes are numbered within their slide and stand in no paragraph", () => {
  const html = render({
    "01-a.md": 'text\n\n<live-pane src="cow.ts"></live-pane>\n\n<live-pane src="pig.ts"></live-pane>',
  });
  expect(html.match(/<live-pane[^>]*>/g)).toEqual([
    '<live-pane src="cow.ts" id="a-1">',
    '<live-pane src="pig.ts" id="a-2">',
  ]);
  expect(html).not.toContain("<p><live-pane");
});

test("a pane within other HTML is filled too", () => {
  const html = render({ "01-a.md": '<div class="wide">\n<live-pane src="cow.ts"></live-pane>\n</div>' });
  expect(textsIn(html)).toEqual(["cow", "moo"]);
});

test("a race shows the files of both entries", () => {
  const html = render({ "01-a.md": '<live-pane src="pig.ts" against="cow.ts"></live-pane>' });
  expect(textsIn(html)).toEqual(["pig", "cow", "moo"]);
});

test("the error for an unknown attribute of a pane names it, its slide and those that there are", () => {
  expect(() => render({ "01-a.md": '<live-pane src="cow.ts" worker="4"></live-pane>' })).toThrow(
    'slides/01-a.md: a <live-pane> has no attribute "worker"; it has src, against, opens, workers, worker-name, unit, cues, green-threads.',
  );
});

test("the file that a pane opens comes first, whichever file its program begins in", () => {
  const html = render({ "01-a.md": '<live-pane src="cow.ts" opens="moo.ts"></live-pane>' });
  expect(textsIn(html)).toEqual(["moo", "cow"]);
  expect(() => render({ "01-a.md": '<live-pane src="cow.ts" opens="pig.ts"></live-pane>' })).toThrow(
    'slides/01-a.md: opens="pig.ts" of a <live-pane> is none of its files: cow.ts, moo.ts.',
  );
});

test("the functions whose calls are green threads are in a file of the pane", () => {
  const rendered = (names: string) =>
    render({ "01-a.md": `<live-pane src="cow.ts" green-threads="${names}"></live-pane>` });
  expect(rendered("moo")).toContain('green-threads="moo"');
  expect(() => rendered("moo shout")).toThrow(
    'slides/01-a.md: green-threads="shout" of a <live-pane> is in none of its files: cow.ts, moo.ts.',
  );
});

test("a pane keeps the attributes of its workers", () => {
  const html = render({
    "01-a.md": '<live-pane src="cow.ts" workers="8" worker-name="calf"></live-pane>',
  });
  expect(html).toContain('<live-pane src="cow.ts" workers="8" worker-name="calf" id="a-1">');
});

test.each(["0", "9", "2.5", "two", ""])('workers="%s" is refused', (workers) => {
  expect(() => render({ "01-a.md": `<live-pane src="cow.ts" workers="${workers}"></live-pane>` })).toThrow(
    `slides/01-a.md: workers="${workers}" of a <live-pane> is no whole number from 1 to 8.`,
  );
});

test.each([
  "<live-pane></live-pane>",
  '<live-pane src="cow.ts">',
  '<live-pane src="cow.ts">text</live-pane>',
])("%s is refused", (pane) => {
  expect(() => render({ "01-a.md": pane })).toThrow(/^slides\/01-a\.md: /);
});

test("a unit that is not written as an equation is refused", () => {
  expect(() => render({ "01-a.md": '<live-pane src="cow.ts" unit="weeks"></live-pane>' })).toThrow(
    'slides/01-a.md: unit="weeks" of a <live-pane> is not written as in unit="150 ms = 1 week".',
  );
});

const cuedFiles = {
  "cow.ts": "speak();\n",
  "cow.cues.md": "It speaks.\n```run\n```\n",
  "wrong.cues.md": "It waits.\n```edit cow.ts\n-moo();\n+await moo();\n```\n",
};

function renderCued(pane: string): string {
  const readExample = (name: string) => cuedFiles[name as keyof typeof cuedFiles];
  const sources = {
    readExample,
    readArt: () => undefined,
    address: "",
    languages: [typescript],
    highlight: (text: string) => text,
  };
  return renderDeck([parseSlide("01-a.md", pane)], sources);
}

test("a pane has the cues beside its example, or the cues that its slide names", () => {
  expect(renderCued('<live-pane src="cow.ts"></live-pane>')).toContain(
    '[{"kind":"run","note":"It speaks."}]',
  );
  expect(() => renderCued('<live-pane src="cow.ts" cues="none"></live-pane>')).toThrow(
    "slides/01-a.md: there is no slides/examples/none.cues.md for the pane.",
  );
});

test("cues that do not fit their example are refused", () => {
  expect(() => renderCued('<live-pane src="cow.ts" cues="wrong"></live-pane>')).toThrow(
    "slides/examples/wrong.cues.md: cue 1 does not fit cow.ts: what it changes does not stand in it once.",
  );
});

test("the panes of the deck are found with the ids that they have in the page", () => {
  const texts = {
    "02-b.md": 'b\n\n<live-pane src="pig.ts" against="moo.ts" workers="2"></live-pane>\n',
    "01-a.md": '<live-pane src="cow.ts"></live-pane>\n\nand\n\n<live-pane src="pig.ts"></live-pane>\n',
  };
  const slides = Object.entries(texts).map(([file, text]) => parseSlide(file, text));
  const panes = deckPanes(orderSlides(slides), {
    readExample: (name) => examples[name],
    languages: [typescript],
  });
  expect(panes.map(({ id, entries, files }) => [id, entries, files.map(({ name }) => name)])).toEqual([
    ["a-1", ["cow.ts"], ["cow.ts", "moo.ts"]],
    ["a-2", ["pig.ts"], ["pig.ts"]],
    ["b-1", ["pig.ts", "moo.ts"], ["pig.ts", "moo.ts"]],
  ]);
  expect(panes[2]?.attributes.get("workers")).toBe("2");
});
