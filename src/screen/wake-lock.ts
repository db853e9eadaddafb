// Keeps the screen from going dark while somebody presents, by the Screen Wake Lock API:
// https://www.w3.org/TR/screen-wake-lock/

import { whenFullScreenChanges } from "./full-screen.ts";

/** The part of a WakeLockSentinel that is used here. */
export interface Lock {
  release(): Promise<void>;
  addEventListener(type: "release", hear: () => void): void;
}

/** Asks the browser for a lock. Rejects if there is none to have. */
export type AskForLock = () => Promise<Lock>;

/** Holds a lock for as long as it is wanted. */
export class Wakefulness {
  readonly #ask: AskForLock;
  readonly #isWanted: () => boolean;
  #lock: Lock | undefined;
  #isAsking = false;

  constructor(ask: AskForLock, isWanted: () => boolean) {
    this.#ask = ask;
    this.#isWanted = isWanted;
  }

  /** Asks for the lock or gives it back. Call this whenever it may be wanted, or wanted no more. Never rejects. */
  async look(): Promise<void> {
    if (this.#isWanted()) await this.#take();
    else await this.#lock?.release();
  }

  async #take(): Promise<void> {
    if (this.#lock || this.#isAsking) return;
    this.#isAsking = true;
    try {
      const lock = await this.#ask();
      this.#lock = lock;
      // The browser takes it back when the page is hidden.
      lock.addEventListener("release", () => {
        if (this.#lock === lock) this.#lock = undefined;
      });
    } catch {
      // The preflight says what to set in such a browser.
    }
    this.#isAsking = false;
    if (!this.#isWanted()) await this.#lock?.release();
  }
}

/**
 * Keeps the screen awake while the page is visible and `isPresenting` is true. It is asked whenever the page is shown,
 * hidden, or fills the screen.
 */
export function stayAwake(isPresenting: () => boolean): void {
  const isWanted = () => document.visibilityState === "visible" && isPresenting();
  const wakefulness = new Wakefulness(askForLock, isWanted);
  const look = () => void wakefulness.look();
  document.addEventListener("visibilitychange", look);
  whenFullScreenChanges(look);
  look();
}

/** True if the browser gives a lock now. */
export async function canStayAwake(): Promise<boolean> {
  try {
    const lock = await askForLock();
    await lock.release();
    return true;
  } catch {
    return false;
  }
}

async function askForLock(): Promise<Lock> {
  // Not on `http:` pages of other machines, and not in all browsers.
  const { wakeLock }: { wakeLock?: { request(): Promise<Lock> } } = navigator;
  if (!wakeLock) throw new Error("This browser has no wake lock.");
  return wakeLock.request();
}
