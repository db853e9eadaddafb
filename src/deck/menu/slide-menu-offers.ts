// Adds the slide menu and its button to the page, and defines the buttons at its foot.

import { cuesAreSteps, toggleCuesAreSteps } from "../../screen/settings.ts";
import { asksForReading, type LinkedPlace, otherView } from "../../screen/slide-address.ts";
import { copyLink } from "../sharing/place-link.ts";
import { sharedAddress } from "../sharing/shared-address.ts";
import { showAddress } from "../sharing/sharing-sheet.ts";
import { sections } from "./slide-list.ts";
import { type MenuActions, type MenuOffer, menuButton, SlideMenu } from "./slide-menu.ts";

const cueSwitch: MenuOffer = { label: "Cues with →", act: toggleCuesAreSteps, isOn: cuesAreSteps };

export interface MenuSurroundings {
  /** Returns the id of the slide that is shown. */
  readonly current: () => string | undefined;
  /** Returns the place that is shown, with its step and cues. */
  readonly place: () => LinkedPlace;
  readonly toggleHandout: () => void;
  readonly help: () => void;
  readonly extras: MenuExtras;
}

/** Parts and buttons of the menu that the deck itself does not know. */
export type MenuExtras = Pick<MenuActions, "parts" | "offers">;

/** A link for others, and the deck's address for the room if others can open it. A file has neither. */
function sharing(place: () => LinkedPlace): MenuOffer[] {
  if (location.protocol === "file:") return [];
  const link = { label: "Copy link to this place", act: () => void copyLink(location.href, place()) };
  const address = sharedAddress(location.href);
  return address === undefined ? [link] : [link, { label: "QR code", act: () => void showAddress(address) }];
}

/** Adds the menu and its button in the corner of the slides. */
export function addSlideMenu({ current, place, toggleHandout, help, extras }: MenuSurroundings): SlideMenu {
  const menu = new SlideMenu({
    parts: extras.parts,
    current,
    slides: sections,
    go: (slide) => {
      location.hash = `/${slide}`;
    },
    offers: [
      { label: "Notes", act: toggleHandout },
      {
        label: asksForReading(location.search) ? "Back to the slides" : "Read as one page",
        act: () => location.assign(otherView(location.href, current())),
      },
      ...(asksForReading(location.search) ? [] : [cueSwitch]),
      ...extras.offers,
      ...sharing(place),
      { label: "Keys", act: help },
    ],
  });
  document.querySelector(".reveal")?.append(menuButton(() => menu.open()));
  return menu;
}
