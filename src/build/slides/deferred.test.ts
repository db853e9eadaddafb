// Tests of deferring the content of far slides.

import { expect, test } from "vitest";
import { deferSlides } from "./deferred.ts";

const first = "<section id=a><h1>Cows</h1></section>";

/** Returns the second slide of a deck after deferring. */
function second(content: string): string {
  return deferSlides(`${first}\n<section id=b>${content}</section>`).slice(first.length + 1);
}

test("the first slide stays as it is; the content of the others is deferred", () => {
  expect(deferSlides(`${first}\n<section id=b><h2>Pigs</h2></section>`)).toBe(
    `${first}\n<section id=b><noscript><h2>Pigs</h2></noscript></section>`,
  );
});

test("a pane stays an element, with its content deferred apart from the rest of the slide", () => {
  expect(second('<h2>Pigs</h2>\n<live-pane id="b-1"><p>oink</p></live-pane>\n<aside>Say oink.</aside>')).toBe(
    '<section id=b><noscript><h2>Pigs</h2>\n</noscript><live-pane id="b-1"><noscript><p>oink</p></noscript></live-pane>' +
      "<noscript>\n<aside>Say oink.</aside></noscript></section>",
  );
});

test("elements around a pane stay, because a part of an element cannot be deferred", () => {
  expect(second("<h2>Pigs</h2><div><br><live-pane><p>oink</p></live-pane></div><p>Moo</p>")).toBe(
    "<section id=b><noscript><h2>Pigs</h2></noscript><div><noscript><br></noscript>" +
      "<live-pane><noscript><p>oink</p></noscript></live-pane></div><noscript><p>Moo</p></noscript></section>",
  );
});

test("elements without an end tag do not count as open", () => {
  expect(second('<p title="a > b">oink<br><img src=x /></p><live-pane>x</live-pane>')).toBe(
    '<section id=b><noscript><p title="a > b">oink<br><img src=x /></p></noscript><live-pane><noscript>x</noscript></live-pane></section>',
  );
});

test("content that leaves out end tags stays as it is", () => {
  expect(second("<ul><li>oink</ul>")).toBe("<section id=b><ul><li>oink</ul></section>");
});

test("a slide with a <noscript> of its own stays as it is", () => {
  expect(second("<noscript>moo</noscript>")).toBe("<section id=b><noscript>moo</noscript></section>");
});
