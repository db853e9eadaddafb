// Tests of decks with more or fewer slides.

import { expect, test } from "vitest";
import { resizeDeck } from "./long-deck.mjs";

const deck = `<main><section id="a" class="title present">A</section>
<section id="b"><live-pane id="b-1"></live-pane></section></main>`;

test("a deck is cut short", () => {
  expect(resizeDeck(deck, 1)).toBe('<main><section id="a" class="title present">A</section></main>');
});

test("copies have names of their own, and only the first slide is the present one", () => {
  expect(resizeDeck(deck, 4)).toBe(
    `${deck.slice(0, -"</main>".length)}
<section id="round-1-a" class="title">A</section>
<section id="round-1-b"><live-pane id="round-1-b-1"></live-pane></section></main>`,
  );
});
