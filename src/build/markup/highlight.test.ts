import { expect, test } from "vitest";
import { typescript } from "../../languages/typescript.ts";
import { highlight } from "./highlight.ts";
import { loadTokenizer } from "./tokenizer.ts";

const lineTokens = await loadTokenizer(typescript.highlighting);
const pythonTokens = await loadTokenizer({ grammar: "python" });

/** Returns the content of the spans as "class: text". Leaves out plain text. */
function spans(text: string, tokens = lineTokens): string[] {
  const found = highlight(text, tokens).matchAll(/<span class="tok-(\w+)">([^<]*)<\/span>/g);
  return [...found].map(([, name, content]) => `${name}: ${content}`);
}

test("each kind of token has its class", () => {
  expect(spans('const x: Cow = "moo" + 1;')).toEqual([
    "keyword: const",
    "delimiter: :",
    "type: Cow",
    "delimiter: =",
    'string: "moo"',
    "delimiter: +",
    "number: 1",
    "delimiter: ;",
  ]);
  expect(spans("x.match(/a+/); // why")).toContain("regexp: /a+/");
  expect(spans("x.match(/a+/); // why")).toContain("comment: // why");
});

test("a keyword that is newer than Monaco's grammar has the class of keywords", () => {
  expect(spans("await using gate = open();").slice(0, 2)).toEqual(["keyword: await", "keyword: using"]);
});

test("Python has the same classes", () => {
  expect(spans('async with farm: # in\n    await ask("cow", 2)', pythonTokens)).toEqual([
    "keyword: async",
    "keyword: with",
    "delimiter: :",
    "comment: # in",
    "keyword: await",
    "delimiter: (",
    'string: "cow"',
    "delimiter: ,",
    "number: 2",
    "delimiter: )",
  ]);
});

test("neighbours of one class share a span", () => {
  expect(spans("f();")).toEqual(["delimiter: ();"]);
  expect(spans(String.raw`"a\n"`)).toEqual([String.raw`string: "a\n"`]);
});

test("a template string goes on in the next line, and its expressions are code", () => {
  expect(spans("`one\ntwo $" + "{await cow}`")).toEqual([
    "string: `one",
    "string: two ",
    "delimiter: ${",
    "keyword: await",
    "delimiter: }",
    "string: `",
  ]);
});

test("a block comment goes on until it ends", () => {
  expect(spans("/* one\nconst\n*/ const")).toEqual([
    "comment: /* one",
    "comment: const",
    "comment: */",
    "keyword: const",
  ]);
});

test("the text content is the file's text", () => {
  const text = 'if (a < b && c > d) {\n\n\tprint("&amp; \u{1f404}");\n}\n';
  const html = highlight(text, lineTokens).replace(/<[^>]*>/g, "");
  expect(html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")).toBe(text);
});

test("ends of line of Windows become plain ones", () => {
  expect(highlight("a\r\nb", lineTokens)).toBe("a\nb");
});
