// Says why the desk shows no deck, and what to do about it.

import type { LinkState } from "./link/desk-end.ts";

const sentences: Readonly<Record<LinkState, string>> = {
  joined: "",
  greeting: "Looking for the deck …",
  silent: "The deck does not answer. If its page is loading or busy, it is found again by itself.",
  gone: "This is the speaker’s desk, and its deck is closed. Open the deck, and press S there.",
  "other-version":
    "The deck’s page is of another version than this one. Reload this window; if that does not help, the deck.",
};

export class Missing {
  /** A line at the top of the desk. It is hidden while the deck answers. */
  readonly element = document.createElement("p");

  constructor() {
    this.element.className = "desk-missing";
    this.element.setAttribute("role", "status");
    this.show("greeting");
  }

  show(state: LinkState): void {
    this.element.textContent = sentences[state];
    document.documentElement.dataset.link = state;
  }
}
