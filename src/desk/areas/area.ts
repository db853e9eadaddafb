// The areas of the desk's page: each shows one thing, and none knows another.

import { cuePane } from "../../deck/cue-turns.ts";
import type { SlidePlace } from "../../deck/shown-deck.ts";
import type { LivePane } from "../../pane/live-pane.ts";
import type { DeckFacts, SentKey } from "../link/message.ts";
import type { Plan } from "../pace/plan.ts";
import type { ClockDeed } from "../pace/talk-clock.ts";
import type { Slides } from "../pictures/slides.ts";

/** What the desk shows at a moment. */
export interface DeskView {
  readonly slides: Slides;
  /** The place that the desk shows. */
  readonly place: SlidePlace;
  readonly facts: DeckFacts;
  /** True while the projector stands still and the desk may look elsewhere. */
  readonly isFrozen: boolean;
  /** The plan for the time that the speaker has. */
  readonly plan: Plan;
  /** The mirrors of the present slide's panes. */
  readonly panes: readonly LivePane[];
}

/** What an area can have done. */
export interface DeskActions {
  /** Presses a key in the deck's window. */
  readonly press: (key: SentKey) => void;
  /** Goes to the next or the previous step or slide, as a clicker does. */
  readonly turn: (direction: "next" | "back") => void;
  readonly openMenu: () => void;
  readonly freeze: () => void;
  /** Starts, pauses or sets the clock of the talk. */
  readonly clock: (deed: ClockDeed) => void;
  /** Ends the freezing: the projector goes where the desk looks. */
  readonly showThis: () => void;
  /** Ends the freezing: the desk goes back to where the projector stands. */
  readonly goBack: () => void;
}

/** One area of the desk. */
export interface Area {
  readonly element: HTMLElement;
  /** Called after each change of the deck and after each event of the shown panes, at most once per frame. */
  show(view: DeskView): void;
}

/** True if the next key that turns slides plays a cue of the present slide. Read it when the present slide is shown. */
export function isCueNext({ facts, isFrozen, panes: [pane] }: DeskView): boolean {
  const slide = pane?.closest("section");
  return facts.cuesAreSteps && !isFrozen && slide != null && cuePane(slide, "next") !== undefined;
}

/**
 * Makes the element of an area: a landmark with a name.
 * @param id also its place in the page's grid, for example "notes" for `#desk-notes`
 */
export function areaElement(id: string, name: string): HTMLElement {
  const element = document.createElement("section");
  element.className = "desk-area";
  element.id = `desk-${id}`;
  element.setAttribute("aria-label", name);
  return element;
}

/** Makes an element with a class and a text. */
export function part(tag: string, className: string, text = ""): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

/** Sets the text of an element if it is another one. Screen readers say a text that is set, even if it is the same. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
