// The desk's end of the link. It greets the deck until the deck answers, and goes on greeting, so that it notices when
// the deck's page was reloaded, is of another version, or is gone.

import type { ForDesk, FromDeck, FromDesk } from "./message.ts";
import type { Delivery, LetterBox, OtherWindow } from "./port.ts";

/** In milliseconds: the time between two greetings. */
export const greetingPace = 500;

/**
 * After so many greetings without an answer the desk says that the deck is silent. A count and no time: browsers slow
 * down the timers of a window that nobody sees.
 */
export const mostUnanswered = 6;

/** In milliseconds: what the deck has not taken for longer is no longer what the speaker wants. */
const longestDelay = 5000;

/**
 * True if the message may be sent again after a reload of the deck: the page before may have gone without taking it.
 * False for what was done in a pane, pointed to or drawn: that belongs to the page before.
 */
function isRepeatable(message: FromDesk): boolean {
  if (message.kind === "ink") return !["point", "stroke", "draw", "erase"].includes(message.event.kind);
  return ["key", "go", "freeze", "clock"].includes(message.kind);
}

interface Sent {
  readonly number: number;
  readonly message: FromDesk;
  readonly at: number;
}

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
  readonly onMessage: (message: ForDesk) => void;
}

export class DeskEnd {
  readonly #options: DeskEndOptions;
  #state: LinkState = "greeting";
  #load: string | undefined;
  #unanswered = 0;
  /** Begins with the time, so that a desk that was reloaded uses no number again. */
  #count = Date.now();
  /** What the deck has not confirmed yet. */
  #untaken: Sent[] = [];

  constructor(options: DeskEndOptions) {
    this.#options = options;
    options.letters.open((delivery) => this.#hear(delivery));
    this.#greet();
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Sends a message to the deck. While its page is being loaded, only what `isRepeatable` reaches it. */
  send(message: FromDesk): void {
    const number = isRepeatable(message) ? ++this.#count : undefined;
    if (number !== undefined) this.#untaken.push({ number, message, at: Date.now() });
    this.#post(message, number);
  }

  #post(message: FromDesk, number?: number): void {
    const { deck, id, version, letters } = this.#options;
    const delegate = message.kind === "full-screen" ? "fullscreen" : undefined;
    const letter = { interleave: version, deck: id, message, ...(number !== undefined && { number }) };
    if (deck && !deck.closed) letters.post(deck, letter, delegate);
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
    else if (message.kind === "taken")
      this.#untaken = this.#untaken.filter(({ number }) => number !== message.number);
    else if (this.#load !== undefined) this.#options.onMessage(message);
  }

  #join(load: string): void {
    const isNew = load !== this.#load;
    this.#load = load;
    this.#enter("joined");
    if (!isNew) return;
    this.send({ kind: "join" });
    this.#options.onJoin();
    this.#repeat();
  }

  /** Posts again what the page before has not taken. */
  #repeat(): void {
    this.#untaken = this.#untaken.filter(({ at }) => Date.now() - at < longestDelay);
    for (const { message, number } of this.#untaken) this.#post(message, number);
  }

  #enter(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
