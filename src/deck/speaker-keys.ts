// Brings keys that are pressed in the speaker's window to the deck. reveal.js would send only their codes, to the small
// deck in that window, where nothing runs.

/** The parts of a key press that the deck reads. They are JSON data. */
interface SentKey {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

const message = "interleave:key";

/** Reload. reveal.js keeps it from closing the speaker's window. */
const reload = "F5";

/** Full screen needs a key press in the deck's own window. */
const ownWindowOnly = "f";

/** Elements of the speaker's window that use keys themselves. */
const ownControls = "select, input, textarea";

/** Hears the keys of the speaker's window and of the small decks in it. Call this in the deck. */
export function hearSpeakerKeys(): void {
  const speakers = new WeakSet<object>();
  addEventListener("message", ({ data, source }: MessageEvent<unknown>) => {
    if (!isWindow(source)) return;
    if (isFromNotes(data) && !speakers.has(source)) {
      speakers.add(source);
      source.document.addEventListener("keydown", takeKey, { capture: true });
    } else if (isSentKey(data) && speakers.has(source.parent)) {
      press(data[message]);
    }
  });
}

/** Sends the keys that are pressed in a small deck of the speaker's window. Call this in the small deck. */
export function sendKeys(): void {
  const listen = (event: KeyboardEvent) => {
    event.stopImmediatePropagation();
    const { opener }: { opener: Window | null } = parent;
    opener?.postMessage({ [message]: sentKey(event) }, "*");
  };
  addEventListener("keydown", listen, { capture: true });
}

/** Handles a key press in the speaker's window as if it were one in the deck's. */
function takeKey(event: KeyboardEvent): void {
  // `instanceof` would ask for this window's own class of elements.
  const target = event.target as Element | null;
  if (event.key === reload || target?.matches(ownControls)) return;
  event.stopImmediatePropagation();
  if (press(sentKey(event))) event.preventDefault();
}

/** @returns true if the deck has used the key */
function press(key: SentKey): boolean {
  if (key.key.toLowerCase() === ownWindowOnly) return false;
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (dialog && key.key === "Escape") {
    dialog.close();
    return true;
  }
  // The speaker means the deck, whichever of its controls has the focus there.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return !document.body.dispatchEvent(
    new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }),
  );
}

function sentKey(event: KeyboardEvent): SentKey {
  const { key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
  return { key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey, repeat };
}

function isWindow(source: MessageEventSource | null): source is Window {
  return source !== null && "parent" in source;
}

/** True for the messages of reveal.js's speaker window. */
function isFromNotes(data: unknown): boolean {
  return typeof data === "string" && data.includes('"namespace":"reveal-notes"');
}

function isSentKey(data: unknown): data is { readonly [message]: SentKey } {
  return typeof data === "object" && data !== null && message in data;
}
