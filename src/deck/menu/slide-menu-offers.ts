// Puts the menu of slides and its button into the page, and says what its foot offers.

import { asksForReading, otherView } from "../../screen/slide-address.ts";
import { type MenuOffer, menuButton, SlideMenu } from "./slide-menu.ts";

export interface MenuSurroundings {
  /** The address of the slide that is shown. */
  readonly current: () => string | undefined;
  readonly toggleHandout: () => void;
  readonly help: () => void;
  /** What the deck itself does not do. */
  readonly offers: readonly MenuOffer[];
}

/** The menu, with its button in the corner of the slides. */
export function addSlideMenu({ current, toggleHandout, help, offers }: MenuSurroundings): SlideMenu {
  const menu = new SlideMenu({
    current,
    go: (slide) => {
      location.hash = `/${slide}`;
    },
    offers: [
      { label: "Notes", act: toggleHandout },
      {
        label: asksForReading(location.search) ? "Back to the slides" : "Read as one page",
        act: () => location.assign(otherView(location.href, current())),
      },
      ...offers,
      { label: "Keys", act: help },
    ],
  });
  document.querySelector(".reveal")?.append(menuButton(() => menu.open()));
  return menu;
}
