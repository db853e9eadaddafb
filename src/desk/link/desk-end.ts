// The desk's end of the link. It greets the deck until the deck answers, and goes on greeting, so that it notices when
// the deck's page was reloaded, is of another version, or is gone.

import type { FromDeck, FromDesk } from "./message.ts";
import type { Delivery, LetterBox, OtherWindow } from "./port.ts";

/** In milliseconds: the time between two greetings. */
export const greetingPace = 500;

/**
 * A deck that has not answered so many greetings is told of as silent. A count and no time: browsers slow down the
 * timers of a window that nobody sees.
 */
export const mostUnanswered = 6;

export type LinkState =
  /** No answer yet. */
  | "greeting"
  | "joined"
  /** The deck has answered before and does not answer any more. */
  | "silent"
  /** The deck's window was closed, or there was none. */
  | "gone"
  /** The deck's page is of another version of the deck. */
  | "other-version";

export interface DeskEndOptions {
  /** The deck's window; `null` if nobody opened this one. */
  readonly deck: OtherWindow | null;
  /** The id that the deck gave to this desk. */
  readonly id: string;
  /** The version of this window's page. */
  readonly version: string;
  readonly letters: LetterBox;
  readonly onState: (state: LinkState) => void;
  /** Called when a page of the deck has answered for the first time. Its facts follow. */
  readonly onJoin: () => void;
  readonly onMessage: (message: Exclude<FromDeck, { readonly kind: "welcome" }>) => void;
}

export class DeskEnd {
  readonly #options: DeskEndOptions;
  #state: LinkState = "greeting";
  #load: string | undefined;
  #unanswered = 0;

  constructor(options: DeskEndOptions) {
    this.#options = options;
    options.letters.open((delivery) => this.#hear(delivery));
    this.#greet();
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Sends a message to the deck. It is lost if the deck is not there. */
  send(message: FromDesk): void {
    const { deck, id, version, letters } = this.#options;
    const delegate = message.kind === "full-screen" ? "fullscreen" : undefined;
    if (deck && !deck.closed) letters.post(deck, { interleave: version, deck: id, message }, delegate);
  }

  #greet(): void {
    const { deck } = this.#options;
    setTimeout(() => this.#greet(), greetingPace);
    const isSilent = this.#state === "joined" && this.#unanswered >= mostUnanswered;
    if (!deck || deck.closed) this.#enter("gone");
    else if (isSilent) this.#enter("silent");
    this.#unanswered += 1;
    this.send({ kind: "greeting" });
  }

  #hear({ letter, from }: Delivery): void {
    const { deck, id, version } = this.#options;
    if (from !== deck || letter.deck !== id) return;
    if (letter.interleave === version) this.#take(letter.message as FromDeck);
    else this.#enter("other-version");
  }

  #take(message: FromDeck): void {
    this.#unanswered = 0;
    if (message.kind === "welcome") this.#join(message.load);
    else if (this.#load !== undefined) this.#options.onMessage(message);
  }

  #join(load: string): void {
    const isNew = load !== this.#load;
    this.#load = load;
    this.#enter("joined");
    if (!isNew) return;
    this.send({ kind: "join" });
    this.#options.onJoin();
  }

  #enter(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
