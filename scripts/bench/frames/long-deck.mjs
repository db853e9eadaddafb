// Makes the deck longer or shorter: repeats its slides under other names.

/** Attributes whose values begin with the id of a slide. */
const names = /\b(id|for|popovertarget|aria-controls|aria-labelledby|pane)="([^"]+)"/g;

/**
 * Returns the HTML of a deck with `count` slides: the first ones, or all of them and then as many copies as needed.
 * @param {string} html a built page
 * @param {number} count
 */
export function resizeDeck(html, count) {
  const slides = html.match(/<section\b[\s\S]*?<\/section>/g) ?? [];
  const all = Array.from({ length: count }, (_, index) => {
    const slide = slides[index % slides.length] ?? "";
    const round = Math.floor(index / slides.length);
    return round === 0 ? slide : rename(slide, round);
  });
  const first = html.indexOf(slides[0] ?? "");
  const last = slides.at(-1) ?? "";
  return html.slice(0, first) + all.join("\n") + html.slice(html.indexOf(last) + last.length);
}

/**
 * @param {string} slide
 * @param {number} round
 */
function rename(slide, round) {
  return slide
    .replace(names, (_, name, id) => `${name}="round-${round}-${id}"`)
    .replace(/class="present"|(class="[^"]*) present"/, (_, others = 'class="') => `${others}"`);
}
