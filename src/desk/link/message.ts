// The messages between the deck's window and the desk's window. They are plain JSON data.

import type { Begin } from "../../deck/listed-keys.ts";
import type { SlidePlace } from "../../deck/shown-deck.ts";
import type { ColouredPiece } from "../../editor/support/colours.ts";
import type { InkEvent } from "../../ink/state/ink-event.ts";
import type { PaneEvent } from "../../pane/state/pane-event.ts";
import type { CanvasSize } from "../../screen/canvas.ts";
import type { ClockDeed, TalkClock } from "../pace/talk-clock.ts";

/** What the desk has to know of the deck, besides its panes. */
export interface DeckFacts {
  readonly place: SlidePlace;
  /** The size of a slide in the deck's units: an upright window has another one. */
  readonly canvas: CanvasSize;
  readonly isBlack: boolean;
  /** True while the deck shows all slides at a glance. */
  readonly isOverview: boolean;
  /** True while the deck's window stands still and the desk may look elsewhere. */
  readonly isFrozen: boolean;
  /** The theme that somebody chose; `null` if the system's applies. */
  readonly theme: "light" | "dark" | null;
  /** The chosen size of code in the deck's units; `null` if it is the usual one. */
  readonly codeSize: number | null;
  /** True if the keys that turn slides also play the cues of panes. */
  readonly cuesAreSteps: boolean;
  /** The clock of the talk. */
  readonly clock: TalkClock;
}

/** The parts of a key press that the deck reads. */
export interface SentKey {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

/** What the desk tells the deck. */
export type FromDesk =
  /** Is anybody there? Repeated all the time, so that a deck that was reloaded is found again. */
  | { readonly kind: "greeting" }
  /** The desk has found a page of the deck that it does not know yet. All facts follow. */
  | { readonly kind: "join" }
  /** The desk shows these panes, by their ids, and no others. For each one its whole state follows, then its events. */
  | { readonly kind: "watch"; readonly panes: readonly string[] }
  /** What the speaker does in a pane. `done` with the same number follows the events that it caused at once. */
  | { readonly kind: "deed"; readonly pane: string; readonly event: PaneEvent; readonly number: number }
  /** A key that the deck is to take as if it were pressed in its own window. */
  | { readonly kind: "key"; readonly key: SentKey }
  | { readonly kind: "go"; readonly place: SlidePlace }
  /** What the speaker points to or draws in this window. */
  | { readonly kind: "ink"; readonly event: InkEvent }
  /** The deck's window is to fill the screen, from the first or the present slide, or to end that ("toggle"). */
  | { readonly kind: "full-screen"; readonly from: Begin | "toggle" }
  /** The deck's window is to stand still, or to follow again. */
  | { readonly kind: "freeze"; readonly isFrozen: boolean }
  /** What the speaker does with the clock of the talk. */
  | { readonly kind: "clock"; readonly deed: ClockDeed };

/** What the deck tells the desk. */
export type FromDeck =
  /** The answer to a greeting. Each load of the deck's page has another name. */
  | { readonly kind: "welcome"; readonly load: string }
  | { readonly kind: "facts"; readonly facts: DeckFacts }
  | { readonly kind: "pane"; readonly pane: string; readonly event: PaneEvent }
  /** The colours of lines in a pane's code, which the pictures of the code have not. */
  | { readonly kind: "colours"; readonly pane: string; readonly lines: readonly (readonly ColouredPiece[])[] }
  | { readonly kind: "done"; readonly pane: string; readonly number: number }
  /** What somebody points to or draws, in whichever window. The first event is the whole state. */
  | { readonly kind: "ink"; readonly event: InkEvent }
  /** The browser has refused to fill the screen: it wants a key in the deck's own window. */
  | { readonly kind: "full-screen-refused" }
  /** A key that turns slides, pressed in the deck's window while it is frozen. */
  | { readonly kind: "key"; readonly key: SentKey }
  /** The letter with this number has been taken. */
  | { readonly kind: "taken"; readonly number: number };

/** What concerns the desk itself, and not the link. */
export type ForDesk = Exclude<FromDeck, { readonly kind: "welcome" | "taken" }>;

/** A message as it is posted. */
export interface Letter<Message> {
  /** The version of the sender's page. Pages of different versions do not understand each other. */
  readonly interleave: string;
  /** The id of the deck's window. Two talks in two windows do not mix. */
  readonly deck: string;
  readonly message: Message;
  /** Set if the receiver is to confirm the letter. */
  readonly number?: number;
}

/** True for posted data of any version of the desk. */
export function isLetter(data: unknown): data is Letter<{ readonly kind: string }> {
  return typeof data === "object" && data !== null && "interleave" in data && "deck" in data;
}
