// A body that a mock handler sends piece by piece. Each piece arrives as long after the reply's head as it was sent
// after it.

import type { BodyOutcome } from "../../trace/events/events.ts";
import type { Clock } from "../clock/clock.ts";
import { apply, EnginePromise } from "../engine/kept.ts";
import { serverNow } from "./server-time.ts";

// Taken before the program runs: the server's reads are no work of the program, which `Background` would wait for.
const { getReader } = ReadableStream.prototype;
const { read, cancel } = ReadableStreamDefaultReader.prototype;

/** The most pieces that are on their way while the program does not read. Then the handler has to wait. */
const mostOnTheWay = 64;

interface Piece {
  /** `undefined` at the end of the body. */
  readonly bytes: Uint8Array | undefined;
  readonly error: unknown;
  readonly sent: number;
}

export interface SentBodyOptions {
  readonly clock: Clock;
  /** Called when the program waits for a piece, and when it no longer does. */
  readonly onWait: (isWaiting: boolean) => void;
  /** Called when the program gets a piece, with its length. */
  readonly onChunk: (bytes: number) => void;
  /** Called once, when the program has come to the end. */
  readonly onEnd: (outcome: BodyOutcome) => void;
}

/** Reads the body of a handler's reply as it is sent, and passes it on as it arrives. */
export class SentBody {
  readonly #options: SentBodyOptions;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  readonly #pieces: Piece[] = [];
  /** Those who wait until a piece was sent, has arrived or was taken, or until the program gives up. */
  #waiting: (() => void)[] = [];
  #isCancelled = false;

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>, options: SentBodyOptions) {
    this.#options = options;
    this.#reader = apply(getReader, body, []) as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
    void this.#receive();
  }

  /**
   * Returns the body for the program.
   * @param transit how long each piece is on its way, in milliseconds
   */
  arriving(transit: number): ReadableStream<Uint8Array> {
    const { onEnd } = this.#options;
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const piece = await this.#arrived(transit);
          if (piece) this.#give(piece, controller);
        },
        cancel: (reason) => {
          this.#isCancelled = true;
          onEnd("cancelled");
          this.#tell();
          return apply(cancel, this.#reader, [reason]);
        },
      },
      // Reads only when the program reads.
      { highWaterMark: 0 },
    );
  }

  #give({ bytes, error }: Piece, controller: ReadableStreamDefaultController<Uint8Array>): void {
    const { onChunk, onEnd } = this.#options;
    if (bytes) {
      onChunk(bytes.length);
      controller.enqueue(bytes);
    } else {
      onEnd(error === undefined ? "complete" : "failed");
      if (error === undefined) controller.close();
      else controller.error(error);
    }
  }

  async #receive(): Promise<void> {
    let isOpen = true;
    while (isOpen && !this.#isCancelled) {
      const piece = await this.#read();
      isOpen = piece.bytes !== undefined;
      this.#pieces.push(piece);
      this.#tell();
      while (this.#pieces.length >= mostOnTheWay && !this.#isCancelled) await this.#change();
    }
  }

  async #read(): Promise<Piece> {
    try {
      const { value } = await apply(read, this.#reader, []);
      return { bytes: value, error: undefined, sent: serverNow() };
    } catch (error) {
      return { bytes: undefined, error: error ?? new TypeError("The body broke off."), sent: serverNow() };
    }
  }

  /** Resolves with the next piece when it has arrived; with `undefined` if the program has given up. */
  async #arrived(transit: number): Promise<Piece | undefined> {
    const { onWait } = this.#options;
    onWait(true);
    try {
      while (this.#pieces.length === 0 && !this.#isCancelled) await this.#change();
      const [piece] = this.#pieces;
      if (!piece || this.#isCancelled) return undefined;
      await this.#until(piece.sent + transit);
      this.#pieces.shift();
      this.#tell();
      return this.#isCancelled ? undefined : piece;
    } finally {
      onWait(false);
    }
  }

  /** Resolves at a time of the run's clock, at once if it has passed, or when the program has given up. */
  async #until(due: number): Promise<void> {
    const { clock } = this.#options;
    if (clock.now() >= due) return;
    let isDue = false;
    const alarm = clock.setAlarm(() => {
      isDue = true;
      this.#tell();
    }, due);
    while (!isDue && !this.#isCancelled) await this.#change();
    clock.clearTimer(alarm);
  }

  #change(): Promise<void> {
    return new EnginePromise((resolve) => this.#waiting.push(resolve));
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
