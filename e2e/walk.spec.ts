// Walks through the whole deck, slide by slide and step by step: nothing is cut off, outside or overlapping, every
// control has a name, and axe finds nothing.

import { expect, test } from "./fixtures.ts";
import { openSlide, slideNames } from "./steps/deck.ts";
import { enter, rooms, walk } from "./steps/walk.ts";

for (const room of rooms) {
  const { theme, width, height } = room;
  test(`every slide and every step is whole and accessible, ${theme} at ${width} by ${height}`, async ({
    page,
  }) => {
    // Set here, since the fixture that watches a test sets a timeout too.
    test.setTimeout(300_000);
    await enter(page, room);
    const deck = await openSlide(page, slideNames[0]);
    expect(await walk(deck, room)).toEqual([]);
  });
}
