// Pointing and drawing, as the deck's keys and buttons use it. The views are loaded when they are first needed.

import type { InkEvent, InkState, PenColour, Tool } from "./state/ink-event.ts";
import type { InkStore } from "./state/ink-store.ts";
import type { InkTools } from "./tools/ink-tools.ts";
import type { InkSurroundings, InkViews } from "./views/ink-views.ts";

/** Where the mouse was last, in CSS pixels of the window. */
interface Seen {
  readonly clientX: number;
  readonly clientY: number;
}

export class Ink implements InkTools {
  readonly store: InkStore;
  readonly #surroundings: InkSurroundings;
  #views: Promise<InkViews> | undefined;
  #shown: InkViews | undefined;
  #seen: Seen | undefined;

  constructor(store: InkStore, surroundings: InkSurroundings) {
    this.store = store;
    this.#surroundings = surroundings;
    store.listen((event) => void this.#hear(event));
    if (surroundings.bar) void this.#load();
    // A tool that is taken by a key begins where the mouse is.
    addEventListener("pointermove", this.#see, { passive: true });
  }

  /** Loads the views if there is something to show. Call this when the deck has started, and after every turn. */
  show(): void {
    if (Object.keys(this.store.state.pages).length > 0) void this.#load();
    this.#shown?.draw();
  }

  /** Loads the code of the views ahead, so that a tool works without a network. */
  async prepare(): Promise<void> {
    await import("./views/ink-views.ts");
  }

  /** True if a tool is taken or a bar is open that can be closed: Esc then ends that. */
  get isInUse(): boolean {
    return this.store.state.tool !== undefined || this.#shown?.bar.canClose === true;
  }

  take(tool: Tool): void {
    if (this.store.state.tool === tool) this.#send({ kind: "tool" });
    else this.#send({ kind: "tool", tool });
  }

  takePen(colour: PenColour): void {
    const { tool, colour: present } = this.store.state;
    if (tool === "pen" && present === colour) this.#send({ kind: "tool" });
    else this.#send({ kind: "pen", colour });
  }

  undo(): void {
    this.#send({ kind: "undo", page: this.#surroundings.page() });
  }

  clear(): void {
    this.#send({ kind: "clear", page: this.#surroundings.page() });
  }

  togglePrint(): void {
    this.#send({ kind: "print", isWanted: !this.store.state.prints });
  }

  putAway(): void {
    if (this.store.state.tool) this.#send({ kind: "tool" });
    else this.#shown?.bar.close();
  }

  toggleBar(): void {
    void this.#load().then((views) => views?.bar.toggle());
  }

  #send(event: InkEvent): void {
    this.store.send(event);
  }

  readonly #see = ({ clientX, clientY }: PointerEvent) => {
    this.#seen = { clientX, clientY };
  };

  /** A tool may be taken in another window, where the mouse is then. */
  async #hear(event: InkEvent): Promise<void> {
    const views = await this.#load();
    if (event.kind === "tool" && this.#seen && document.hasFocus()) views?.input.begin(this.#seen);
  }

  /** Resolves with `undefined` if the views cannot be loaded now. The next use tries again. */
  async #load(): Promise<InkViews | undefined> {
    this.#views ??= import("./views/ink-views.ts").then(
      ({ InkViews: Views }) => new Views(this.store, this.#surroundings, this),
    );
    try {
      this.#shown = await this.#views;
      return this.#shown;
    } catch {
      this.#views = undefined;
      return undefined;
    }
  }
}

/** Draws what is kept on the slides of the print view. Resolves when it is drawn. */
export async function printDrawings(slides: Iterable<HTMLElement>, state: InkState): Promise<void> {
  if (!state.prints || Object.keys(state.pages).length === 0) return;
  const { drawOnSlides } = await import("./views/printed-ink.ts");
  await drawOnSlides(slides, state);
}
