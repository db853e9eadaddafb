// The deck's end of the link. It answers greetings of its own desk, and of nobody else.

import type { FromDeck, FromDesk } from "./message.ts";
import type { Delivery, LetterBox, OtherWindow } from "./port.ts";

export interface DeckEndOptions {
  /** The id of the deck's window. The desk has it from the address that the deck opened. */
  readonly id: string;
  /** A name for this load of the deck's page. */
  readonly load: string;
  /** The version of this window's page. */
  readonly version: string;
  readonly letters: LetterBox;
  readonly onMessage: (message: Exclude<FromDesk, { readonly kind: "greeting" }>) => void;
  /** Called when the desk's window has been closed. */
  readonly onClosed: () => void;
}

/** In milliseconds: how often the deck looks whether the desk's window is still there. A closed one tells nobody. */
export const lookingPace = 500;

export class DeckEnd {
  readonly #options: DeckEndOptions;
  #desk: OtherWindow | undefined;
  /** The numbers of letters that were taken. The desk may post one again before it hears of that. */
  readonly #taken = new Set<number>();

  constructor(options: DeckEndOptions) {
    this.#options = options;
    options.letters.open((delivery) => this.#hear(delivery));
  }

  /** The desk's window; `undefined` if there is none. */
  get desk(): OtherWindow | undefined {
    return this.#desk?.closed === false ? this.#desk : undefined;
  }

  /** Sends a message to the desk, if there is one. */
  send(message: FromDeck): void {
    const { id, version, letters } = this.#options;
    if (this.desk) letters.post(this.desk, { interleave: version, deck: id, message });
  }

  #hear({ letter, from }: Delivery): void {
    const { id, load, version, onMessage } = this.#options;
    if (letter.deck !== id) return;
    const message = letter.message as FromDesk;
    if (message.kind !== "greeting") {
      if (from !== this.#desk || letter.interleave !== version) return;
      this.#take(message, letter.number, onMessage);
      return;
    }
    const isFirst = this.#desk === undefined;
    this.#desk = from;
    if (isFirst) this.#look();
    this.send({ kind: "welcome", load });
  }

  #take(
    message: Exclude<FromDesk, { readonly kind: "greeting" }>,
    number: number | undefined,
    onMessage: DeckEndOptions["onMessage"],
  ): void {
    if (number === undefined || !this.#taken.has(number)) onMessage(message);
    if (number === undefined) return;
    this.#taken.add(number);
    this.send({ kind: "taken", number });
  }

  #look(): void {
    if (this.#desk?.closed) {
      this.#desk = undefined;
      this.#options.onClosed();
    } else setTimeout(() => this.#look(), lookingPace);
  }
}
