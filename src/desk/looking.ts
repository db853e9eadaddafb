// Where the desk looks: at the deck's place; or, while the projector is frozen, at a place of its own.

import type { SlidePlace } from "../deck/shown-deck.ts";
import type { DeckFacts, FromDesk } from "./link/message.ts";
import type { Slides } from "./pictures/slides.ts";

export class Looking {
  readonly #slides: Pick<Slides, "position">;
  readonly #send: (message: FromDesk) => void;
  readonly #onMove: () => void;
  #facts: DeckFacts | undefined;
  /** The desk's own place; `undefined` while it looks at the deck's. */
  #own: SlidePlace | undefined;

  /** @param onMove called when the desk has gone to another place by itself */
  constructor(slides: Pick<Slides, "position">, send: (message: FromDesk) => void, onMove: () => void) {
    this.#slides = slides;
    this.#send = send;
    this.#onMove = onMove;
  }

  get isFrozen(): boolean {
    return this.#own !== undefined;
  }

  /** `undefined` until something is known of the deck. */
  get place(): SlidePlace | undefined {
    return this.#own ?? this.#facts?.place;
  }

  /** Takes what the deck tells. A deck that was reloaded is no longer frozen, and is looked at again. */
  take(facts: DeckFacts): void {
    const isThawed = this.#facts?.isFrozen === true && !facts.isFrozen;
    const isFound = !this.#facts && facts.isFrozen;
    this.#facts = facts;
    if (isThawed) this.#own = undefined;
    if (isFound) this.#own = facts.place;
  }

  /** Goes to a place. A frozen projector stays where it is. */
  go(place: SlidePlace | undefined): void {
    if (!place || this.#slides.position(place.slide) === 0) return;
    if (!this.isFrozen) {
      this.#send({ kind: "go", place });
      return;
    }
    this.#own = place;
    this.#onMove();
  }

  /** The projector stands still from now on. */
  freeze(): void {
    this.#own = this.#facts?.place;
    this.#send({ kind: "freeze", isFrozen: true });
  }

  /** The projector goes to where the desk looks, and follows again. */
  showThis(): void {
    if (this.#own) this.#send({ kind: "go", place: this.#own });
    this.goBack();
  }

  /** The desk goes back to where the projector stands, and the projector follows again. */
  goBack(): void {
    this.#own = undefined;
    this.#send({ kind: "freeze", isFrozen: false });
    this.#onMove();
  }
}
