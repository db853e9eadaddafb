// Puts the menu of slides and its button into the page, and says what its foot offers.

import { asksForReading, otherView } from "../../screen/slide-address.ts";
import { type MenuActions, menuButton, SlideMenu } from "./slide-menu.ts";

export interface MenuSurroundings {
  /** The address of the slide that is shown. */
  readonly current: () => string | undefined;
  readonly toggleHandout: () => void;
  readonly help: () => void;
  readonly extras: MenuExtras;
}

/** What the menu has that the deck itself does not know of. */
export type MenuExtras = Pick<MenuActions, "parts" | "offers">;

/** The menu, with its button in the corner of the slides. */
export function addSlideMenu({ current, toggleHandout, help, extras }: MenuSurroundings): SlideMenu {
  const menu = new SlideMenu({
    parts: extras.parts,
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
      ...extras.offers,
      { label: "Keys", act: help },
    ],
  });
  document.querySelector(".reveal")?.append(menuButton(() => menu.open()));
  return menu;
}
