// One end of the connection of two windows, over postMessage. A BroadcastChannel does not work from `file://`.

import { isLetter, type Letter } from "./message.ts";

interface PostOptions {
  readonly targetOrigin: string;
  /** A right that a key press in this window gives to the other one: https://wicg.github.io/capability-delegation/ */
  readonly delegate?: "fullscreen";
}

/** A window that letters come from and go to. */
export interface OtherWindow {
  readonly closed: boolean;
  focus(): void;
  postMessage(letter: Letter<unknown>, options: PostOptions): void;
}

/** A letter and the window that it came from. */
export interface Delivery {
  readonly letter: Letter<{ readonly kind: string }>;
  readonly from: OtherWindow;
}

/** The letters that arrive in this window. */
export interface LetterBox {
  /** Calls `hear` for each letter. */
  readonly open: (hear: (delivery: Delivery) => void) => void;
  /** Posts a letter to another window, with the right to fill the screen if `delegate` says so. */
  readonly post: (to: OtherWindow, letter: Letter<unknown>, delegate?: PostOptions["delegate"]) => void;
}

/** The letter box of the page's window. It takes and posts letters only within the page's own origin. */
export const letterBox: LetterBox = {
  open(hear) {
    const listen = ({ data, source, origin }: MessageEvent<unknown>) => {
      if (isOwn(origin) && isWindow(source) && isLetter(data)) hear({ letter: data, from: source });
    };
    addEventListener("message", listen);
  },
  post(to, letter, delegate) {
    // Files have no origin that could be named, and so no rights to give. Only a window that knows the deck's id
    // understands the letter.
    if (isFile()) to.postMessage(letter, { targetOrigin: "*" });
    else to.postMessage(letter, { targetOrigin: location.origin, ...(delegate && { delegate }) });
  },
};

function isOwn(origin: string): boolean {
  return isFile() || origin === location.origin;
}

function isFile(): boolean {
  return location.protocol === "file:";
}

function isWindow(source: MessageEventSource | null): source is Window {
  return source !== null && "closed" in source;
}
