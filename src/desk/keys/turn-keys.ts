// The keys that turn slides, for the desk while the projector is frozen. Otherwise reveal.js handles them in the deck.

import type { SlidePlace } from "../../deck/shown-deck.ts";
import type { KeyRecord } from "../../keys/key.ts";
import type { Slides } from "../pictures/slides.ts";

/** Returns where a key leads from a place; `undefined` if it leads nowhere. */
export type Turn = (slides: Slides, place: SlidePlace) => SlidePlace | undefined;

const next: Turn = (slides, place) => slides.after(place);
const back: Turn = (slides, place) => slides.before(place);
const start = (id: string | undefined) => (id === undefined ? undefined : { slide: id, step: 0 });

export const turnKeys: readonly KeyRecord<Turn>[] = [
  {
    keys: { "→": next, "↓": next, Space: next, N: next, J: next, L: next, PgDn: next },
    does: "next step or slide",
  },
  {
    keys: { "←": back, "↑": back, "⇧ Space": back, P: back, H: back, K: back, PgUp: back },
    does: "previous step or slide",
  },
  {
    keys: {
      "Alt →": (slides, { slide }) => start(slides.sections[slides.position(slide)]?.id),
      "Alt ←": (slides, { slide }) => start(slides.sections[slides.position(slide) - 2]?.id),
    },
    does: "next, previous slide without its steps",
  },
  {
    keys: {
      Home: (slides) => start(slides.sections[0]?.id),
      "⇧ ←": (slides) => start(slides.sections[0]?.id),
      End: (slides) => start(slides.sections.at(-1)?.id),
      "⇧ →": (slides) => start(slides.sections.at(-1)?.id),
    },
    does: "first slide, last slide",
  },
];
